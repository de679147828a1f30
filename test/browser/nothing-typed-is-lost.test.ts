import type { Browser, BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDevices } from '~/domain/identity/read-session.server';
import { revokeSession } from '~/domain/identity/revoke-session.server';
import { readDocuments } from '~/domain/merchants/read-documents.server';
import type { PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { makePerson, readSentCode, signInPerson } from '../factories/identity';
import { makeActiveMerchant } from '../factories/merchants';
import { photoOf } from '../factories/papers';
import { openBrowser, PHONE } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';
import { pressOn } from './steps/hand';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('sqlite', { env: { ROLE: 'web' } }), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Holder {
  page: Page;
  context: BrowserContext;
  personId: PersonId;
  phone: E164;
}

/** A phone of somebody; signed in unless told. */
async function takePhone(
  { personId, phone }: { personId: PersonId; phone: E164 },
  { javaScript = true, signedIn = true } = {},
): Promise<Holder> {
  const context = await browser.newContext({ baseURL: server.origin, viewport: PHONE, javaScriptEnabled: javaScript });
  context.setDefaultTimeout(60_000);
  if (signedIn) {
    const value = await signInPerson(server.world, personId);
    await context.addCookies([{ name: 'sesi', value, url: server.origin }]);
  }
  return { page: await context.newPage(), context, personId, phone };
}

/** Ends every session of hers, as another phone of hers would. */
async function endSessions({ personId }: Holder): Promise<void> {
  const now = server.world.clock.now();
  const devices = await readDevices(server.world.db, { personId, now });
  for (const { sessionId } of devices)
    await server.world.inTransaction((tx) => revokeSession(tx, { sessionId, personId, now }));
}

/** At the door she was sent to. */
async function signsInAgain({ page }: Holder, phone: E164): Promise<void> {
  expect(new URL(page.url()).pathname, (await page.getByRole('main').textContent()) ?? '').toBe('/masuk');
  await page.locator('[name=phone]').fill(phone);
  await pressOn(page, 'Kirim kode');
  await page.locator('[name=code]').fill(await readSentCode(server.world.app, phone));
  await pressOn(page, 'Masuk');
}

const BUSINESS = { stallName: 'Bakso Mang Udin', city: 'Kota Palembang' };
const MENU = { ownerName: 'Udin', dishName: 'Bakso ikan', dishPrice: '15rb' };

/** Types, and leaves the last field as it is when the next thing happens. */
async function types(page: Page, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    await page.locator(`[name=${name}]`).fill('');
    await page.locator(`[name=${name}]`).pressSequentially(text);
  }
}

const consentOf = (page: Page) => page.locator('[name=consent][value=yes]');

async function stands(page: Page, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts))
    expect(await page.locator(`[name=${name}]`).inputValue(), name).toBe(text);
}

/** On the third screen, with what the second asks given. */
async function reachMenu(holder: Holder): Promise<void> {
  const { page } = holder;
  await page.goto('/daftar');
  await types(page, BUSINESS);
  await consentOf(page).check();
  await pressOn(page, 'Lanjut');
  expect(new URL(page.url()).pathname).toBe('/daftar/menu');
}

