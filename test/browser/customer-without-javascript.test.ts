import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openVisitor } from '../setup/browser';
import { type DemoServer, startDemo } from './demo-server';
import { ticketOf } from './steps/customer-orders';
import { comesHome, type Person, personOf, wordsOf } from './steps/person';
import { stallHandsOver, stallServes, stallTakesCash } from './steps/stall-cooks';

describe('a customer without JavaScript, at 360 px', () => {
  let demo: DemoServer;
  let browser: Browser;
  let customer: Person;
  let merchant: Person;
  let festival = '';
  /** Name of the signed-in merchant's stall. */
  let ownStall = '';
  let ownNumber = 0;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
    const open = async () =>
      personOf(await openVisitor(browser, demo.origin, { javaScript: false }), {
        phone: '',
        seen: new Set(),
        usedCodes: new Set(),
      });
    [customer, merchant] = await Promise.all([open(), open()]);
    festival = `/festival/${demo.festivals[0]?.slug}`;
  }, 360_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });
  const step = (name: string, walk: () => Promise<void>) => it(name, walk, 90_000);

  /** Signs in through the demo's one-time address of a role. */
  const enter = async (person: Person, role: string) => {
    await person.goes(new URL(demo.signIns.find((signIn) => signIn.role === role)?.url ?? '').pathname);
    await person.presses('Masuk', { within: person.page.getByRole('main'), exact: true });
  };
  /** Links to stalls on one page of the festival's list; open stalls come first. */
  const stallLinks = async (page: number) => {
    await customer.goes(`${festival}?hal=${page}`);
    return customer.page
      .getByRole('main')
      .locator('a[href*="/lapak/"]')
      .evaluateAll((all) =>
        all.map((link) => ({
          href: (link.getAttribute('href') ?? '').split('#')[0] ?? '',
          text: link.textContent ?? '',
        })),
      );
  };
  /** Addresses of stalls that sell now: the merchant's own first. */
  const openStalls = async (): Promise<string[]> => {
    const links = [...(await stallLinks(1)), ...(await stallLinks(2))];
    const own = links.find(({ text }) => text.includes(ownStall));
    return [...new Set([own?.href ?? '', ...links.map(({ href }) => href)])];
  };
  const addFirstDish = async (stall: string): Promise<string> => {
    await customer.goes(stall);
    const button = customer.page.getByRole('button', { name: /^Tambah / }).first();
    const dish = ((await button.getAttribute('aria-label')) ?? '').replace('Tambah ', '');
    await customer.presses(`Tambah ${dish}`, { exact: true });
    await customer.sees(`${dish} sudah di keranjang.`);
    return dish;
  };

  step('finds a dish by name and by filter', async () => {
    await customer.goes('/');
    await customer.presses('Lihat menu festival');
    await customer.fills('Cari menu di festival ini', 'pempek');
    await customer.presses('Cari', { within: customer.page.getByRole('main'), exact: true });
    await customer.sees('Hasil "pempek"');
    expect(
      await customer.page
        .getByRole('main')
        .getByText(/pempek/i)
        .count(),
    ).toBeGreaterThan(2);
    await customer.page
      .getByRole('main')
      .getByText(/^Filter/)
      .first()
      .click();
    await customer.ticks('Bersertifikat halal saja');
    await customer.presses('Terapkan filter');
    await customer.sees('filter aktif');
    await customer.goes(`/cari?kata=rujakcingurxyz&festival=${demo.festivals[0]?.slug}`);
    await customer.sees(/tidak ada di/);
  });

  step('fills a basket from two stalls, changes her mind about a number, and pays in cash', async () => {
    await enter(merchant, 'merchant');
    await comesHome(merchant);
    ownStall = await wordsOf(merchant.page.getByRole('heading', { level: 1 }));
    const [own = '', other = ''] = await openStalls();
    const dish = await addFirstDish(own);
    await addFirstDish(other);
    await customer.goes('/keranjang');
    await customer.presses(`Tambah 1 ${dish}`, { exact: true });
    await customer.presses(`Kurangi 1 ${dish}`, { exact: true });
    await customer.presses(/^Lanjut ke pembayaran|^Ambil di jam berbeda/);
    await customer.ticks('Tunai di stan');
    await customer.presses(/^Pesan Rp/);
    expect(await customer.page.locator('.order-ticket').count()).toBe(2);
    await customer.sees('Menunggu pembayaran');
    ownNumber = Number(await ticketOf(customer, ownStall).locator('.order-ticket-number').textContent());
  });

  step('a second unpaid order is refused with the way to the first', async () => {
    const [first = ''] = await openStalls();
    await addFirstDish(first);
    await customer.goes('/keranjang/bayar');
    await customer.ticks('Tunai di stan');
    await customer.presses(/^Pesan Rp/);
    await customer.presses('Lihat pesanan itu');
    await customer.sees('Menunggu pembayaran');
  });

  step('the stall takes the cash and cooks, without JavaScript too; the customer reads it', async () => {
    const order = customer.page.url();
    await merchant.presses('Buka papan pesanan');
    await stallTakesCash(merchant, ownNumber);
    await stallServes(merchant, ownNumber);
    await customer.goes(new URL(order).pathname);
    expect(await ticketOf(customer, ownStall).textContent()).toContain('Siap diambil');
    await stallHandsOver(merchant, ownNumber);
  });

  step('pays by wallet after a wrong PIN, and takes one part back at once', async () => {
    await enter(customer, 'customer');
    const [, , third = ''] = await openStalls();
    await addFirstDish(third);
    await customer.goes('/keranjang');
    await customer.presses(/^Lanjut ke pembayaran|^Ambil di jam berbeda/);
    await customer.ticks(/^Dompet/);
    await customer.fills('PIN dompet', '918273');
    await customer.presses(/^Pesan Rp/);
    await customer.sees(/PIN belum cocok/);
    await customer.ticks(/^Dompet/);
    await customer.fills('PIN dompet', demo.pin);
    await customer.presses(/^Pesan Rp/);
    await customer.sees('Menunggu lapak');
    await customer.presses('Batalkan pesanan ini');
    await customer.sees('sudah kembali ke dompet Anda.');
    await customer.sees('Dibatalkan');
  });

  step('what sold out in the meantime is told before any money is taken', async () => {
    const [own = ''] = await openStalls();
    const dish = await addFirstDish(own);
    await merchant.presses('Stok');
    await merchant.presses(`Tandai ${dish} habis`, { exact: true });
    await customer.goes('/keranjang');
    await customer.sees(`${dish} baru saja habis. Uang belum diambil.`);
    await customer.presses(`Lanjut tanpa ${dish}`);
    expect(await customer.page.getByText(`${dish} baru saja habis`).count()).toBe(0);
  });
});
