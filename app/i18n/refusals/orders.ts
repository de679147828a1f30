import type { AnswerAskedRefusal } from '~/domain/orders/answer-asked.server';
import type { KeepPushRefusal } from '~/domain/orders/keep-push.server';
import type { PlaceOrderRefusal, TicketState } from '~/domain/orders/orders';
import type { CounterSaleRefusal } from '~/domain/orders/place-counter-sale.server';
import type { RefundTicketRefusal } from '~/domain/orders/refund-ticket.server';
import type { TakeCashRefusal } from '~/domain/orders/take-cash.server';
import { minutesOf } from '~/domain/stalls/stalls';
import { formatList, formatRupiah } from '../format';
import type { RefusalWords } from '../refusal-words';

/** States as they sound in "this order is already …". */
const STATE_ID: Record<TicketState, string> = {
  awaiting_cash: 'menunggu pembayaran tunai',
  placed: 'menunggu diterima',
  accepted: 'sedang dibuat',
  ready: 'siap diambil',
  handed_over: 'sudah diambil',
  refused: 'sudah ditolak',
  cancelled: 'sudah dibatalkan',
  expired: 'sudah lewat waktu bayar',
  uncollected: 'tidak diambil',
};
const STATE_EN: Record<TicketState, string> = {
  awaiting_cash: 'waiting for cash',
  placed: 'waiting to be accepted',
  accepted: 'being made',
  ready: 'ready',
  handed_over: 'handed over',
  refused: 'refused',
  cancelled: 'cancelled',
  expired: 'past its time to pay',
  uncollected: 'not collected',
};

type OrderRefusal =
  // Words for balance_too_low stand with the wallet.
  | Exclude<PlaceOrderRefusal | CounterSaleRefusal, { code: 'balance_too_low' }>
  | TakeCashRefusal
  | AnswerAskedRefusal
  | RefundTicketRefusal
  | KeepPushRefusal;

