import type { CheckInRefusal } from '~/domain/stalls/check-in-stall.server';
import type { PauseRefusal } from '~/domain/stalls/pause-stall.server';
import type { PrepareStallRefusal } from '~/domain/stalls/prepare-stall.server';
import type { FestivalPriceRefusal } from '~/domain/stalls/set-festival-price.server';
import type { SetStockRefusal } from '~/domain/stalls/set-stock.server';
import { formatNumber, formatRupiah } from '../format';
import type { RefusalWords } from '../refusal-words';

export const stallRefusals = {
  participation_unknown: {
    status: 404,
    id: () => 'Keikutsertaan ini tidak ada atau sudah berakhir.',
    en: () => 'There is no such participation, or it has ended.',
  },
  stall_unknown: {
    status: 404,
    id: () => 'Lapak ini belum disiapkan.',
    en: () => 'This stall is not set up yet.',
  },
  listing_unknown: {
    status: 404,
    id: () => 'Menu ini tidak dijual di lapak ini.',
    en: () => 'This stall does not sell that dish.',
  },
  festival_price_odd: {
    status: 422,
    id: ({ most }) => `Harga festival Rp1 sampai ${formatRupiah(most)}. Contoh: 15.000.`,
    en: ({ most }) => `A festival price is Rp1 to ${formatRupiah(most)}. Example: 15.000.`,
  },
  below_floor_price: {
    status: 422,
    id: ({ floor }) => `Harga terendah Anda untuk menu ini ${formatRupiah(floor)}. Ubah dulu di halaman menu.`,
    en: ({ floor }) => `Your lowest price for this dish is ${formatRupiah(floor)}. Change it on the dish's page first.`,
  },
  portions_odd: {
    status: 422,
    id: ({ most }) => `Porsi 0 sampai ${formatNumber(most)}. Kosongkan jika tidak dihitung.`,
    en: ({ most }) => `Portions: 0 to ${formatNumber(most, 'en')}. Leave it empty if you do not count them.`,
  },
  festival_day_unknown: {
    status: 422,
    id: () => 'Festival tidak buka pada hari itu.',
    en: () => 'The festival is not open on that day.',
  },
  festival_day_over: {
    status: 409,
    id: () => 'Hari festival ini sudah selesai. Lapak bisa dibuka pada hari berikutnya.',
    en: () => 'This festival day is over. The stall can open on the next day.',
  },
  cooked_at_once_odd: {
    status: 422,
    id: ({ most }) => `Isi 1 sampai ${most} porsi sekaligus.`,
    en: ({ most }) => `Enter 1 to ${most} portions at once.`,
  },
  stall_not_open: {
    status: 409,
    id: () => 'Lapak belum dibuka atau sudah ditutup hari ini.',
    en: () => 'The stall is not open yet, or it has closed for today.',
  },
} satisfies RefusalWords<CheckInRefusal | FestivalPriceRefusal | PauseRefusal | PrepareStallRefusal | SetStockRefusal>;
