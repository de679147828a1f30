import { givesPhoneAndCode, type Person, signsIn } from './person';

/** A merchant whose phone stood in the file signs in and says: this is mine. */
export async function merchantTakesOver(merchant: Person): Promise<void> {
  await signsIn(merchant);
  await merchant.goes('/usaha');
  await merchant.presses('Ini usaha saya');
}

/** A merchant without a phone in the file opens the code of her sheet and signs in with her own. */
export async function merchantRedeemsCode(merchant: Person, code: string): Promise<void> {
  await merchant.goes(`/klaim?kode=${code}`);
  await merchant.presses('Masuk dengan nomor HP');
  await givesPhoneAndCode(merchant);
  await merchant.presses('Aktifkan akun usaha');
  await merchant.sees('Usaha ini sekarang milik akun Anda.');
}

/** Consent, the paper the festival wants, and the profile that is complete already. */
export async function merchantGetsReady(merchant: Person): Promise<void> {
  const main = merchant.page.getByRole('main');
  await merchant.presses('Tampilkan usaha', { within: main });
  await merchant.sees('Usaha Anda tampil.');
  await merchant.presses('Kirim profil', { within: main });
  await merchant.sees('Usaha Anda aktif');
  await merchantDeclaresCard(merchant);
}

/** "Punya" for the identity card, the one paper the festival asks for. */
export async function merchantDeclaresCard(merchant: Person): Promise<void> {
  await merchant.presses('Dokumen');
  await merchant.presses('KTP', { exact: true });
  await merchant.ticks('Punya');
  await merchant.presses('Simpan jawaban');
  await merchant.sees('1 dari 8 dokumen dijawab');
}
