import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import webPush from 'web-push';
import { makePerson, signInPerson } from '../factories/identity';
import { makeOrder } from '../factories/orders';
import { makeOpenFestival, type OpenFestival, type OpenStall } from '../factories/stalls';
import { makeWallet } from '../factories/wallet';
import { DESK, openBrowser, openVisitor, type Visitor } from '../setup/browser';
import { makePushReceiver } from '../setup/push-receiver';
import { startServer, type TestServer } from '../setup/server';

const vapid = webPush.generateVAPIDKeys();
const PUSH_KEYS = {
  VAPID_PUBLIC_KEY: vapid.publicKey,
  VAPID_PRIVATE_KEY: vapid.privateKey,
  VAPID_SUBJECT: 'mailto:siapa@pesta.example',
};

let browser: Browser;
let server: TestServer;
let festival: OpenFestival;
let cashier: string;

beforeAll(async () => {
  // Notifications are asked for, which the quick one never allows.
  browser = await openBrowser({ isWholeWanted: true });
  // A worker would move what the test wants to stand still.
  server = await startServer('sqlite', { env: { ROLE: 'web', ...PUSH_KEYS } });
  festival = await makeOpenFestival(server.world, [{}, {}]);
  const role = { scopeKind: 'merchant', scopeId: stallOf(0).merchantId, role: 'cashier' } as const;
  cashier = await signInPerson(server.world, (await makePerson(server.world, { role })).personId);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

function stallOf(at: number): OpenStall {
  const stall = festival.stalls[at];
  if (!stall) throw new Error(`no stall ${at}`);
  return stall;
}

/** A paid order at the first stall. */
async function order() {
  const wallet = await makeWallet(server.world, { balance: 100_000 });
  const made = await makeOrder(server.world, [stallOf(0)], { wallet });
  return { path: `/pesanan/${made.orderId}`, ticketId: made.tickets[0] ?? '' };
}

/** The cashier presses a button of the board. */
async function press(ticketId: string, act: 'terima' | 'siap' | 'serahkan'): Promise<void> {
  const path = `/papan/${stallOf(0).participationId}/bon/${ticketId}/${act}`;
  const form: Record<string, string> = act === 'terima' ? { menit: '5' } : {};
  expect((await server.send(path, { form, session: cashier })).status).toBe(303);
}

/** True as long as the page was not loaded anew. */
async function staysLoaded({ page }: Visitor): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  return () => page.evaluate(() => document.body.hasAttribute('data-same-page'));
}

it('the customer’s order moves on while she looks at it, and says that it is ready', { timeout: 120_000 }, async () => {
  const { path, ticketId } = await order();
  const customer = await openVisitor(browser, server.origin);
  await customer.visit(path);
  const isSame = await staysLoaded(customer);
  await customer.page.getByText('Menunggu lapak').waitFor();
  await press(ticketId, 'terima');
  await customer.page.locator('.badge', { hasText: 'Sedang dibuat' }).waitFor();
  await press(ticketId, 'siap');
  await customer.page.locator('.badge', { hasText: 'Siap diambil' }).waitFor();
  const said = customer.page.getByRole('status').filter({ hasText: 'Siap diambil: nomor' });
  await said.waitFor({ state: 'attached' });
  expect(await said.textContent()).toMatch(/^Siap diambil: nomor \d+, .+, stan 1\.$/);
  expect(await isSame()).toBe(true);
  await customer.look();
  await customer.close();
});

it('sound is off until she asks for it', { timeout: 120_000 }, async () => {
  const { path } = await order();
  const customer = await openVisitor(browser, server.origin);
  await customer.visit(path);
  const sound = customer.page.getByRole('button', { name: 'Bunyi saat siap' });
  expect(await sound.getAttribute('aria-pressed')).toBe('false');
  await sound.click();
  expect(await sound.getAttribute('aria-pressed')).toBe('true');
  await sound.click();
  expect(await sound.getAttribute('aria-pressed')).toBe('false');
  await customer.close();
});

it('she is told on a dark screen, if she asks for it and allows it', { timeout: 120_000 }, async () => {
  const { path } = await order();
  const customer = await openVisitor(browser, server.origin);
  const { p256dh, auth } = makePushReceiver();
  const endpoint = 'https://fcm.googleapis.com/fcm/send/peramban';
  // The browser's own push service is out of reach here; all else is real.
  await customer.page.addInitScript(
    (json) => {
      PushManager.prototype.subscribe = async () => ({ toJSON: () => json }) as unknown as PushSubscription;
    },
    { endpoint, keys: { p256dh, auth } },
  );
  await customer.context.grantPermissions(['notifications'], { origin: server.origin });
  await customer.visit(path);
  await customer.page.getByRole('button', { name: 'Kabari saya saat siap' }).click();
  await customer.page.getByText('Kami kabari di layar HP ini').waitFor();
  await customer.look();
  const row = await server.world.db.selectFrom('order_push').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ endpoint, p256dh, auth, language: 'id', gone_at: null });
  expect(path).toContain(row.order_id);
  await customer.close();
});

