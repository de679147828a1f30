import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, signInPerson } from '../factories/identity';
import { makeOpenFestival } from '../factories/stalls';
import { axeFaults } from '../setup/axe';
import { openBrowser } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

const PHONE = { width: 360, height: 740 };
const SHOTS = process.env.SHOTS;

let server: TestServer;
let browser: Browser;
let stall: Awaited<ReturnType<typeof makeOpenFestival>>['stalls'][number];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('sqlite', { env: { ROLE: 'web' } }), openBrowser()]);
  stall = (await makeOpenFestival(server.world, [{}])).stalls[0]!;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A phone of somebody signed in, or a bare one. */
async function takePhone(session: string | null): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, viewport: PHONE, locale: 'id-ID' });
  context.setDefaultTimeout(15_000);
  if (session) await context.addCookies([{ name: 'sesi', value: session, url: server.origin }]);
  return context.newPage();
}

async function textOf(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? '').trim();
}

/** Every page on the way suits a screen reader and does not scroll sideways. */
async function look(page: Page, name: string): Promise<void> {
  expect(await axeFaults(page), name).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `${name} scrolls sideways`).toBeLessThanOrEqual(PHONE.width);
  if (!SHOTS) return;
  await page.screenshot({ path: `${SHOTS}/${name}-360.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.screenshot({ path: `${SHOTS}/${name}-1280.png`, fullPage: true });
  await page.setViewportSize(PHONE);
}

describe('people of a business, on small phones', () => {
  it('the owner asks for help, a helper types for her, the owner undoes one entry and confirms the rest', async () => {
    const owner = await takePhone(await signInPerson(server.world, stall.ownerId));
    await owner.goto(`/usaha/${stall.merchantId}`);
    await owner.getByRole('link', { name: 'Minta bantuan' }).click();
    await owner.getByRole('button', { name: 'Buat kode pendamping' }).click();
    const code = await textOf(owner.getByText(/^\d{6}$/));
    const number = (await textOf(owner.getByText(/08\d\d-\d{4}-\d{4}/))).match(/08[\d-]+/)?.[0] ?? '';
    await look(owner, 'help-code');

    const { personId } = await makePerson(server.world, { name: 'Dewi' });
    const helper = await takePhone(await signInPerson(server.world, personId));
    await helper.goto('/usaha');
    await helper.getByRole('link', { name: 'Bantu usaha lain dengan kode' }).click();
    await helper.getByLabel('Nomor HP pemilik usaha').fill(number);
    await helper.getByLabel('Kode pendamping').fill(code === '000000' ? '000001' : '000000');
    await helper.getByRole('button', { name: 'Mulai membantu' }).click();
    expect(await textOf(helper.getByRole('alert'))).toContain('Kode belum cocok');
    await look(helper, 'helping-code-wrong');
    await helper.getByLabel('Kode pendamping').fill(code);
    await helper.getByRole('button', { name: 'Mulai membantu' }).click();
    await helper.getByRole('link', { name: 'Profil usaha' }).click();
    await helper.getByLabel(/^Cerita/).fill('Resep keluarga sejak 1980.');
    await helper.getByLabel(/^Alamat/).fill('Jalan Contoh 1');
    await helper.getByRole('button', { name: 'Simpan' }).click();
    await look(helper, 'helping-profile');
    await helper.goto(`/bantu/${stall.merchantId}`);
    await look(helper, 'helping-business');
    for (const place of ['', '/tim', '/dompet', '/penjualan', '/festival', '/bantuan'])
      expect((await helper.goto(`/usaha/${stall.merchantId}${place}`))?.status(), place).toBe(404);
    await helper.goto(`/usaha/${stall.merchantId}/menu`);
    await look(helper, 'helping-menu');

    await owner.goto(`/usaha/${stall.merchantId}/profil`);
    expect(await owner.getByText('diketik pendamping, belum diperiksa').count()).toBe(2);
    await look(owner, 'profile-marked');
    await owner.getByRole('link', { name: 'Periksa isian' }).click();
    expect(await textOf(owner.getByRole('main'))).toContain('Resep keluarga sejak 1980.');
    await look(owner, 'help-check');
    await owner.getByRole('button', { name: 'Urungkan: Alamat' }).click();
    await owner.getByRole('button', { name: 'Semua benar' }).click();
    await owner.getByText('Sudah Anda periksa.').waitFor();
    await look(owner, 'help-typing');
    await owner.getByRole('button', { name: 'Akhiri bantuan' }).click();
    expect((await helper.goto(`/usaha/${stall.merchantId}/profil`))?.status()).toBe(404);
    await owner.goto(`/usaha/${stall.merchantId}/profil`);
    expect(await owner.getByLabel(/^Cerita/).inputValue()).toBe('Resep keluarga sejak 1980.');
    expect(await owner.getByLabel(/^Alamat/).inputValue()).toBe('');
    await Promise.all([owner.context().close(), helper.context().close()]);
  }, 180_000);

  it('a cashier opens the board with her PIN; the owner revokes the phone, and its next tap is refused', async () => {
    const owner = await takePhone(await signInPerson(server.world, stall.ownerId));
    await owner.goto(`/usaha/${stall.merchantId}`);
    await owner.getByRole('link', { name: 'Tim' }).click();
    await look(owner, 'team');
    await owner.getByRole('link', { name: 'Tambah HP lapak' }).click();
    await look(owner, 'stall-phone-new');
    await owner.getByLabel('Nama kasir').fill('Rani');
    await owner.getByRole('button', { name: 'Buat HP lapak' }).click();
    const link = await textOf(owner.getByRole('link', { name: /hp-lapak\/pasang/ }));
    await look(owner, 'stall-phone-qr');

    const stallPhone = await takePhone(null);
    await stallPhone.goto(link);
    await stallPhone.getByLabel('PIN baru').fill('1234');
    await stallPhone.getByLabel('Ulangi PIN').fill('1234');
    await stallPhone.getByRole('button', { name: 'Pasang HP ini' }).click();
    expect(await textOf(stallPhone.getByRole('alert'))).toContain('mudah ditebak');
    await look(stallPhone, 'stall-phone-pair');
    await stallPhone.getByLabel('PIN baru').fill('2580');
    await stallPhone.getByLabel('Ulangi PIN').fill('2580');
    await stallPhone.getByRole('button', { name: 'Pasang HP ini' }).click();
    await look(stallPhone, 'boards');
    await stallPhone.getByRole('link', { name: 'Buka papan pesanan' }).click();
    await stallPhone.getByRole('button', { name: 'Keluar' }).click();
    await look(stallPhone, 'stall-phone-pin');
    await stallPhone.getByLabel('PIN kasir').fill('2580');
    await stallPhone.getByRole('button', { name: 'Buka papan' }).click();
    await stallPhone.getByRole('link', { name: 'Buka papan pesanan' }).click();
    await stallPhone.getByRole('link', { name: 'Stok' }).click();
    expect(stallPhone.url()).toContain('/stok');

    await owner.goto(`/usaha/${stall.merchantId}/tim`);
    await look(owner, 'team-with-phone');
    await owner.getByRole('button', { name: 'Cabut HP ini: Rani' }).click();
    await owner.getByText('HP lapak sudah dicabut.').waitFor();
    await stallPhone.getByRole('link', { name: 'Jam ambil' }).click();
    await stallPhone.waitForURL(/hp-lapak/);
    expect(await textOf(stallPhone.getByRole('heading', { level: 1 }))).toBe('HP ini bukan HP lapak');
    await Promise.all([owner.context().close(), stallPhone.context().close()]);
  }, 180_000);
});
