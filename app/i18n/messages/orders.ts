import { type OrderMessage, say } from '~/shared/message-templates';
import { formatRupiah, formatTime } from '../format';
import type { MessageWords } from '../messages';

const sample = {
  number: 27,
  stall: 'Pempek Cek Siti',
  booth: 14,
  zone: 'Asia/Jakarta',
  dishes: 'tekwan',
  amount: 10_000,
  until: Date.UTC(2026, 10, 28, 5, 40),
};

/** What a customer with a wallet hears about her order. */
export const orderMessages: Record<OrderMessage, MessageWords> = {
  order_ready: {
    sample,
    id: {
      subject: 'Pesanan siap diambil',
      text: ({ number = '', stall = '', booth = '', until = 0, zone = '' }) =>
        say`Pesanan ${number} siap di ${stall}, stan ${booth}. Ambil sebelum ${formatTime(Number(until), String(zone))} dengan menunjukkan nomor ini.`,
      button: 'Lihat pesanan',
    },
    en: {
      subject: 'Order ready',
      text: ({ number = '', stall = '', booth = '', until = 0, zone = '' }) =>
        say`Order ${number} is ready at ${stall}, booth ${booth}. Collect it before ${formatTime(Number(until), String(zone))} and show this number.`,
      button: 'See order',
    },
  },
  ticket_refunded: {
    sample,
    id: {
      subject: 'Uang dikembalikan',
      text: ({ stall = '', dishes = '', amount = 0 }) =>
        say`Lapak ${stall} tidak jadi menyiapkan ${dishes}. Uang ${formatRupiah(Number(amount))} sudah kembali ke dompet Anda. Menu lain tetap dibuat.`,
      button: 'Lihat rincian',
    },
    en: {
      subject: 'Money returned',
      text: ({ stall = '', dishes = '', amount = 0 }) =>
        say`Stall ${stall} will not make ${dishes}. Your ${formatRupiah(Number(amount))} is back in your wallet. The rest of your order goes on.`,
      button: 'See details',
    },
  },
  sale_refunded: {
    sample,
    id: {
      subject: 'Uang dikembalikan',
      text: ({ stall = '', number = '', amount = 0 }) =>
        say`Lapak ${stall} mengembalikan uang untuk pesanan ${number}. Uang ${formatRupiah(Number(amount))} sudah masuk dompet Anda.`,
      button: 'Lihat rincian',
    },
    en: {
      subject: 'Money returned',
      text: ({ stall = '', number = '', amount = 0 }) =>
        say`Stall ${stall} gave money back for order ${number}. Your ${formatRupiah(Number(amount))} is in your wallet.`,
      button: 'See details',
    },
  },
  ticket_asked: {
    sample,
    id: {
      subject: 'Pesanan lebih lama',
      text: ({ stall = '', number = '' }) =>
        say`Lapak ${stall} butuh waktu lebih lama untuk pesanan ${number}. Pilih menunggu atau minta uang kembali lewat tombol ini.`,
      button: 'Pilih sekarang',
    },
    en: {
      subject: 'Order takes longer',
      text: ({ stall = '', number = '' }) =>
        say`Stall ${stall} needs more time for order ${number}. Choose to wait or have your money back with this button.`,
      button: 'Choose now',
    },
  },
};
