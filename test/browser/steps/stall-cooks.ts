import type { Locator, Page } from '@playwright/test';
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

/** A second tap in the same place within half a second is an echo to the board; a person takes longer for the next one. */
const BETWEEN_TAPS = 600;

/** Taps a button on a board as a person does. */
export async function tapsAsPerson(button: Locator): Promise<void> {
  await button.page().waitForTimeout(BETWEEN_TAPS);
  await button.click();
}

/** A button of one ticket; with or without JavaScript the ticket then stands where it belongs. */
async function taps(stall: Person, number: number, { button, shown }: { button: string | RegExp; shown: string }) {
  const ticket = stall.page.locator(`#bon-${number}`);
  await ticket.waitFor();
  await tapsAsPerson(ticket.getByRole('button', { name: button }));
  await stall.page.locator(shown).waitFor();
  await everythingIsSent(stall.page);
}

/** The board shows a tap before the server has it; others see it once the phone has let go of it. */
export async function everythingIsSent(page: Page): Promise<void> {
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('papan-ketukan:')));
}

/** Three taps: accept with minutes, ready, handed over. The board moves by itself when an order comes. */
export async function stallServes(stall: Person, number: number): Promise<void> {
  const button = `Terima pesanan ${number}, 5 menit lagi siap`;
  await taps(stall, number, { button, shown: `.board-column-accepted #bon-${number}` });
  await stallIsReady(stall, number);
}

/** A counter sale is accepted already: it begins here. */
export async function stallIsReady(stall: Person, number: number): Promise<void> {
  const button = `Pesanan ${number} siap diambil`;
  await taps(stall, number, { button, shown: `.board-column-ready #bon-${number}` });
}

export async function stallHandsOver(stall: Person, number: number): Promise<void> {
  const shown = `.board-ended [data-ticket="${number}"][data-state="handed_over"]`;
  await taps(stall, number, { button: `Serahkan pesanan ${number}`, shown });
}

export async function stallRefuses(stall: Person, number: number): Promise<void> {
  const ticket = stall.page.locator(`#bon-${number}`);
  await ticket.getByText('Tolak pesanan').click();
  const shown = `.board-ended [data-ticket="${number}"][data-state="refused"]`;
  await taps(stall, number, { button: 'Alat bermasalah', shown });
}

export async function stallTakesCash(stall: Person, number: number): Promise<void> {
  await toQueue(stall);
  await taps(stall, number, { button: /^Lunas Rp/, shown: `.board-column-placed #bon-${number}` });
}

/** Somebody orders at the counter and pays there; it joins the same queue. */
export async function stallSellsAtCounter(stall: Person, dish: string): Promise<number> {
  await stall.presses('Pesanan di stan');
  await stall.page.getByRole('button', { name: `Tambah 1 ${dish}` }).click();
  await stall.page.getByRole('button', { name: 'Terima uang dan pesan' }).click();
  const sold = stall.page.getByText(/^Nomor \d+, ambil/);
  await sold.waitFor();
  const number = Number(/Nomor (\d+)/.exec(await wordsOf(sold))?.[1]);
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
  await stall.page.getByRole('button', { name: `Tandai ${dish} habis` }).click();
  await stall.page.getByRole('button', { name: `Jual ${dish} lagi` }).waitFor();
  await everythingIsSent(stall.page);
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
