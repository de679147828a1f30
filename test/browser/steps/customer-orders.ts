import { expect } from 'vitest';
import { personMakesPin } from './merchant-completes-shop';
import { givesPhoneAndCode, type Person } from './person';

/** Opens what the booth's QR says and puts a dish into the basket. */
export async function customerAdds(
  customer: Person,
  stall: string,
  { dish, option }: { dish: string; option?: string },
): Promise<void> {
  await customer.goes(stall);
  if (option) {
    await customer.page.getByRole('listitem').filter({ hasText: dish }).getByText('Pilih', { exact: true }).click();
    await customer.ticks(option);
  }
  await customer.presses(`Tambah ${dish}`);
  await customer.sees(`${dish} sudah di keranjang.`);
}

/** Two stalls, one window; paid from a wallet that did not exist a minute ago. */
export async function customerPaysByWallet(customer: Person, pin: string): Promise<string> {
  await customer.goes('/keranjang');
  await customer.sees(/Semua siap diambil \d\d\.\d\d–\d\d\.\d\d/);
  await customer.presses('Lanjut ke pembayaran');
  await customer.presses('Masuk dan pakai dompet');
  await givesPhoneAndCode(customer);
  await customer.presses('Buat PIN');
  await personMakesPin(customer, pin);
  await customer.presses('Isi saldo', { within: customer.page.getByRole('main') });
  await customer.ticks('Rp50.000');
  await customer.presses('Lanjut', { within: customer.page.getByRole('main') });
  await customer.presses('Isi Rp50.000');
  await customer.sees('Rp50.000 sudah masuk');
  await customer.presses('Kembali ke pesanan');
  await customer.ticks(/^Dompet/);
  await customer.fills('PIN dompet', '111222');
  await customer.presses(/^Pesan Rp/);
  await customer.sees('PIN belum cocok.');
  await customer.ticks(/^Dompet/);
  await customer.fills('PIN dompet', pin);
  await customer.presses(/^Pesan Rp/);
  await customer.sees('Menunggu lapak');
  return customer.page.url();
}

/** No account at all: pays in cash at the stall. */
export async function customerPaysInCash(customer: Person): Promise<void> {
  await customer.goes('/keranjang');
  await customer.presses('Lanjut ke pembayaran');
  await customer.ticks('Tunai di stan');
  await customer.presses(/^Pesan Rp/);
  await customer.sees('Menunggu pembayaran');
}

/** The part of an order that one stall cooks. */
export function ticketOf({ page }: Person, stall: string) {
  return page.getByRole('main').locator('.order-ticket').filter({ hasText: stall });
}

/** What the customer sees when her page is loaded again. */
export async function customerSees(customer: Person, stall: string, words: string | RegExp): Promise<void> {
  await customer.presses('Perbarui');
  expect(await ticketOf(customer, stall).textContent()).toMatch(words);
}
