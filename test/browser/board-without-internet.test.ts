import type { Browser, BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TicketId } from '~/shared/ids';
import { makePerson, signInPerson } from '../factories/identity';
import { makeOrder, nextBrowser, readTicket } from '../factories/orders';
import { makeOpenFestival, type OpenStall, readStockRow } from '../factories/stalls';
import { makeWallet, readAccount } from '../factories/wallet';
import { brokenDay } from '../load/day-invariants';
import { openBrowser, openVisitor, type Visitor } from '../setup/browser';
import { brokenInvariants } from '../setup/ledger-invariants';
import { startServer, type TestServer } from '../setup/server';
import { tapsAsPerson } from './steps/stall-cooks';

/** PostgreSQL, so that what the test itself writes reaches the board's stream in the other process. */
let browser: Browser;
let server: TestServer;
let stall: OpenStall;
let base = '';

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer('postgres', { env: { ROLE: 'web' } });
  const { stalls } = await makeOpenFestival(server.world, [{ portions: 90, cookedAtOnce: 40 }]);
  stall = stalls[0]!;
  base = `/papan/${stall.participationId}`;
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Phone extends Visitor {
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  /** Lets requests through and drops what comes back. */
  loseAnswers: () => Promise<void>;
}

/** A phone of the stall with its board open. */
async function openPhone(): Promise<Phone> {
  const visitor = await openVisitor(browser, server.origin);
  const role = { scopeKind: 'merchant', scopeId: stall.merchantId, role: 'cashier' } as const;
  const { personId } = await makePerson(server.world, { role });
  const value = await signInPerson(server.world, personId);
  await visitor.context.addCookies([{ name: 'sesi', value, url: server.origin, httpOnly: true }]);
  const shell = (await server.send('/papan-luring')).text;
  await visitor.page.goto(base);
  await linkSays(visitor.page, 'Tersambung');
  return {
    ...visitor,
    cut: () => cutNetwork(visitor.context, shell),
    mend: async () => {
      await visitor.context.unrouteAll({ behavior: 'ignoreErrors' });
      await visitor.page.evaluate(() => dispatchEvent(new Event('online')));
    },
    loseAnswers: async () => {
      await visitor.context.route('**/papan/**', async (route) => {
        if (route.request().method() === 'POST') await route.fetch().catch(() => undefined);
        await route.abort('internetdisconnected');
      });
    },
  };
}

/** No internet, and what a service worker keeps on the phone: built files and the page of the board without internet. */
async function cutNetwork(context: BrowserContext, shell: string): Promise<void> {
  await context.route('**/*', (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: shell });
    if (new URL(request.url()).pathname.startsWith('/assets/')) return route.continue();
    return route.abort('internetdisconnected');
  });
}

const linkSays = (page: Page, text: string | RegExp) =>
  page.locator('board-link [data-link-text]').filter({ hasText: text }).waitFor();
const cardOf = (page: Page, number: number) => page.locator(`#bon-${number}`);
const inColumn = (page: Page, state: string, number: number) =>
  page.locator(`.board-column-${state} #bon-${number}`).waitFor();
const unsent = (page: Page) => page.locator('[data-link-unsent-list] li');

async function order({ cash = false }: { cash?: boolean } = {}) {
  const wallet = cash ? null : await makeWallet(server.world, { balance: 100_000 });
  const made = await makeOrder(server.world, [stall], wallet ? { wallet } : { browser: nextBrowser() });
  const id = made.tickets[0]!;
  const { pickup_number: number } = await readTicket(server.world, id);
  return { id, number, wallet, orderId: made.orderId };
}

/** What comes by itself; how fast is not asked here. */
const soon: typeof expect.poll = (read, options) => expect.poll(read, { timeout: 30_000, ...options });

const stateOf = async (id: TicketId) => (await readTicket(server.world, id)).state;

async function stepsOf(id: TicketId) {
  const rows = await server.world.db
    .selectFrom('order_ticket_change')
    .select('to_state')
    .where('ticket_id', '=', id)
    .orderBy('line')
    .execute();
  return rows.map((row) => row.to_state);
}

async function everythingAddsUp() {
  expect(await brokenDay(server.world.db)).toEqual([]);
  expect(await brokenInvariants(server.world.db)).toEqual([]);
}

it('a new order comes by itself, is counted in the title and said, and its buttons do not move the page', {
  timeout: 120_000,
}, async () => {
  const phone = await openPhone();
  const { page } = phone;
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  const { id, number } = await order();
  await inColumn(page, 'placed', number);
  expect(await page.title()).toMatch(/^\(\d+\) Pesanan/);
  await page
    .locator('stall-board [data-said]')
    .filter({ hasText: `Pesanan baru, nomor ${number}.` })
    .waitFor({ state: 'attached' });
  // A fold stays open when the queue is replaced.
  await cardOf(page, number).getByText('Tolak pesanan').click();
  const other = await order();
  await inColumn(page, 'placed', other.number);
  await cardOf(page, number).getByRole('button', { name: 'Alat bermasalah' }).waitFor();
  await phone.look();
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await inColumn(page, 'accepted', number);
  await soon(() => stateOf(id)).toBe('accepted');
  expect(await page.evaluate(() => document.body.hasAttribute('data-same-page'))).toBe(true);
  // The customer cancels: it leaves the queue and is told.
  await server.send(`/pesanan/${other.orderId}/batal`, { form: { bagian: other.id } });
  await page
    .locator('stall-board [data-said]')
    .filter({ hasText: `Pesanan ${other.number} dibatalkan pelanggan.` })
    .waitFor({ state: 'attached' });
  await phone.close();
});

