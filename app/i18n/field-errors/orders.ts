import type { FieldErrorWords } from '../field-error-words';

export const orderFieldErrors = {
  minutes_choose: { id: () => 'Pilih 5, 10, atau 15 menit.', en: () => 'Choose 5, 10 or 15 minutes.' },
  paper_number_wrong: {
    id: () => 'Nomor kertas paling banyak 12 huruf atau angka. Contoh: A12.',
    en: () => 'A paper number has at most 12 letters or digits. Example: A12.',
  },
  paper_number_missing: {
    id: () => 'Isi nomor kertasnya juga.',
    en: () => 'Write the paper number too.',
  },
  sold_clock_wrong: {
    id: () => 'Tulis jam penjualan di kertas dengan angka. Contoh: 12.30.',
    en: () => 'Write the time of the sale on paper in digits. Example: 12.30.',
  },
  refund_missing: {
    id: () => 'Isi jumlah yang dikembalikan. Contoh: 15.000.',
    en: () => 'Fill in the amount to give back. Example: 15.000.',
  },
  refund_not_a_number: {
    id: () => 'Tulis jumlah yang dikembalikan dengan angka, contoh 15.000.',
    en: () => 'Write the amount to give back in figures, for example 15.000.',
  },
  wait_answer_missing: { id: () => 'Pilih menunggu atau uang kembali.', en: () => 'Choose to wait or to be refunded.' },
  reason_choose: { id: () => 'Pilih alasannya.', en: () => 'Choose the reason.' },
} satisfies FieldErrorWords;
