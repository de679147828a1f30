/** Merchants who are stuck in the course, for those who coach them. */
export const coaching = {
  title: 'Perlu didampingi',
  lead: 'Pedagang yang gagal kuis tiga kali atau diam tujuh hari. Yang paling lama menunggu di atas.',
  empty: 'Tidak ada yang perlu didampingi saat ini.',
  open: 'Lihat yang perlu didampingi',
  reasons: {
    failed_thrice: (lesson: string) => `Tiga kali belum lulus kuis "${lesson}"`,
    idle: (lesson: string) => `Tidak belajar lagi; berhenti di "${lesson}"`,
  },
  since: (day: string) => `Sejak ${day}`,
  say: 'Yang bisa dikatakan',
  openings: {
    failed_thrice: (lesson: string) =>
      `"Bu, Pak, kuis ${lesson} memang sering salah di awal. Bagian mana yang membingungkan? Kita baca satu bagian itu bersama, lalu coba lagi."`,
    idleQuiz: (lesson: string) =>
      `"Tinggal beberapa menit untuk ${lesson}. Kapan waktu luangnya? Pelajarannya bisa dibaca tanpa internet setelah dibuka sekali."`,
    idleAct: (lesson: string) =>
      `"Kuis ${lesson} sudah lulus. Tinggal praktik di usaha sendiri. Kita kerjakan sekarang bersama, ya?"`,
  },
  tips: {
    'akun-dan-dokumen': 'Jawaban "belum punya" juga sah. Tanyakan surat mana yang membuatnya ragu.',
    'menu-dan-harga':
      'Hitung satu menu bersama dengan angkanya sendiri: yang ingin diterima dibagi sisa setelah komisi.',
    'foto-makanan': 'Foto satu menu bersama di dekat jendela, tanpa lampu kilat.',
    'kemasan-dan-kebersihan': 'Ingat satu angka saja: dua jam di suhu ruang.',
    'jam-buka-dan-stok': 'Isi jam satu hari bersama; hari lain biasanya sama.',
    promo: 'Hitung bersama sisa uang setelah potongan untuk satu porsi.',
    'qris-dan-pencairan': 'Buka dompetnya bersama dan baca satu baris potongan.',
    'buku-harian-dan-pajak': 'Buka slip terakhir bersama dan tunjukkan barisnya satu per satu.',
    'keluhan-dan-keamanan': 'Latihan menjawab satu keluhan dengan kata-katanya sendiri.',
    'stan-di-festival': 'Tanyakan satu hari di stan dari pagi sampai tutup; catat yang belum siap.',
  } as Record<string, string>,
  phone: 'Nomor HP',
  phoneHidden: 'Nomornya tidak dibagikan ke lembaga ini. Temui di stannya.',
  note: 'Hasil pembicaraan',
  noteHint: 'Contoh: Sudah dijelaskan lewat telepon, mau mencoba lagi Kamis.',
  close: 'Sudah dibicarakan',
  viewOnly: 'Hanya penyelenggara yang bisa mencatat hasil pembicaraan.',
};
