import type { OutsideSalesRefusal } from '~/domain/wallet/record-outside-sales.server';
import type { WalletRefusal } from '~/domain/wallet/wallet';
import { HOUSE_ZONE } from '~/shared/time';
import { formatRupiah, formatTime } from '../format';
import type { RefusalWords } from '../refusal-words';

const WEAK = {
  sequence: { id: 'angkanya berurutan', en: 'its digits follow each other' },
  repeat: { id: 'angkanya berulang', en: 'its digits repeat' },
  date: { id: 'mirip tanggal', en: 'it looks like a date' },
  phone: { id: 'sama dengan akhir nomor HP Anda', en: 'it ends your phone number' },
} as const;

export const walletRefusals = {
  key_reused: {
    status: 409,
    id: () => 'Permintaan ini sudah dipakai untuk hal lain. Kembali, lalu ulangi dari awal.',
    en: () => 'This request was used for something else. Go back and start again.',
  },
  balance_too_low: {
    status: 409,
    id: ({ missing }) => `Saldo kurang ${formatRupiah(missing)}.`,
    en: ({ missing }) => `Your balance is ${formatRupiah(missing)} short.`,
  },
  hold_ended: {
    status: 409,
    id: () => 'Saldo yang ditahan untuk pesanan ini sudah selesai. Muat ulang halaman.',
    en: () => 'The money held for this order has already been settled. Reload the page.',
  },
  reversal_too_large: {
    status: 409,
    id: ({ left }) =>
      left > 0
        ? `Paling banyak ${formatRupiah(left)} bisa dikembalikan.`
        : 'Uang pesanan ini sudah dikembalikan semua.',
    en: ({ left }) =>
      left > 0 ? `At most ${formatRupiah(left)} can be refunded.` : 'All of this order has been refunded.',
  },
  pin_wrong: {
    status: 422,
    id: ({ triesLeft }) => `PIN belum cocok. Masih bisa ${triesLeft} kali lagi.`,
    en: ({ triesLeft }) => `The PIN does not match. ${triesLeft} more tries.`,
  },
  pin_locked: {
    status: 429,
    id: ({ until }) => `PIN terkunci sampai ${formatTime(until, HOUSE_ZONE)}. Uang masuk tetap diterima.`,
    en: ({ until }) => `The PIN is locked until ${formatTime(until, HOUSE_ZONE)}. Money coming in still arrives.`,
  },
  pin_not_set: {
    status: 409,
    id: () => 'Dompet belum punya PIN. Buat PIN dulu.',
    en: () => 'The wallet has no PIN yet. Set one first.',
  },
  pin_weak: {
    status: 422,
    id: ({ pin, why }) => `PIN ${pin} mudah ditebak: ${WEAK[why].id}. Pilih 6 angka lain.`,
    en: ({ pin, why }) => `PIN ${pin} is easy to guess: ${WEAK[why].en}. Choose 6 other digits.`,
  },
  pin_already_set: {
    status: 409,
    id: () => 'Dompet ini sudah punya PIN. Ganti PIN dengan PIN lama.',
    en: () => 'This wallet already has a PIN. Change it with the old one.',
  },
  top_up_too_small: {
    status: 422,
    id: ({ minimum }) => `Isi saldo paling sedikit ${formatRupiah(minimum)}.`,
    en: ({ minimum }) => `The smallest top-up is ${formatRupiah(minimum)}.`,
  },
  tier_balance_limit: {
    status: 422,
    id: ({ room, limit }) =>
      `Saldo paling banyak ${formatRupiah(limit)}. ${room > 0 ? `Masih bisa diisi ${formatRupiah(room)}.` : 'Dompet sudah penuh.'}`,
    en: ({ room, limit }) =>
      `The balance may reach ${formatRupiah(limit)}. ${room > 0 ? `There is room for ${formatRupiah(room)}.` : 'The wallet is full.'}`,
  },
  tier_incoming_limit: {
    status: 422,
    id: ({ room, limit }) =>
      `Uang masuk paling banyak ${formatRupiah(limit)} per bulan. ${room > 0 ? `Bulan ini masih bisa ${formatRupiah(room)}.` : 'Bisa lagi tanggal 1 bulan depan.'}`,
    en: ({ room, limit }) =>
      `At most ${formatRupiah(limit)} may come in per month. ${room > 0 ? `This month there is room for ${formatRupiah(room)}.` : 'It starts anew on day 1 of next month.'}`,
  },
  rail_off: {
    status: 409,
    id: () => 'Cara isi saldo ini tidak dibuka di sini. Bayar tunai di stan.',
    en: () => 'This way to top up is switched off here. Pay in cash at the stall.',
  },
  top_up_unknown: {
    status: 404,
    id: () => 'Pengisian saldo ini tidak ditemukan.',
    en: () => 'This top-up was not found.',
  },
  month_not_tellable: {
    status: 422,
    id: () => 'Pilih bulan yang sudah selesai, paling lama 12 bulan lalu.',
    en: () => 'Choose a finished month of the last 12.',
  },
} satisfies RefusalWords<WalletRefusal | OutsideSalesRefusal>;
