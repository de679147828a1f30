import type { Browser, CDPSession, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson, readSentCode } from '../factories/identity';
import { axeFaults } from '../setup/axe';
import { openBrowser, PHONE } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('sqlite', { env: { ROLE: 'web' } }), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A phone with a fingerprint reader of Chromium's own, which says yes. */
async function takePhone({ javaScript = true } = {}): Promise<{ page: Page; phone: CDPSession }> {
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: PHONE,
    locale: 'id-ID',
    javaScriptEnabled: javaScript,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const phone = await context.newCDPSession(page);
  await phone.send('WebAuthn.enable');
  await phone.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { page, phone };
}

/** Fits a screen reader and a phone. */
async function look(page: Page): Promise<void> {
  expect(await axeFaults(page), page.url()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
}

async function enterByCode(page: Page, phone: Parameters<typeof readSentCode>[1]): Promise<void> {
  await page.goto('/masuk');
  await page.getByLabel('Nomor HP').fill(phone);
  await page.getByRole('button', { name: 'Kirim kode' }).click();
  await page.getByLabel('Kode OTP').fill(await readSentCode(server.world.app, phone));
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

it('signs in by code, is offered a passkey, makes it, signs out, signs in with it, removes it', async () => {
  const { phone: number } = await makePerson(server.world, { name: 'Siti' });
  const { page } = await takePhone();
  await page.goto('/masuk');
  await page.getByRole('button', { name: 'Masuk dengan passkey' }).waitFor();
  await look(page);
  await enterByCode(page, number);
  await page.getByRole('heading', { name: 'Lain kali tanpa kode?' }).waitFor();
  const make = page.getByRole('button', { name: 'Buat passkey' });
  await make.waitFor();
  expect(await page.getByText('belum bisa membuat passkey').isVisible()).toBe(false);
  await look(page);
  await page.getByLabel('Nama passkey').fill('HP merah');
  await make.click();
  await page.waitForURL((url) => !url.pathname.startsWith('/akun/passkey'));

  await page.goto('/keluar');
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.goto('/masuk?lanjut=/akun');
  await page.getByRole('button', { name: 'Masuk dengan passkey' }).click();
  await page.getByRole('heading', { name: 'HP merah' }).waitFor();
  await look(page);
  await page.getByRole('link', { name: 'Perangkat yang masuk' }).click();
  await page.getByText('perangkat ini', { exact: true }).waitFor();
  await look(page);

  await page.goto('/akun');
  await page.getByRole('button', { name: 'Hapus passkey: HP merah' }).click();
  await page.getByText('Belum ada. Passkey membuat Anda masuk').waitFor();
  await page.goto('/keluar');
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.goto('/masuk');
  await page.getByRole('button', { name: 'Masuk dengan passkey' }).click();
  await page.getByText('Passkey ini sudah dihapus dari akun.').waitFor();
  await page.context().close();
}, 300_000);

it('skipped once, is not offered on that phone again; without JavaScript everything is as with a code', async () => {
  const { phone: number } = await makePerson(server.world);
  const { page } = await takePhone();
  await enterByCode(page, number);
  await page.getByRole('button', { name: 'Nanti saja' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/akun/passkey'));
  await page.goto('/keluar');
  await page.getByRole('button', { name: 'Keluar' }).click();
  const other = (await makePerson(server.world)).phone;
  await enterByCode(page, other);
  await page.waitForURL((url) => !/masuk|passkey/.test(url.pathname));
  await page.context().close();

  const { page: plain } = await takePhone({ javaScript: false });
  await plain.goto('/masuk');
  expect(await plain.getByRole('button', { name: 'Masuk dengan passkey' }).isVisible()).toBe(false);
  await enterByCode(plain, (await makePerson(server.world)).phone);
  await plain.waitForURL((url) => !/masuk|passkey/.test(url.pathname));
  await plain.goto('/akun/passkey/baru');
  expect(await plain.getByText('belum bisa membuat passkey').isVisible()).toBe(true);
  expect(await plain.getByRole('button', { name: 'Buat passkey' }).isVisible()).toBe(false);
  await plain.context().close();
}, 300_000);
