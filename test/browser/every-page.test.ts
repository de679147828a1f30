import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LESSONS } from '../../app/domain/training/training';
import { writeLongestNames } from '../factories/longest-names';
import { axeFaults, bringAxe, type Look } from '../setup/axe';
import { DESK, openBrowser, PHONE } from '../setup/browser';
import { cutTextFaults } from '../setup/cut-text';
import { type Crawl, crawl } from './crawl';
import { type DemoServer, startDemo } from './demo-server';
import { addressBelow, addressesWithPage, patternOf } from './route-patterns';

const MINUTES = 60_000;

/** Pages that answer a form, refused or not: no link leads there, so they are opened by their address. */
const ANSWERS_A_FORM = [
  '/masuk/kode/ulang',
  '/hp-lapak',
  '/usaha/:merchantId/papan',
  '/usaha/:merchantId/bantuan/periksa',
  '/usaha/:merchantId/bantuan/periksa/urungkan',
  '/dompet/pin/kode',
  '/penyelenggara/:organisationId/festival/:festivalId/buka',
  '/penyelenggara/:organisationId/festival/:festivalId/tutup',
  '/penyelenggara/:organisationId/festival/:festivalId/pendaftar/:applicationId/kembalikan',
  '/penyelenggara/:organisationId/festival/:festivalId/susun/lepas',
  '/penyelenggara/:organisationId/festival/:festivalId/susun/tukar',
  '/penyelenggara/:organisationId/festival/:festivalId/susun/cadangan',
  '/penyelenggara/:organisationId/festival/:festivalId/susun/urutan',
  '/usaha/:merchantId/festival/:slug/kirim',
  '/usaha/:merchantId/festival/:slug/terima',
  '/usaha/:merchantId/festival/:slug/tolak',
  '/usaha/:merchantId/profil/foto',
  '/usaha/:merchantId/rekening/kode',
  '/usaha/:merchantId/menu/:dishId/foto',
  '/usaha/:merchantId/menu/:dishId/pilihan',
  '/papan/:participationId/stok/1',
  '/usaha/:merchantId/penjualan/:participationId/:day/kembali',
  '/operator/privasi/:requestId/jawab',
  '/operator/privasi/:requestId/tolak',
  ...LESSONS.map(({ slug }) => `/belajar/:merchantId/${slug}`),
];

/** Pages the demo has nobody for, each with the test that walks them. */
const WALKED_ELSEWHERE: Record<string, string> = {
  '/penyelenggara/:organisationId/festival/:festivalId/umumkan': 'whole-festival: its link leaves once all are told',
  '/keranjang/isi': 'its address shows the basket; it speaks only when a dish cannot go in (test/http/basket)',
  '/pendaftaran/:slug/ikut': 'whole-festival: who has one business is sent straight on',
  '/penyelenggara/:organisationId/impor/:importId/kolom':
    'whole-festival: columns are matched once, before an import goes in',
  '/operator/lembaga/:organisationId/anggota/:personId/:role/akhiri':
    'test/http/operator: the last organiser may not leave',
  '/operator/orang/anggota/:personId/:role/akhiri': 'test/http/review: the last operator may not leave',
  '/usaha/:merchantId/tim/anggota/:personId/:role/akhiri': 'test/http/team: the last owner may not leave',
  '/usaha/:merchantId/tim/hp-lapak/:stallPhoneId': 'people: its QR is there for a quarter of an hour',
  '/hp-lapak/pasang/:token': 'people: the link of one phone',
  '/akun/nomor-hp/kode': 'test/http/phone-change: after a code was sent',
  '/akun/nomor-hp/batal/:token': 'test/http/phone-change: its link is in a message',
  '/bantu/:merchantId': 'people: only a helper sees it',
  '/daftar/menu': 'whole-festival: the third screen of a sign-up that has begun',
};

interface Role {
  /** Where such a person begins: what is typed, printed on paper or sent by message. */
  starts: string[];
  /** What she does before looking around; gives more addresses. */
  first?: (page: Page, demo: DemoServer) => Promise<string[]>;
}