export const orderRefusals = {
  basket_empty: {
    status: 422,
    id: () => 'Keranjang masih kosong. Pilih menu dulu.',
    en: () => 'The basket is empty. Choose a dish first.',
  },
  basket_too_large: {
    status: 422,
    id: ({ lines, portions }) =>
      `Satu pesanan paling banyak ${lines} baris, ${portions} porsi tiap menu. Pecah jadi dua pesanan.`,
    en: ({ lines, portions }) =>
      `An order holds at most ${lines} lines of ${portions} portions. Split it into two orders.`,
  },
  festival_not_running: {
    status: 409,
    id: () => 'Festival ini tidak sedang berlangsung. Uang belum diambil.',
    en: () => 'This festival is not running now. No money was taken.',
  },
  stall_closed: {
    status: 409,
    id: ({ stalls }) => `${formatList(stalls, 'id')} sedang tutup. Uang belum diambil. Pilih lapak lain.`,
    en: ({ stalls }) => `${formatList(stalls, 'en')}: closed now. No money was taken. Choose another stall.`,
  },
  stall_paused: {
    status: 409,
    id: ({ stalls }) =>
      `${formatList(stalls, 'id')} tutup sementara karena ramai. Uang belum diambil. Coba lagi nanti.`,
    en: ({ stalls }) => `${formatList(stalls, 'en')}: paused for a while. No money was taken. Try again later.`,
  },
  stall_silent: {
    status: 409,
    id: ({ stalls }) =>
      `${stalls.map(({ name, booth }) => `${name} sedang tidak terhubung. Pesan dan bayar di stan ${booth}.`).join(' ')} Uang belum diambil.`,
    en: ({ stalls }) =>
      `${stalls.map(({ name, booth }) => `${name} is not connected right now. Order and pay at booth ${booth}.`).join(' ')} No money was taken.`,
  },
  stall_hidden: {
    status: 409,
    id: ({ stalls }) =>
      `${formatList(stalls, 'id')} tidak lagi menerima pesanan lewat situs ini. Uang belum diambil. Hapus menunya dari keranjang.`,
    en: ({ stalls }) =>
      `${formatList(stalls, 'en')}: no longer takes orders through this site. No money was taken. Remove its dishes from the basket.`,
  },
  dish_not_sold: {
    status: 409,
    id: () => 'Ada menu yang tidak dijual lagi. Uang belum diambil. Hapus menu itu dari keranjang.',
    en: () => 'A dish is no longer sold. No money was taken. Remove it from the basket.',
  },
  options_wrong: {
    status: 422,
    id: ({ dish, group, min, max }) =>
      min === max ? `${dish}, ${group}: pilih ${min}.` : `${dish}, ${group}: pilih ${min} sampai ${max}.`,
    en: ({ dish, group, min, max }) =>
      min === max ? `${dish}, ${group}: choose ${min}.` : `${dish}, ${group}: choose ${min} to ${max}.`,
  },
  sale_recorded: {
    status: 409,
    id: ({ number, total }) =>
      `Penjualan ${formatRupiah(total)} sudah dicatat dengan nomor ${number}. Yang ini belum: kirim sekali lagi.`,
    en: ({ number, total }) =>
      `A sale of ${formatRupiah(total)} is recorded already as number ${number}. This one is not: send it once more.`,
  },
  paper_number_used: {
    status: 409,
    id: ({ paper, number }) =>
      `Nomor kertas ${paper} sudah dicatat sebagai nomor ${number}. Penjualan ini belum dicatat: periksa nomornya.`,
    en: ({ paper, number }) =>
      `Paper number ${paper} is recorded already as number ${number}. This sale is not: check the number.`,
  },
  sold_in_future: {
    status: 422,
    id: () => 'Jam jualnya belum lewat. Periksa jamnya.',
    en: () => 'The time of sale has not come yet. Check the time.',
  },
  option_sold_out: {
    status: 409,
    id: ({ dish, name }) => `${name} untuk ${dish} baru saja habis. Uang belum diambil. Pilih yang lain.`,
    en: ({ dish, name }) => `${name} for ${dish} has just sold out. No money was taken. Choose another.`,
  },
  price_changed: {
    status: 409,
    id: ({ changes }) =>
      changes
        .map(
          ({ dish, was, now }) =>
            `Harga ${dish} kini ${formatRupiah(now)} (tadi ${formatRupiah(was)}, ditahan 20 menit).`,
        )
        .join(' '),
    en: ({ changes }) =>
      changes
        .map(
          ({ dish, was, now }) =>
            `${dish} now costs ${formatRupiah(now)} (${formatRupiah(was)} before, held for 20 minutes).`,
        )
        .join(' '),
  },
  sold_out: {
    status: 409,
    id: ({ dishes }) => {
      const said = dishes.map(({ dish, left }) =>
        left === 0 ? `${dish} baru saja habis.` : `${dish} sisa ${left} porsi.`,
      );
      return `${said.join(' ')} Uang belum diambil.`;
    },
    en: ({ dishes }) => {
      const said = dishes.map(({ dish, left }) =>
        left === 0 ? `${dish} has just sold out.` : `${dish}: ${left} left.`,
      );
      return `${said.join(' ')} No money was taken.`;
    },
  },
  too_large_for_slot: {
    status: 422,
    id: ({ stall, seconds, capacitySeconds }) =>
      `Pesanan di ${stall} butuh ${minutesOf(seconds)} menit masak, satu jam ambil cukup untuk ${minutesOf(capacitySeconds)}. Kurangi porsi atau pesan dua kali.`,
    en: ({ stall, seconds, capacitySeconds }) =>
      `The order at ${stall} needs ${minutesOf(seconds)} minutes of cooking; one pickup time holds ${minutesOf(capacitySeconds)}. Order less, or in two orders.`,
  },
  slot_full: {
    status: 409,
    id: ({ full }) => `Jam ambil di ${formatList(full, 'id')} baru saja penuh. Uang belum diambil. Pilih jam lain.`,
    en: ({ full }) =>
      `The pickup time at ${formatList(full, 'en')} has just filled up. No money was taken. Choose another.`,
  },
  pin_needed: {
    status: 422,
    id: () => 'Isi PIN dompet sekali lagi. Uang belum diambil.',
    en: () => 'Enter your wallet PIN once more. No money was taken.',
  },
  unpaid_order_open: {
    status: 409,
    id: () => 'Ada pesanan yang belum dibayar di HP ini. Bayar atau batalkan pesanan itu dulu.',
    en: () => 'There is an unpaid order on this phone. Pay or cancel that one first.',
  },
  unpaid_ceiling: {
    status: 409,
    id: () =>
      'Terlalu banyak pesanan tunai belum dibayar di festival ini. Bayar dengan dompet, atau coba lagi 5 menit lagi.',
    en: () => 'Too many cash orders are unpaid at this festival. Pay by wallet, or try again in 5 minutes.',
  },
  ticket_unknown: {
    status: 404,
    id: () => 'Pesanan ini tidak ada di sini.',
    en: () => 'There is no such order here.',
  },
  ticket_moved: {
    status: 409,
    id: ({ state }) => `Pesanan ini ${STATE_ID[state]}. Perbarui halaman untuk melihat yang terbaru.`,
    en: ({ state }) => `This order is ${STATE_EN[state]}. Refresh the page to see the latest.`,
  },
  ticket_expired: {
    status: 409,
    id: () => 'Waktu bayar pesanan ini sudah lewat. Jangan terima uangnya; buat pesanan di stan.',
    en: () => 'The time to pay for this order is over. Do not take the cash; make a counter sale.',
  },
  nothing_asked: {
    status: 409,
    id: () => 'Pesanan ini tidak menunggu jawaban Anda.',
    en: () => 'This order is not waiting for your answer.',
  },
  refund_too_large: {
    status: 422,
    id: ({ left }) => `Paling banyak ${formatRupiah(left)} yang masih bisa dikembalikan.`,
    en: ({ left }) => `At most ${formatRupiah(left)} can still be given back.`,
  },
  refund_odd: {
    status: 422,
    id: () => 'Tulis jumlah dengan angka, contoh 10.000.',
    en: () => 'Write the amount in digits, for example 10.000.',
  },
  order_unknown: {
    status: 404,
    id: () => 'Pesanan ini tidak ada.',
    en: () => 'There is no such order.',
  },
  push_full: {
    status: 409,
    id: ({ most }) => `Sudah ${most} HP yang dikabari untuk pesanan ini.`,
    en: ({ most }) => `Already ${most} phones are told about this order.`,
  },
} satisfies RefusalWords<OrderRefusal>;