it('where the stream is gone the page asks by the clock, and says so when the internet is gone', {
  timeout: 120_000,
}, async () => {
  const { path, ticketId } = await order();
  const customer = await openVisitor(browser, server.origin);
  await customer.page.route('**/langsung', (route) => route.abort());
  await customer.page.goto(path);
  const isSame = await staysLoaded(customer);
  await press(ticketId, 'terima');
  await customer.page.locator('.badge', { hasText: 'Sedang dibuat' }).waitFor();
  await customer.context.setOffline(true);
  await customer.page.getByText('Tidak ada internet').waitFor();
  await press(ticketId, 'siap');
  await customer.context.setOffline(false);
  await customer.page.locator('.badge', { hasText: 'Siap diambil' }).waitFor();
  await customer.page.getByText('Tersambung lagi.').waitFor();
  expect(await isSame()).toBe(true);
  await customer.close();
});

it('the ready board calls the number by itself, on a phone and on a big screen', { timeout: 120_000 }, async () => {
  const { ticketId } = await order();
  await press(ticketId, 'terima');
  const path = `/festival/${festival.slug}/siap`;
  for (const viewport of [{ width: 360, height: 740 }, DESK, { width: 1920, height: 1080 }]) {
    const one = await openVisitor(browser, server.origin, { viewport });
    await one.visit(path);
    await one.close();
  }
  const screen = await openVisitor(browser, server.origin, { viewport: { width: 1920, height: 1080 } });
  await screen.visit(path);
  const isSame = await staysLoaded(screen);
  const { pickup_number: number } = await server.world.db
    .selectFrom('order_ticket')
    .select('pickup_number')
    .where('id', '=', ticketId as never)
    .executeTakeFirstOrThrow();
  await press(ticketId, 'siap');
  const first = screen.page.locator('.ready-tile').first();
  await first.getByText(String(number), { exact: true }).waitFor();
  expect(await first.textContent()).toContain('Stan 1');
  const row = screen.page.locator('.ready-row', { hasText: 'Stan 1' });
  expect(await row.locator('.ready-numbers-good strong').first().textContent()).toBe(String(number));
  await press(ticketId, 'serahkan');
  await first.getByText(String(number), { exact: true }).waitFor({ state: 'detached' });
  expect(await isSame()).toBe(true);
  await screen.look();
  await screen.close();
});

/** The organiser's browser, signed in. */
async function organiser(options: Parameters<typeof openVisitor>[2]) {
  const session = await signInPerson(server.world, festival.organiserId);
  const visitor = await openVisitor(browser, server.origin, options);
  await visitor.context.addCookies([{ name: 'sesi', value: session, url: server.origin }]);
  const path = `/penyelenggara/${festival.organisationId}/festival/${festival.festivalId}/kendali`;
  return { ...visitor, path };
}

async function pause(tindakan: 'jeda' | 'buka') {
  const path = `/papan/${stallOf(0).participationId}/jeda`;
  expect((await server.send(path, { form: { tindakan }, session: cashier })).status).toBe(303);
}

