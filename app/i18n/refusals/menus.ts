import type { AddDishRefusal } from '~/domain/menus/add-dish.server';
import type { ChangeDishRefusal } from '~/domain/menus/change-dish.server';
import type { SetDishCostRefusal } from '~/domain/menus/set-dish-cost.server';
import type { SetFestivalMenuRefusal } from '~/domain/menus/set-festival-menu.server';
import type { SetOptionsRefusal } from '~/domain/menus/set-options.server';
import { formatRupiah } from '../format';
import type { RefusalWords } from '../refusal-words';

export const menuRefusals = {
  menu_full: {
    status: 422,
    id: ({ most }) => `Daftar menu paling banyak ${most}. Hapus menu yang tidak dijual lagi.`,
    en: ({ most }) => `A menu holds at most ${most} dishes. Delete those you no longer sell.`,
  },
  dish_elsewhere: {
    status: 409,
    id: () => 'Menu ini belum tersimpan. Muat ulang halaman, lalu coba lagi.',
    en: () => 'This dish is not saved yet. Reload the page and try again.',
  },
  dish_gone: {
    status: 404,
    id: () => 'Menu ini sudah dihapus. Kembali ke daftar menu.',
    en: () => 'This dish was deleted. Go back to the menu.',
  },
  option_group_impossible: {
    status: 422,
    id: ({ group, options }) => `Pilihan "${group}" berisi ${options} saja. Tambah isinya, atau ubah aturannya.`,
    en: ({ group, options }) => `"${group}" has only ${options} options. Add more, or change its rule.`,
  },
  option_twice: {
    status: 422,
    id: ({ option }) => `"${option}" tertulis dua kali. Hapus salah satu.`,
    en: ({ option }) => `"${option}" is written twice. Delete one of them.`,
  },
  options_too_many: {
    status: 422,
    id: ({ most }) => `Paling banyak ${most}. Bagi menjadi dua menu.`,
    en: ({ most }) => `At most ${most}. Split it into two dishes.`,
  },
  floor_above_price: {
    status: 422,
    id: ({ price }) => `Harga terendah tidak boleh di atas harga biasa, ${formatRupiah(price)}.`,
    en: ({ price }) => `The lowest price cannot be above the normal price, ${formatRupiah(price)}.`,
  },
  festival_menu_size: {
    status: 422,
    id: ({ count, least, most }) => `Terpilih ${count} menu. Pilih ${least} sampai ${most}.`,
    en: ({ count, least, most }) => `${count} dishes are chosen. Choose ${least} to ${most}.`,
  },
} satisfies RefusalWords<
  AddDishRefusal | ChangeDishRefusal | SetOptionsRefusal | SetDishCostRefusal | SetFestivalMenuRefusal
>;
