/** Pages that move by themselves: what they say of their connection and of news. */
export const live = {
  gone: 'Tidak ada internet. Halaman ini mencoba lagi sendiri.',
  back: 'Tersambung lagi.',
  order: {
    sound: 'Bunyi saat siap',
    news: (state: string, number: number, stall: string, booth: number) =>
      `${state}: nomor ${number}, ${stall}, stan ${booth}.`,
  },
  ready: {
    title: 'Papan siap diambil',
    newest: 'Baru dipanggil',
    byBooth: 'Per stan',
    waiting: 'Siap diambil',
    cooking: 'Sedang dibuat',
    none: 'Belum ada pesanan yang siap.',
    notRunning: 'Papan ini terisi saat festival berlangsung.',
    more: (count: number) => `+${count} lagi`,
    news: (number: number, stall: string, booth: number) => `Siap diambil: nomor ${number}, ${stall}, stan ${booth}.`,
    fullScreen: 'Layar penuh',
    page: (number: number, of: number) => `Halaman ${number} dari ${of}`,
    link: 'Papan siap diambil',
  },
};
