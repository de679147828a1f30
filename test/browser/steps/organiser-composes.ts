import { expect } from 'vitest';
import { type Person, wordsOf } from './person';

export interface PlannedFestival {
  name: string;
  /** YYYY-MM-DD */
  firstDay: string;
}

/** Six fields from a template, one quota of her own, and the call is open. */
export async function organiserOpensCall(organiser: Person, { name, firstDay }: PlannedFestival): Promise<string> {
  await organiser.presses('Festival', { within: organiser.page.getByRole('navigation').last() });
  await organiser.presses('Buat festival');
  await organiser.ticks('Festival 3 hari');
  await organiser.fills('Nama festival', name);
  await organiser.selects('Kabupaten atau kota', 'Kota Palembang, Sumatera Selatan');
  await organiser.fills('Tempat', 'Pelataran Benteng Kuto Besak');
  await organiser.fills('Hari pertama', firstDay);
  await organiser.fills('Jumlah stan', '3');
  await organiser.presses('Buat festival', { within: organiser.page.getByRole('main') });
  await organiser.sees('Buka pendaftaran');
  const festival = new URL(organiser.page.url()).pathname;
  await organiser.presses('Kuota', { within: organiser.page.getByRole('main'), exact: true });
  await organiser.fills(/^Paling banyak per jenis jualan/, '1');
  await organiser.presses('Simpan perubahan');
  await organiser.goes(festival);
  await organiser.presses('Buka pendaftaran', { within: organiser.page.getByRole('main') });
  await organiser.sees('Pendaftaran tutup sendiri');
  return festival;
}

/** Closes the call early and looks at who applied, with what is missing. */
export async function organiserClosesCall(organiser: Person, festival: string, applicants: string[]): Promise<void> {
  await organiser.goes(festival);
  await organiser.presses('Tutup pendaftaran');
  await organiser.presses('Pendaftar', { within: organiser.page.getByRole('navigation').last() });
  for (const name of applicants) await organiser.sees(name);
  await organiser.presses(applicants[0] ?? '', { within: organiser.page.getByRole('main') });
  await organiser.sees('Tidak ada yang kurang.');
}

/** By keyboard alone: Tab to the booth, Enter, Tab to the merchant, Enter. */
export async function organiserPlacesByKeyboard(
  organiser: Person,
  festival: string,
  placing: { booth: number; merchant: string },
): Promise<void> {
  const { page } = organiser;
  await organiser.goes(`${festival}/susun`);
  await tabTo(organiser, `Pilih stan ${placing.booth}: kosong`);
  await page.keyboard.press('Enter');
  await organiser.sees(`Stan ${placing.booth} dipilih. Sekarang pilih usaha.`);
  await tabTo(organiser, `Taruh di stan ${placing.booth}: ${placing.merchant}`);
  await page.keyboard.press('Enter');
  await organiser.sees(`${placing.merchant} ada di stan ${placing.booth}.`);
}

async function tabTo({ page }: Person, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
    if (reached === name) return;
  }
  throw new Error(`the keyboard does not reach "${name}"`);
}

/** By pointer: the merchant's card is dragged to the booth. */
export async function organiserPlacesByPointer(
  organiser: Person,
  placing: { booth: number; merchant: string },
): Promise<void> {
  const { page } = organiser;
  await page.setViewportSize({ width: 1280, height: 900 });
  const card = page.locator('.hand-card').filter({ hasText: placing.merchant }).locator('.hand-card-dish');
  const booth = page.locator(`#stan-${placing.booth}`);
  await card.scrollIntoViewIfNeeded();
  const from = await card.boundingBox();
  const to = await booth.boundingBox();
  if (!from || !to) throw new Error('the card or the booth cannot be seen');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await organiser.sees(`${placing.merchant} ada di stan ${placing.booth}.`);
  await page.setViewportSize({ width: 360, height: 740 });
}

/** The broken quota stands there in words, on the plan and before announcing; she raises it. */
export async function organiserMendsQuota(organiser: Person, festival: string): Promise<void> {
  const words = 'Jenis pempek dan olahan ikan: 2 usaha, kuotanya 1.';
  await organiser.sees(words);
  await organiser.presses('Periksa dan umumkan');
  await organiser.sees('Belum bisa diumumkan');
  await organiser.sees(words);
  await organiser.goes(`${festival}/ubah/kuota`);
  await organiser.fills(/^Paling banyak per jenis jualan/, '2');
  await organiser.presses('Simpan perubahan');
}

/** One merchant waits on the reserve list. */
export async function organiserReserves(organiser: Person, festival: string, merchant: string): Promise<void> {
  await organiser.goes(`${festival}/susun`);
  const card = organiser.page.locator('.hand-card').filter({ hasText: merchant });
  await card.getByRole('button', { name: /adangan|Cadangkan/ }).click();
  await organiser.page.locator('ol .hand-card').filter({ hasText: merchant }).waitFor();
}

/** Everybody is told at once. */
export async function organiserPublishes(
  organiser: Person,
  festival: string,
  tallies: { all: number; chosen: number; reserve: number },
): Promise<void> {
  await organiser.goes(`${festival}/umumkan`);
  await organiser.sees(`Umumkan hasil kepada ${tallies.all} usaha?`);
  await organiser.sees(`${tallies.chosen} terpilih`);
  await organiser.sees(`${tallies.reserve} cadangan`);
  await organiser.presses(`Umumkan ke ${tallies.all} usaha`);
  await organiser.sees('menunggu jawaban');
}

/** Signs to print: each with a QR that leads to the stall. Gives back the addresses printed below them. */
export async function organiserPrintsSigns(organiser: Person, festival: string): Promise<string[]> {
  await organiser.goes(`${festival}/tanda`);
  const signs = organiser.page.getByRole('article');
  const addresses: string[] = [];
  for (const sign of await signs.all()) {
    expect(await sign.getByRole('img').count()).toBeGreaterThan(0);
    addresses.push(/\/festival\/\S+\/lapak\/\S+/.exec(await wordsOf(sign))?.[0] ?? '');
  }
  return addresses;
}