const ROLES: Record<string, Role> = {
  visitor: {
    starts: ['/', '/cari?kata=pempek', '/daftar', '/klaim', '/sertifikat', '/dev/pesan', '/tidak-ada'],
    first: askForCode,
  },
  customer: {
    starts: ['/keranjang', '/keranjang/bayar', '/dompet', '/perangkat', '/privasi', '/keluar'],
    first: orderAndTopUp,
  },
  // The second and third are what a phone shows of itself while there is no internet.
  merchant: { starts: ['/usaha', '/papan-luring', '/belajar-luring'] },
  organiser: { starts: ['/penyelenggara'] },
  verifier: { starts: ['/operator/periksa'] },
  operator: { starts: ['/operator', '/operator/periksa', '/dompet/pin', '/daftar/usaha'] },
};

describe('every page of the demo, with names as long as they may be, on a phone and on a desk', () => {
  let demo: DemoServer;
  let browser: Browser;
  const seen: Crawl = { opened: new Map(), faults: [] };

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo({ change: writeLongestNames }), openBrowser()]);
  }, 6 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  for (const [role, { starts, first }] of Object.entries(ROLES)) {
    it(
      `${role}: each page opens, has one heading and a title, suits a screen reader, does not scroll sideways and cuts no words`,
      async () => {
        const page = await enter(browser, demo, role);
        const before = seen.faults.length;
        const shots = process.env.SHOTS ? `${process.env.SHOTS}/${role}` : null;
        const own = [...starts, ...((await first?.(page, demo)) ?? [])];
        await crawl(page, bothLanguages(own), seen, shots);
        await crawl(page, bothLanguages(unopened(seen)), seen, shots);
        await page.context().close();
        expect(seen.faults.slice(before)).toEqual([]);
      },
      5 * MINUTES,
    );
  }

  it('a picture without a text, pale letters and a field without a name would be found', async () => {
    const page = await browser.newPage();
    await page.setContent(
      '<html lang="id"><title>Uji</title><main><img src="x"><p style="color:#ccc">Pucat</p><input></main></html>',
    );
    const rules = async (look: Look) => (await axeFaults(page, look)).map((fault) => fault.split(':')[0]).sort();
    expect(await rules('whole')).toEqual(['color-contrast', 'image-alt', 'label']);
    expect(await rules('words')).toEqual(['image-alt', 'label']);
    await page.close();
  });

  it('one pale row among many that look alike would be found, and the rows stand there again', async () => {
    const page = await browser.newPage({ viewport: PHONE });
    const rows = Array.from({ length: 40 }, (_, n) => `<li${n === 30 ? ' class="pale"' : ''}>Menu ${n}</li>`).join('');
    const style = '.pale { color: #ccc }';
    await page.setContent(
      `<html lang="id"><title>Uji</title><style>${style}</style><main><ul>${rows}</ul></main></html>`,
    );
    const [fault = ''] = await axeFaults(page);
    expect(fault).toMatch(/^color-contrast: .*Menu 30/);
    expect(await page.getByRole('listitem').filter({ visible: true }).count()).toBe(40);
    await page.close();
  });

  it('words that a box hides and words beyond their own box would be found, not what scrolls or tells itself whole', async () => {
    const page = await browser.newPage({ viewport: PHONE });
    const style = '.row { width: 6rem; white-space: nowrap } .hides { overflow: hidden } .rolls { overflow-x: auto }';
    const row = (name: string, more = '') =>
      `<div class="row ${name}" ${more}><span>Warung Pempek Cik Nurhayati</span></div>`;
    const rows = [row('hides'), row('bare'), row('rolls'), row('hides', 'title="Warung"')];
    await page.setContent(
      `<html lang="id"><title>Uji</title><style>${style}</style><main>${rows.join('')}</main></html>`,
    );
    expect((await cutTextFaults(page)).map((fault) => fault.split(' Warung')[0])).toEqual([
      'cut: row hides',
      'beyond its box: row bare',
    ]);
    await page.close();
  });

  it('what only a desk shows, and letters that are pale there alone, would be found', async () => {
    const page = await browser.newPage({ viewport: PHONE });
    const style = '.desk { display: none } @media (min-width: 900px) { .desk { display: block } p { color: #ccc } }';
    await page.setContent(
      `<html lang="id"><title>Uji</title><style>${style}</style><main><p>Pucat</p><div class="desk"><input></div></main></html>`,
    );
    expect(await axeFaults(page, 'whole')).toEqual([]);
    expect(await axeFaults(page, 'wider')).toEqual([]);
    await page.setViewportSize(DESK);
    const found = (await axeFaults(page, 'wider')).map((fault) => fault.split(':')[0]);
    expect(found.sort()).toEqual(['color-contrast', 'label']);
    await page.close();
  });

  it('there is no page that nobody can find', () => {
    const missed = addressesWithPage().filter((address) => !seen.opened.has(address) && !WALKED_ELSEWHERE[address]);
    expect(missed).toEqual([]);
  });

  it('nothing is said to be walked elsewhere that was walked here, or is no page', () => {
    const isWalked = (address: string) => seen.opened.has(address) && seen.opened.has(`en ${address}`);
    const idle = Object.keys(WALKED_ELSEWHERE).filter(
      (address) => isWalked(address) || !addressesWithPage().includes(address),
    );
    expect(idle).toEqual([]);
  });

  it('there is no page without its English', () => {
    const missed = addressesWithPage().filter(
      (address) => !seen.opened.has(`en ${address}`) && !WALKED_ELSEWHERE[address],
    );
    expect(missed).toEqual([]);
  });
});

