import type { ActGap, ActNeed } from '~/domain/training/acts';
import type { LessonSlug } from '~/domain/training/training';

/** Where each thing that keeps a practice open is put right, below `/usaha/:merchantId`; an address outside it begins with `//`. */
const PLACES: Record<ActNeed, (gap: ActGap) => string> = {
  paper_answer: ({ about }) => `/dokumen/${about}`,
  paper_ended: ({ about }) => `/dokumen/${about}`,
  ktp_number: () => '/dokumen/ktp',
  ktp_photo: () => '/dokumen/ktp',
  no_dish: () => '/menu',
  description: dishOf(''),
  cost: dishOf('/modal'),
  price_under_cost: dishOf('/modal'),
  photo: dishOf(''),
  photo_small: dishOf(''),
  photo_same: dishOf(''),
  allergens: dishOf(''),
  halal: dishOf(''),
  hours: () => '/jam',
  never_open: () => '/jam',
  minutes: dishOf(''),
  floor: dishOf('/modal'),
  floor_under_cost: dishOf('/modal'),
  pin: () => '//dompet/pin',
  payout_account: () => '/rekening',
  payout_hour: () => '/dompet/jadwal',
  outside_sales: () => '/penjualan/luar',
  slip: () => '/penjualan',
  complaints: () => '/kontak',
  emergency: () => '/kontak',
  cashier_pin: () => '/tim',
  set_few: () => '/menu-festival',
  set_many: () => '/menu-festival',
  set_dish: dishOf(''),
};

function dishOf(page: string): (gap: ActGap) => string {
  return ({ dish }) => `/menu/${dish?.id}${page}`;
}

/** Indonesian address at which a gap is closed. */
export function placeOfGap(merchantId: string, gap: ActGap): string {
  const place = PLACES[gap.need](gap);
  return place.startsWith('//') ? place.slice(1) : `/usaha/${merchantId}${place}`;
}

/** Where the practice of a lesson is looked at as a whole, with the word for the button. */
export const ACT_HOME: Record<
  LessonSlug,
  { path: string; word: 'papers' | 'menu' | 'hours' | 'wallet' | 'sales' | 'contacts' | 'festivalMenu' }
> = {
  'akun-dan-dokumen': { path: '/dokumen', word: 'papers' },
  'menu-dan-harga': { path: '/menu', word: 'menu' },
  'foto-makanan': { path: '/menu', word: 'menu' },
  'kemasan-dan-kebersihan': { path: '/menu', word: 'menu' },
  'jam-buka-dan-stok': { path: '/jam', word: 'hours' },
  promo: { path: '/menu', word: 'menu' },
  'qris-dan-pencairan': { path: '/dompet', word: 'wallet' },
  'buku-harian-dan-pajak': { path: '/penjualan', word: 'sales' },
  'keluhan-dan-keamanan': { path: '/kontak', word: 'contacts' },
  'stan-di-festival': { path: '/menu-festival', word: 'festivalMenu' },
};