describe('nothing that was typed is lost', () => {
  it('when the internet goes while she types: the page stays, says so, and sends it when it is back', async () => {
    const { page, context } = await takePhone(await makePerson(server.world));
    await page.goto('/daftar');
    await context.setOffline(true);
    await types(page, BUSINESS);
    await consentOf(page).check();
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
    await page.getByText('Belum terkirim: internet putus.').waitFor();
    await stands(page, BUSINESS);
    await context.setOffline(false);
    await page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor();
    await pressOn(page, 'Lanjut');
    expect(new URL(page.url()).pathname).toBe('/daftar/menu');
    await context.close();
  }, 300_000);

  it.each([{ javaScript: true }, { javaScript: false }])(
    'when the line breaks while she sends: it is there for another try, %o',
    async ({ javaScript }) => {
      const { page, context } = await takePhone(await makePerson(server.world), { javaScript });
      await page.goto('/daftar');
      // The browser believes it is connected: nothing gets through.
      await page.route('**/daftar/**', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      );
      await types(page, BUSINESS);
      await consentOf(page).check();
      const broken = page.waitForEvent('framenavigated');
      await page.getByRole('button', { name: 'Lanjut', exact: true }).click({ noWaitAfter: true });
      await broken;
      expect(page.url()).toMatch(/^chrome-error:/);
      await page.unroute('**/daftar/**');
      if (javaScript) {
        // She opens the address anew: what never arrived is in this window still.
        await page.goto('/daftar');
        await stands(page, BUSINESS);
        expect(await consentOf(page).isChecked()).toBe(true);
        await pressOn(page, 'Lanjut');
      } else {
        // Her browser holds the form and offers to send it again.
        await page.reload();
      }
      expect(new URL(page.url()).pathname).toBe('/daftar/menu');
      await context.close();
    },
    300_000,
  );

  it.each([{ javaScript: true }, { javaScript: false }])(
    'when her session ends on a screen: after the code it stands there, for her and nobody else, %o',
    async ({ javaScript }) => {
      const holder = await takePhone(await makePerson(server.world), { javaScript });
      const { page, context } = holder;
      await reachMenu(holder);
      await endSessions(holder);
      await types(page, MENU);
      await page.locator('[name=category]').selectOption('fish_cakes');
      await pressOn(page, 'Selesai mendaftar');
      const away = await context.storageState();
      await signsInAgain(holder, holder.phone);
      expect(new URL(page.url()).pathname).toBe('/daftar/menu');
      await stands(page, { ...MENU, category: 'fish_cakes' });
      await pressOn(page, 'Selesai mendaftar');
      await page.getByText('Pendaftaran selesai.').waitFor();
      await context.close();

      const other = await makePerson(server.world);
      const sameBrowser = await browser.newContext({
        baseURL: server.origin,
        storageState: away,
        javaScriptEnabled: javaScript,
      });
      const stranger = { ...holder, ...other, context: sameBrowser, page: await sameBrowser.newPage() };
      await stranger.page.goto('/masuk?lanjut=/daftar/menu');
      await signsInAgain(stranger, other.phone);
      expect(new URL(stranger.page.url()).pathname).toBe('/daftar/usaha');
      await stands(stranger.page, { stallName: '', city: '' });
      await sameBrowser.close();
    },
    300_000,
  );

  it('when she goes back and forth between the screens', async () => {
    const holder = await takePhone(await makePerson(server.world));
    const { page, context } = holder;
    await reachMenu(holder);
    await types(page, MENU);
    await page.goBack();
    await stands(page, BUSINESS);
    expect(await consentOf(page).isChecked()).toBe(true);
    await page.goForward();
    await stands(page, MENU);
    await context.close();
  }, 300_000);

  it('when she goes on with a second phone', async () => {
    const person = await makePerson(server.world);
    const first = await takePhone(person);
    await reachMenu(first);
    await types(first.page, MENU);
    await first.page.locator('[name=category]').selectOption('fish_cakes');
    // The price is still being typed when she stops.
    await expect.poll(() => countAnswers(person.personId), { timeout: 60_000 }).toBe(7);
    await first.context.close();
    const second = await takePhone(person, { signedIn: false });
    await second.page.goto('/masuk?lanjut=/daftar');
    await signsInAgain(second, person.phone);
    expect(new URL(second.page.url()).pathname).toBe('/daftar/menu');
    await stands(second.page, { ...MENU, category: 'fish_cakes' });
    await second.context.close();
  }, 300_000);

  it('of a paper, when her session ended while she copied its number', async () => {
    const { merchantId, ownerId, phone } = await makeActiveMerchant(server.world);
    const holder = await takePhone({ personId: ownerId, phone });
    const { page, context } = holder;
    const paper = `/usaha/${merchantId}/dokumen/ktp`;
    await page.goto(paper);
    await endSessions(holder);
    await page.locator('[name=answer][value=have]').check();
    await types(page, { number: '1671011708450001' });
    await pressOn(page, 'Simpan jawaban');
    await signsInAgain(holder, phone);
    expect(new URL(page.url()).pathname).toBe(paper);
    await stands(page, { number: '1671011708450001' });
    expect(await readDocuments(server.world.db, merchantId)).not.toContainEqual(
      expect.objectContaining({ kind: 'ktp', answer: 'have' }),
    );
    await pressOn(page, 'Simpan jawaban');
    expect(await readDocuments(server.world.db, merchantId)).toContainEqual(
      expect.objectContaining({ kind: 'ktp', answer: 'have' }),
    );
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('isian');
    await context.close();
  }, 300_000);

  it.each([{ javaScript: true }, { javaScript: false }])(
    'of her profile, when her session ended while she wrote her story, %o',
    async ({ javaScript }) => {
      const { merchantId, ownerId, phone } = await makeActiveMerchant(server.world);
      const holder = await takePhone({ personId: ownerId, phone }, { javaScript });
      const { page, context } = holder;
      const profile = `/usaha/${merchantId}/profil`;
      const typed = { story: 'Resep nenek sejak 1974', district: 'Bukitkecil', ownerName: 'Ida', phone };
      await page.goto(profile);
      await endSessions(holder);
      await types(page, typed);
      await page.locator('[name=category]').selectOption('fish_cakes');
      await pressOn(page, 'Simpan perubahan');
      await signsInAgain(holder, phone);
      expect(new URL(page.url()).pathname).toBe(profile);
      await page.getByText('Belum tersimpan, karena Anda harus masuk lagi.').waitFor();
      await stands(page, typed);
      await pressOn(page, 'Simpan perubahan');
      await page.getByText('Tersimpan').waitFor();
      expect(await page.getByText('Belum tersimpan').count()).toBe(0);
      await context.close();
    },
    300_000,
  );

  it('of a paper with a photo beside it: the number stands there, and the page says to choose the photo again', async () => {
    const { merchantId, ownerId, phone } = await makeActiveMerchant(server.world);
    const holder = await takePhone({ personId: ownerId, phone });
    const { page, context } = holder;
    await page.goto(`/usaha/${merchantId}/dokumen/ktp`);
    await endSessions(holder);
    await page.locator('[name=answer][value=have]').check();
    await types(page, { number: '1671011708450002' });
    // Longer than is read from somebody who is not signed in.
    const buffer = Buffer.concat([await photoOf(), Buffer.alloc(2_000_000, 7)]);
    await page.locator('[name=file]').setInputFiles({ name: 'ktp.jpg', mimeType: 'image/jpeg', buffer });
    await pressOn(page, 'Simpan jawaban');
    await signsInAgain(holder, phone);
    await stands(page, { number: '1671011708450002' });
    await page.getByText('Foto atau berkas tidak ikut; bila tadi ada, pilih lagi.').waitFor();
    await context.close();
  }, 300_000);
});

/** Answers of sign-up that have arrived, whatever they say. */
async function countAnswers(personId: PersonId): Promise<number> {
  const rows = await server.world.db
    .selectFrom('merchant_sign_up_answer')
    .select('field')
    .where('person_id', '=', personId)
    .where('field', '<>', 'merchant')
    .execute();
  return rows.length;
}
