import sharp from 'sharp';
import { expect } from 'vitest';
import { merchantDeclaresCard } from './merchant-takes-over';
import { comesHome, type Person } from './person';

/** Profile, papers, hours: what stands between a sign-up and an active business. */
export async function merchantCompletesProfile(merchant: Person): Promise<void> {
  const main = merchant.page.getByRole('main');
  await merchant.presses('Isi profil', { within: main });
  await merchant.fills('Kecamatan', 'Ilir Barat I');
  await merchant.fills('Cerita singkat', 'Bakso ikan tenggiri sejak 2009, kuahnya dimasak tiap subuh.');
  await merchant.fills('Penjualan setahun', '90 juta');
  await merchant.presses('Simpan perubahan', { within: main });
  await merchant.sees('Skala usaha: Mikro');
  await merchant.presses('Beranda');
  await merchant.presses('Kirim profil', { within: main });
  await merchant.sees('sedang diperiksa');
  await merchantDeclaresCard(merchant);
}

/** The first dish gets minutes, a photo and options; a bad file is refused in words. */
export async function merchantMakesDish(merchant: Person): Promise<void> {
  const { page } = merchant;
  const main = page.getByRole('main');
  await merchant.presses('Menu', { exact: true });
  await merchant.presses('Bakso ikan', { within: main });
  await merchant.fills('Lama masak', '6');
  await merchant.ticks('Belum bersertifikat');
  await merchant.ticks('ikan', { within: main.getByRole('group', { name: /alergen/ }) });
  await merchant.presses('Simpan perubahan', { within: main });
  await merchant.sees('Tersimpan.');
  await merchantAddsPhoto(merchant);
  await main.getByText('Tambah atau ubah pilihan').click();
  await merchant.fills('Nama pilihan', 'Ukuran');
  await merchant.fills('Isi pilihan', 'Biasa\nJumbo = 5.000');
  await merchant.presses('Simpan pilihan');
  await merchant.sees('Pilihan tersimpan.');
}

/** A file that only calls itself a photo is refused in words; a real one is taken. */
export async function merchantAddsPhoto(merchant: Person): Promise<void> {
  const field = merchant.page.getByLabel('Foto', { exact: true });
  await field.setInputFiles({ name: 'bakso.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('bukan foto') });
  await merchant.presses('Unggah foto');
  expect(await merchant.page.getByRole('alert').textContent()).toMatch(/foto|JPEG/i);
  await field.setInputFiles({ name: 'bakso.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() });
  await merchant.presses('Unggah foto');
  await merchant.sees('Foto tersimpan.');
}

function aPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 800, height: 600, channels: 3, background: { r: 196, g: 120, b: 60 } } })
    .jpeg()
    .toBuffer();
}

/** Wallet with a PIN; nothing else waits for it. One that is easily guessed is refused. */
export async function personMakesPin(person: Person, pin: string): Promise<void> {
  await person.fills('PIN baru', '123456');
  await person.fills('Ketik PIN baru sekali lagi', '123456');
  await person.presses('Simpan PIN');
  await person.sees('mudah ditebak');
  await person.fills(/^PIN baru/, pin);
  await person.fills('Ketik PIN baru sekali lagi', pin);
  await person.presses('Simpan PIN');
}

/** Reads a lesson, fails the quiz, reads why, passes it, does the practice in her own shop, and sees it come undone. */
export async function merchantLearns(merchant: Person): Promise<void> {
  const { page } = merchant;
  const main = page.getByRole('main');
  await comesHome(merchant);
  await merchant.presses('Belajar');
  await merchant.sees('0 dari 10 pelajaran selesai');
  await merchant.presses(/Buka pelajaran.*Menu dan harga/);
  await answersQuiz(merchant, false);
  await merchant.sees(/perlu 4\. Baca penjelasannya/);
  await merchant.sees('Baca bagiannya');
  await merchant.presses('Coba lagi', { within: main });
  await answersQuiz(merchant, true);
  await merchant.sees('Lulus: 5 dari 5 benar.');
  await merchant.sees('Belum ada menu dengan modal per porsi.');
  await merchant.presses('Isi sekarang', { within: main });
  await saysCost(merchant, '6.000');
  await opensLessonAgain(merchant);
  await merchant.sees('Bakso ikan: belum ada keterangan.');
  await merchant.presses('Isi sekarang', { within: main });
  await merchant.fills('Keterangan', 'Bakso ikan tenggiri, kuah kaldu, daun seledri');
  await merchant.presses('Simpan perubahan', { within: main });
  await opensLessonAgain(merchant);
  await merchant.sees('Praktik selesai');
  await merchant.presses('Buka daftar menu', { within: main });
  await merchant.presses('Bakso ikan', { within: main });
  await merchant.presses('Isi modal', { within: main });
  await saysCost(merchant, '90.000');
  await opensLessonAgain(merchant);
  await merchant.sees('Bakso ikan: harga setelah komisi tidak menutup modal.');
  await merchant.presses('Isi sekarang', { within: main });
  await saysCost(merchant, '6.000');
  await merchant.presses('Belajar');
  await merchant.sees('1 dari 10 pelajaran selesai');
}

async function saysCost(merchant: Person, amount: string): Promise<void> {
  await merchant.fills('Modal satu porsi', amount);
  await merchant.presses('Simpan perubahan', { within: merchant.page.getByRole('main') });
  await merchant.sees('Tersimpan.');
}

async function opensLessonAgain(merchant: Person): Promise<void> {
  await merchant.presses('Belajar');
  await merchant.presses(/Baca lagi.*Menu dan harga/);
}

async function answersQuiz(merchant: Person, right: boolean): Promise<void> {
  const { questions } = (await import('../../../app/domain/training/lessons/menu-dan-harga/quiz.json')).default;
  for (const question of questions) {
    const option = question.options.find((each) => 'right' in each === right);
    const group = merchant.page.getByRole('group', { name: question.text.id });
    await group.getByLabel(option?.text.id ?? '', { exact: true }).check();
  }
  await merchant.presses('Periksa jawaban');
}
