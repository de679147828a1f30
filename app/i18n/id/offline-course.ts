/** The course without internet, and what a phone has not sent yet. */
export const offlineCourse = {
  title: 'Belajar tanpa internet',
  lead: 'Tidak ada internet. Pelajaran yang tersimpan di HP ini tetap bisa dibaca, dan jawaban Anda dikirim nanti.',
  lessonLead: 'Tidak ada internet. Jawaban Anda tersimpan di HP ini dan dikirim nanti.',
  all: 'Semua pelajaran',
  read: 'Baca',
  kept: 'Semua pelajaran tersimpan di HP ini. Tanpa internet pun bisa dibaca dan dijawab.',
  unsent: 'Belum terkirim.',
  unsentFor: (minutes: string) => `Belum terkirim, ${minutes} menit.`,
  off: 'Tidak ada internet; jawaban Anda tersimpan di HP ini.',
  trouble: 'Server sedang gangguan; jawaban Anda tersimpan di HP ini dan dikirim lagi.',
  out: 'Masuk dulu supaya bisa dikirim.',
  signIn: 'Masuk',
  unanswered: 'Masih ada pertanyaan tanpa jawaban. Pilih satu jawaban di setiap pertanyaan.',
  passed: (right: string, of: number) =>
    `${right} dari ${of} benar, cukup untuk lulus. Tercatat setelah terkirim dan dihitung server.`,
  failed: (right: string, of: number, need: number) =>
    `${right} dari ${of} benar; perlu ${need}. Baca penjelasannya, lalu coba lagi.`,
  act: 'Praktik dicek dari data usaha Anda, jadi perlu internet.',
};
