import { expect } from 'vitest';
import { comesHome, type Person, wordsOf } from './person';

/** In the morning: signs in, opens the board, says how much is cooked at once, sets stock and a festival price. */
export async function stallOpens(
  stall: Person,
  { dish, portions, price }: { dish: string; portions: number; price?: string },
): Promise<void> {
  await comesHome(stall);
  await stall.seesSoon('Buka papan pesanan');
  await stall.presses('Buka papan pesanan');
  await stall.presses('Buka lapak', { within: stall.page.getByRole('main') });
  await stall.sees('Lapak dibuka.');
  await stall.presses('Stok');
  const row = stall.page.locator('.stock-dish').filter({ hasText: dish });
  await row.getByLabel('Sisa porsi').fill(String(portions));
  if (price) await row.getByLabel('Harga festival').fill(price);
  await stall.presses(`Simpan ${dish}`);
  await stall.sees('Tersimpan.');
  await toQueue(stall);
}

export async function toQueue(stall: Person): Promise<void> {
  await stall.presses('Pesanan', {
    exact: true,
    within: stall.page.getByRole('navigation', { name: 'Navigasi halaman' }),
  });
}

/** Three taps: accept with minutes, ready, handed over. The board moves by itself when an order comes. */
export async function stallServes(stall: Person, number: number): Promise<void> {
  await stall.page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }).waitFor();
  await stall.presses(`Terima pesanan ${number}, 5 menit lagi siap`);
  await stallIsReady(stall, number);
}

/** A counter sale is accepted already: it begins here. */
export async function stallIsReady(stall: Person, number: number): Promise<void> {
  await stall.presses(`Pesanan ${number} siap diambil`);
}

export async function stallHandsOver(stall: Person, number: number): Promise<void> {
  await stall.presses(`Serahkan pesanan ${number}`);
  await stall.sees(`Pesanan ${number} diserahkan.`);
}

export async function stallRefuses(stall: Person, number: number): Promise<void> {
  const ticket = stall.page.locator(`#bon-${number}`);
  await ticket.waitFor();
  await ticket.getByText('Tolak pesanan').click();
  await stall.presses('Alat bermasalah', { within: ticket });
  await stall.sees(`Pesanan ${number} ditolak. Uang pelanggan kembali.`);
}

export async function stallTakesCash(stall: Person, number: number): Promise<void> {
  await toQueue(stall);
  const ticket = stall.page.locator(`#bon-${number}`);
  await stall.presses(/^Lunas Rp/, { within: ticket });
  await stall.sees(`Pesanan ${number} lunas`);
}

/** Somebody orders at the counter and pays there; it joins the same queue. */
export async function stallSellsAtCounter(stall: Person, dish: string): Promise<number> {
  await stall.presses('Pesanan di stan');
  await stall.page.getByRole('button', { name: `Tambah 1 ${dish}` }).click();
  await stall.presses('Terima uang dan pesan');
  const said = await wordsOf(stall.page.getByRole('main'));
  const number = Number(/(?:stan|Nomor) (\d+)/.exec(said)?.[1]);
  expect(number).toBeGreaterThan(0);
  await toQueue(stall);
  return number;
}

/** Closes for a quarter of an hour; customers read it, orders stop; then opens again. */
export async function stallPauses(stall: Person): Promise<void> {
  await stall.presses('Tutup 15 menit');
  await stall.sees('Lapak tutup sementara');
}

export async function stallResumes(stall: Person): Promise<void> {
  await stall.presses('Buka lagi');
  await stall.sees('Lapak buka lagi.');
}

export async function stallSellsOut(stall: Person, dish: string): Promise<void> {
  await stall.presses('Stok');
  await stall.presses(`Tandai ${dish} habis`);
  await stall.sees('Ditandai habis.');
}

/** Evening: the day is closed, and the slip says what was sold, what is deducted by which rule, and what arrives. */
export async function stallClosesDay(stall: Person): Promise<void> {
  await stall.presses('Jam ambil');
  await stall.page.getByText('Tutup hari ini').click();
  await stall.presses('Tutup dan buat slip');
  await stall.sees('Hari ini ditutup.');
  await stall.presses('Jam ambil');
  await stall.presses('Lihat slip');
}