it('the control room shows a pause and a queue by itself, and an incident until it is closed', {
  timeout: 120_000,
}, async () => {
  const room = await organiser({ viewport: DESK });
  await room.visit(`/penyelenggara/${festival.organisationId}/festival/${festival.festivalId}`);
  await room.page.getByRole('link', { name: 'Buka ruang kendali' }).click();
  await room.page.getByRole('heading', { name: 'Ruang kendali' }).waitFor();
  const isSame = await staysLoaded(room);
  const row = room.page.getByRole('row', { name: /^Stan 1 / });
  await pause('jeda');
  await row.getByText('Tutup sementara sampai').waitFor();
  expect(await room.page.getByRole('row').nth(1).textContent()).toContain('Stan 1');
  await pause('buka');
  await row.getByText('Lancar').waitFor();
  const { ticketId } = await order();
  await press(ticketId, 'terima');
  await row.getByText(/\d+ menit, \d+ pesanan/).waitFor();
  await room.look();
  expect(await isSame()).toBe(true);

  await room.page.getByRole('link', { name: 'Catat kejadian' }).click();
  await room.look();
  await room.page.getByRole('button', { name: 'Catat kejadian' }).click();
  await room.page.getByText('Pilih seberapa gawat.').first().waitFor();
  await room.look();
  await room.page.getByLabel('Api atau asap').check();
  await room.page.getByLabel('Di mana').selectOption({ label: `Stan 1 · ${await stallName()}` });
  await room.page.getByLabel(/Serius/).check();
  await room.page.getByRole('button', { name: 'Catat kejadian' }).click();
  await row.getByText('Ada kejadian').waitFor();
  await room.look();
  await room.page.getByRole('button', { name: 'Tutup kejadian' }).click();
  await room.page.getByText('Kejadian yang belum selesai').waitFor({ state: 'detached' });
  await room.close();
});

async function stallName(): Promise<string> {
  const { stall_name: name } = await server.world.db
    .selectFrom('merchant_profile')
    .select('stall_name')
    .where('id', '=', stallOf(0).merchantId)
    .executeTakeFirstOrThrow();
  return name;
}

it('on a phone and without JavaScript the control room says the same after "Perbarui", and news is sent', {
  timeout: 120_000,
}, async () => {
  const phone = await organiser({});
  await phone.visit(phone.path);
  await phone.close();
  const plain = await organiser({ javaScript: false });
  await plain.visit(plain.path);
  await pause('jeda');
  await plain.page.getByRole('link', { name: 'Perbarui' }).click();
  await plain.page.getByText('Tutup sementara sampai').waitFor();
  await pause('buka');
  await plain.page.getByRole('link', { name: 'Kabari semua lapak' }).click();
  await plain.page.getByRole('button', { name: 'Kirim kabar' }).click();
  await plain.page.getByText('Tulis kabarnya.').first().waitFor();
  await plain.page.getByLabel('Isi kabar').fill('air bersih di pintu timur');
  await plain.page.getByRole('button', { name: 'Kirim kabar' }).click();
  await plain.page.getByText('Kabar dikirim ke 2 pemilik lapak.').waitFor();
  await plain.look();
  await plain.close();
});

it('without JavaScript both pages say the same after "Perbarui"', { timeout: 120_000 }, async () => {
  const { path, ticketId } = await order();
  const plain = await openVisitor(browser, server.origin, { javaScript: false });
  await plain.visit(path);
  await press(ticketId, 'terima');
  await press(ticketId, 'siap');
  expect(await plain.page.getByRole('button', { name: 'Bunyi saat siap' }).count()).toBe(0);
  await plain.page.getByRole('link', { name: 'Perbarui' }).click();
  await plain.page.locator('.badge', { hasText: 'Siap diambil' }).waitFor();
  await plain.visit(`/festival/${festival.slug}/siap`);
  await press(ticketId, 'serahkan');
  const tiles = plain.page.locator('.ready-tile');
  const before = await tiles.count();
  await plain.page.getByRole('link', { name: 'Perbarui' }).click();
  await expect.poll(() => tiles.count()).toBe(before - 1);
  expect(await plain.page.getByRole('button', { name: 'Layar penuh' }).count()).toBe(0);
  await plain.close();
});
