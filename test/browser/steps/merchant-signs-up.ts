import { expect } from 'vitest';
import { arrive, type Crowd, givesPhoneAndCode, type Person } from './person';

/** The first three of nine inputs; then she puts the phone away. */
export async function merchantBeginsSignUp(merchant: Person): Promise<void> {
  await merchant.goes('/');
  await merchant.presses('Daftarkan usaha');
  await givesPhoneAndCode(merchant);
  await merchant.fills('Nama lapak', 'Bakso Mang Udin');
  await merchant.page.getByLabel('Kabupaten atau kota').focus();
  await merchant.page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor();
  await merchant.leaves();
}

/** Goes on with another phone: what she typed is there, and after five inputs so is her public page. */
export async function merchantResumesSignUp(crowd: Crowd, merchant: Person): Promise<void> {
  await merchant.goes('/daftar');
  await merchant.presses('Masuk', { within: merchant.page.getByRole('main'), exact: true });
  await givesPhoneAndCode(merchant);
  await merchant.goes('/usaha');
  await merchant.presses('Lanjutkan pendaftaran');
  expect(await merchant.page.getByLabel('Nama lapak').inputValue()).toBe('Bakso Mang Udin');
  await merchant.fills('Kabupaten atau kota', 'Kota Palembang');
  await merchant.ticks('Boleh, tampilkan usaha saya');
  await merchant.presses('Lanjut');
  await merchant.sees('Halaman usaha Anda sudah ada');
  const address = await merchant.page.getByRole('link', { name: 'Lihat halaman usaha' }).getAttribute('href');
  await seesItIsNew(crowd, address ?? '');
  await merchant.fills('Nama pemilik', 'Udin');
  await merchant.selects('Yang paling banyak dijual', 'Pempek dan olahan ikan');
  await merchant.fills('Menu pertama', 'Bakso ikan');
  await merchant.fills('Harga', '15rb');
  await merchant.presses('Selesai mendaftar');
  await merchant.sees('Pendaftaran selesai.');
}

/** After five inputs anybody with the link sees her page, marked as new. */
async function seesItIsNew(crowd: Crowd, address: string): Promise<void> {
  const passerBy = await arrive(crowd, '');
  await passerBy.goes(address);
  await passerBy.sees('Baru');
  await passerBy.sees('Usaha ini baru bergabung.');
  await passerBy.leaves();
}
