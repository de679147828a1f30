import { comesHome, type Person } from './person';

/** From the list of open calls to a sent application: four answers, nothing that is known already. */
export async function merchantApplies(merchant: Person, festival: string): Promise<void> {
  await comesHome(merchant);
  await merchant.presses('Festival', { within: merchant.page.getByRole('navigation', { name: 'Navigasi halaman' }) });
  await merchant.sees(festival);
  await merchant.presses('Ikut festival ini');
  await merchant.ticks('Sampai 450 watt');
  await merchant.ticks('Ya');
  await merchant.presses('Simpan draf');
  await merchant.fills('Berapa porsi yang bisa dibuat dalam sehari?', '120');
  await merchant.fills('Berapa orang yang menjaga stan?', '2');
  await merchant.presses('Kirim pengajuan');
  await merchant.sees('Pengajuan lengkap.');
}

/** One tap. */
export async function merchantAccepts(merchant: Person, booth: number): Promise<void> {
  await comesHome(merchant);
  await merchant.presses('Lihat tawaran');
  await merchant.sees(`Anda terpilih: stan ${booth}`);
  await merchant.presses(`Terima stan ${booth}`);
  await merchant.sees(`Anda peserta, stan ${booth}.`);
}
