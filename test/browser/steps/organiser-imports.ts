import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Person, signsIn, wordsOf } from './person';

export interface SmallFile {
  name: string;
  text: string;
}

/** The invited organiser signs in; her first sign-in takes the invitation, and she stands in her organisation. */
export async function organiserJoins(organiser: Person, organisation: string): Promise<void> {
  await signsIn(organiser);
  await organiser.page.getByText(organisation).first().waitFor();
  await organiser.sees('Belum ada festival.');
}

/** A file of merchants with menus: upload, mend a column, check, take in, take the bad rows home, print the claim sheets. */
export async function organiserImports(organiser: Person, file: SmallFile): Promise<{ claimCode: string }> {
  const { page } = organiser;
  await organiser.presses('Impor');
  await page
    .getByLabel('Berkas Excel atau CSV')
    .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) });
  await organiser.presses('Unggah berkas');
  await organiser.sees('Siap dlm');
  await organiser.selects('Siap dlm', 'Lama masak (menit)');
  await organiser.presses('Periksa dulu', { within: page.getByRole('main') });
  await organiser.seesSoon('Perlu diperbaiki');
  await organiser.sees('"15rb-20rb" berisi dua harga. Pilih satu.');
  await organiser.presses(/^Masukkan \d+ baris$/);
  await organiser.seesSoon('Usaha baru');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh yang salah (CSV)' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('15rb-20rb');
  await organiser.presses('Cetak lembar kode');
  await organiser.sees('Martabak Har Kito');
  await organiser.presses('Buka lembar cetak');
  const claimCode = await wordsOf(page.locator('.claim-code').first());
  await page.goBack();
  return { claimCode };
}