/** Answers of forms nobody has seen yet, where a page that was opened lends the parameters. */
function unopened({ opened }: Crawl): string[] {
  const paths = ANSWERS_A_FORM.flatMap((address) => addressBelow(address, opened) ?? []);
  return paths.filter((path) => !opened.has(patternOf(path)));
}

function bothLanguages(paths: string[]): string[] {
  return [...paths, ...paths.map((path) => (path === '/' ? '/en' : `/en${path}`))];
}

/** A browser of one's own, signed in through the demo's one-time address. */
async function enter(browser: Browser, demo: DemoServer, role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.origin, locale: 'id-ID', reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  await bringAxe(context);
  const page = await context.newPage();
  const link = demo.signIns.find((signIn) => signIn.role === role);
  if (!link) return page;
  await page.goto(link.url);
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/tautan/'));
  return page;
}

async function askForCode(page: Page, { signIns }: DemoServer): Promise<string[]> {
  await page.goto('/masuk');
  await page.getByLabel('Nomor HP').fill('0810-0000-9990');
  await page.getByRole('button', { name: 'Kirim kode' }).click();
  await page.getByLabel('Kode OTP').waitFor();
  return ['/masuk/kode', new URL(signIns[0]?.url ?? '').pathname];
}

/** A dish ordered and paid, one more in the basket, some money in the wallet. */
async function orderAndTopUp(page: Page, { festivals, pin }: DemoServer): Promise<string[]> {
  await page.goto('/dompet/isi');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByRole('button', { name: /^Isi Rp/ }).click();
  await page.waitForURL(/isi\/top/);
  const topUp = new URL(page.url()).pathname;
  await addDish(page, festivals[0]?.slug ?? '');
  await page.goto('/keranjang/bayar');
  await page.getByLabel(/^Dompet/).check();
  await page.getByLabel('PIN dompet').fill(pin);
  await page.getByRole('button', { name: /^Pesan Rp/ }).click();
  await page.waitForURL(/pesanan\//);
  const order = new URL(page.url()).pathname;
  await addDish(page, festivals[0]?.slug ?? '');
  return [topUp, order, `${order}?pindah=ya`, await askAboutData(page)];
}

/** A copy of her data, made by the worker, and a correction for the officer's queue. */
async function askAboutData(page: Page): Promise<string> {
  await page.goto('/privasi/perbaikan');
  await page.getByLabel('Nama saya').check();
  await page.getByLabel('Yang benar').fill('Rini');
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await page.getByRole('button', { name: 'Buat salinan data' }).click();
  const copy = page.getByRole('link', { name: 'Buka salinan data' });
  await expect.poll(async () => (await page.goto('/privasi')) && copy.count(), { timeout: 15_000 }).toBe(1);
  return (await copy.getAttribute('href')) ?? '';
}

async function addDish(page: Page, slug: string): Promise<void> {
  await page.goto(`/festival/${slug}?saring=buka`);
  const stalls = await page
    .locator('main a[href*="/lapak/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const stall of new Set(stalls)) {
    await page.goto(stall);
    const add = page.getByRole('button', { name: /^Tambah / }).first();
    if ((await add.count()) === 0) continue;
    await add.click();
    return void (await page.getByText('sudah di keranjang').first().waitFor());
  }
  throw new Error('no stall of the demo sells anything');
}