it('without internet each step is shown at once, survives a reload, and counts once when the internet is back', {
  timeout: 180_000,
}, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const { id, number, wallet } = await order();
  await inColumn(page, 'placed', number);

  // Before accept.
  await phone.cut();
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 10 menit lagi siap` }));
  await inColumn(page, 'accepted', number);
  await linkSays(page, /^Tidak ada internet, antrean terakhir \d\d\.\d\d$/);
  await cardOf(page, number).getByText('Belum terkirim').waitFor();
  expect(await unsent(page).count()).toBe(1);
  await phone.look();
  expect(await stateOf(id)).toBe('placed');
  await page.reload();
  await inColumn(page, 'accepted', number);
  await cardOf(page, number).getByText('Belum terkirim').waitFor();
  await phone.look();
  await phone.mend();
  await soon(() => stateOf(id)).toBe('accepted');
  await linkSays(page, 'Tersambung');
  await inColumn(page, 'accepted', number);
  await page.locator('[data-link-unsent]').waitFor({ state: 'hidden' });

  // After the tap, before its answer.
  await phone.loseAnswers();
  await tapsAsPerson(page.getByRole('button', { name: `Pesanan ${number} siap diambil` }));
  await inColumn(page, 'ready', number);
  await soon(() => stateOf(id)).toBe('ready');
  await cardOf(page, number).getByText('Belum terkirim').waitFor();
  await phone.mend();
  await page.locator('[data-link-unsent]').waitFor({ state: 'hidden' });

  // Before hand-over, and the phone is switched off and on.
  await phone.cut();
  await tapsAsPerson(page.getByRole('button', { name: `Serahkan pesanan ${number}` }));
  await cardOf(page, number).getByText('Sudah diambil').waitFor();
  await page.reload();
  await cardOf(page, number).getByText('Sudah diambil').waitFor();
  await phone.mend();
  await soon(() => stateOf(id)).toBe('handed_over');
  await cardOf(page, number).waitFor({ state: 'detached' });
  expect(await stepsOf(id)).toEqual(['placed', 'accepted', 'ready', 'handed_over']);
  expect(await readAccount(server.world, wallet!.accountId)).toMatchObject({ balance: 90_000, held: 0 });
  await everythingAddsUp();
  await phone.close();
});

it('a whole ticket tapped without internet, cash and all, arrives in its order', { timeout: 120_000 }, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const { id, number } = await order({ cash: true });
  await inColumn(page, 'awaiting_cash', number);
  await phone.cut();
  await cardOf(page, number)
    .getByRole('button', { name: /^Lunas/ })
    .click();
  await inColumn(page, 'placed', number);
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await inColumn(page, 'accepted', number);
  await tapsAsPerson(page.getByRole('button', { name: `Pesanan ${number} siap diambil` }));
  await inColumn(page, 'ready', number);
  await tapsAsPerson(page.getByRole('button', { name: `Serahkan pesanan ${number}` }));
  expect(await stateOf(id)).toBe('awaiting_cash');
  await page.reload();
  await phone.mend();
  await soon(() => stateOf(id)).toBe('handed_over');
  expect(await stepsOf(id)).toEqual(['awaiting_cash', 'placed', 'accepted', 'ready', 'handed_over']);
  await everythingAddsUp();
  await phone.close();
});

it('a tap that the customer’s cancelling overtook is listed until somebody has read it', {
  timeout: 120_000,
}, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const { id, number, orderId } = await order();
  await inColumn(page, 'placed', number);
  await phone.cut();
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await inColumn(page, 'accepted', number);
  await server.send(`/pesanan/${orderId}/batal`, { form: { bagian: id } });
  await phone.mend();
  const listed = page.locator('.tap-differences li');
  await listed
    .filter({ hasText: new RegExp(`Nomor ${number}: Anda menerima, ternyata dibatalkan pelanggan`) })
    .waitFor();
  await phone.look();
  await page.getByRole('button', { name: 'Sudah saya baca' }).click();
  await listed.first().waitFor({ state: 'detached' });
  expect(await stateOf(id)).toBe('cancelled');
  await everythingAddsUp();
  await phone.close();
});

it('two phones of one stall: what one did while the other had no internet is done once and not told as wrong', {
  timeout: 120_000,
}, async () => {
  const [one, two] = [await openPhone(), await openPhone()];
  const { id, number } = await order();
  for (const { page } of [one, two]) await inColumn(page, 'placed', number);
  await one.cut();
  await tapsAsPerson(one.page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await inColumn(one.page, 'accepted', number);
  await tapsAsPerson(two.page.getByRole('button', { name: `Terima pesanan ${number}, 15 menit lagi siap` }));
  await inColumn(two.page, 'accepted', number);
  await soon(() => stateOf(id)).toBe('accepted');
  await tapsAsPerson(two.page.getByRole('button', { name: `Pesanan ${number} siap diambil` }));
  await soon(() => stateOf(id)).toBe('ready');
  await one.mend();
  await inColumn(one.page, 'ready', number);
  await one.page.locator('[data-link-unsent]').waitFor({ state: 'hidden' });
  expect(await one.page.locator('.tap-differences').count()).toBe(0);
  expect(await stepsOf(id)).toEqual(['placed', 'accepted', 'ready']);
  for (const phone of [one, two]) await phone.close();
});

it('a counter sale that meets a dead network is kept with its paper number, and recorded once', {
  timeout: 180_000,
}, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const before = (await readStockRow(server.world, stall))?.portions_left ?? 0;
  await page.goto(`${base}/pesanan-di-stan`);
  await linkSays(page, 'Tersambung');
  const sell = async (paper: string | null) => {
    await page
      .locator('.counter-dish')
      .first()
      .getByRole('button', { name: /^Tambah 1/ })
      .click();
    if (paper !== null) await page.getByLabel('Nomor kertas').fill(paper);
    await page.getByRole('button', { name: 'Terima uang dan pesan' }).click();
  };
  const sales = async () => {
    const rows = await server.world.db
      .selectFrom('order_header')
      .select('id')
      .where('source', '=', 'counter')
      .execute();
    return rows.length;
  };

  // Answered: the number stands there, and the page is ready for the next.
  await sell(null);
  await page.getByText(/^Nomor \d+, ambil/).waitFor();
  expect(await sales()).toBe(1);
  await phone.look();

  // The network dies while the sale is on its way: it was recorded, and the phone does not know.
  await phone.loseAnswers();
  await sell(null);
  await page.getByText('Tersimpan di HP ini. Terima Rp10.000.').waitFor();
  await soon(sales).toBe(2);
  await phone.mend();
  await page.locator('[data-link-unsent]').waitFor({ state: 'hidden' });
  expect(await sales()).toBe(2);

  // No network from the beginning, a paper number, and the phone is switched off and on.
  await phone.cut();
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await linkSays(page, 'Tidak ada internet');
  await sell('A12');
  await page.getByText('Tersimpan di HP ini. Terima Rp10.000, beri pelanggan kertas A12.').waitFor();
  expect(await page.getByLabel('Nomor kertas').inputValue()).toBe('A13');
  await phone.look();
  await page.reload();
  await unsent(page).filter({ hasText: 'Pesanan di stan A12' }).waitFor();
  expect(await sales()).toBe(2);
  await phone.mend();
  await soon(sales).toBe(3);
  // The true page takes the kept one's place by itself; only then somebody goes on to the queue.
  await page.locator('board-link:not([data-kept])').waitFor();
  await page.goto(base);
  await page.locator('.bon-paper', { hasText: 'kertas A12' }).waitFor();
  expect((await readStockRow(server.world, stall))?.portions_left).toBe(before - 3);
  await everythingAddsUp();
  await phone.close();
});

it('"Habis" on the stock list works without internet and is true when it is back', { timeout: 120_000 }, async () => {
  const phone = await openPhone();
  const { page } = phone;
  await page.goto(`${base}/stok`);
  await linkSays(page, 'Tersambung');
  await phone.cut();
  const dish = page.locator('.stock-dish').first();
  await tapsAsPerson(dish.getByRole('button', { name: /^Tandai .* habis$/ }));
  await dish.getByText('Belum terkirim').waitFor();
  await page.reload();
  await dish.getByRole('button', { name: /^Jual .* lagi$/ }).waitFor();
  await phone.look();
  expect((await readStockRow(server.world, stall))?.sold_out_at).toBeNull();
  await phone.mend();
  await soon(async () => (await readStockRow(server.world, stall))?.sold_out_at).not.toBeNull();
  await tapsAsPerson(dish.getByRole('button', { name: /^Jual .* lagi$/ }));
  await soon(async () => (await readStockRow(server.world, stall))?.sold_out_at).toBeNull();
  await phone.close();
});

it('a phone that was signed out keeps its taps and says what to do', { timeout: 120_000 }, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const { id, number } = await order();
  await inColumn(page, 'placed', number);
  await phone.context.clearCookies();
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await linkSays(page, 'Masuk lagi supaya ketukan terkirim');
  await page.locator('board-link').getByRole('link', { name: 'Masuk lagi' }).waitFor();
  expect(await unsent(page).count()).toBe(1);
  expect(await stateOf(id)).toBe('placed');
  await phone.look();
  await phone.close();
});
