import type { FieldErrorWords } from '../field-error-words';
import { formatRupiah, formatRupiahRange } from '../format';

export const menuFieldErrors = {
  dish_name_missing: { id: () => 'Isi nama menu.', en: () => 'Fill in the name of the dish.' },
  dish_name_long: { id: () => 'Nama menu paling panjang 80 huruf.', en: () => 'A dish name has at most 80 letters.' },
  price_missing: { id: () => 'Isi harga. Contoh: 15.000.', en: () => 'Fill in the price. Example: 15.000.' },
  price_not_a_number: {
    id: () => 'Tulis harga dengan angka, contoh 15.000.',
    en: () => 'Write the price in figures, for example 15.000.',
  },
  price_two: {
    id: ({ typed, lowest, highest }) =>
      `"${typed}" berisi dua harga (${formatRupiahRange(Number(lowest), Number(highest))}). Tulis satu; ukuran lain jadi pilihan.`,
    en: ({ typed, lowest, highest }) =>
      `"${typed}" holds two prices (${formatRupiahRange(Number(lowest), Number(highest))}). Write one; other sizes become options.`,
  },
  price_odd: {
    id: ({ amount, suggested }) =>
      Number(amount) === 0
        ? 'Harga Rp0? Isi harga jualnya, contoh 15.000.'
        : `Harga ${formatRupiah(Number(amount))}? Mungkin ${formatRupiah(Number(suggested))}.`,
    en: ({ amount, suggested }) =>
      Number(amount) === 0
        ? 'A price of Rp0? Fill in what it sells for, like 15.000.'
        : `A price of ${formatRupiah(Number(amount))}? Perhaps ${formatRupiah(Number(suggested))}.`,
  },
  price_too_high: {
    id: ({ highest }) => `Harga satu menu paling tinggi ${formatRupiah(Number(highest))}.`,
    en: ({ highest }) => `One dish costs at most ${formatRupiah(Number(highest))}.`,
  },
  cost_missing: {
    id: () => 'Isi modal satu porsi. Contoh: 9.000.',
    en: () => 'Fill in the cost of a portion. Example: 9.000.',
  },
  cost_not_a_number: {
    id: () => 'Tulis modal satu porsi dengan angka, contoh 9.000.',
    en: () => 'Write the cost of a portion in figures, for example 9.000.',
  },
  floor_price_not_a_number: {
    id: () => 'Tulis harga terendah dengan angka, contoh 12.000, atau kosongkan.',
    en: () => 'Write the lowest price in figures, for example 12.000, or leave it empty.',
  },
  halal_missing: {
    id: () => 'Pilih keterangan halal menu ini.',
    en: () => 'Choose what this dish is: halal certified or not.',
  },
  option_rule_missing: {
    id: () => 'Pilih berapa pilihan yang boleh diambil pelanggan.',
    en: () => 'Choose how many options a customer may take.',
  },
  minutes_missing: {
    id: () => 'Isi lama masak, dalam menit. Contoh: 8.',
    en: () => 'Fill in the cooking time in minutes. Example: 8.',
  },
  minutes_range: {
    id: ({ least, most }) => `Lama masak ${least} sampai ${most} menit.`,
    en: ({ least, most }) => `Cooking time is ${least} to ${most} minutes.`,
  },
  description_long: {
    id: () => 'Keterangan paling panjang 1.200 huruf.',
    en: () => 'A description has at most 1,200 letters.',
  },
  dish_category_long: {
    id: () => 'Nama bagian paling panjang 40 huruf.',
    en: () => 'A section has at most 40 letters.',
  },
  allergens_both: {
    id: () => 'Pilih "Tidak ada", atau alergennya. Tidak bisa keduanya.',
    en: () => 'Choose "None", or the allergens, but not both.',
  },
  photo_missing: { id: () => 'Pilih foto dulu.', en: () => 'Choose a photo first.' },
  option_group_missing: { id: () => 'Isi nama pilihan. Contoh: Ukuran.', en: () => 'Name the choice. Example: Size.' },
  option_name_long: { id: () => 'Nama pilihan paling panjang 60 huruf.', en: () => 'A choice has at most 60 letters.' },
  options_missing: { id: () => 'Tulis isi pilihannya, satu baris satu.', en: () => 'Write the options, one a line.' },
  option_line: {
    id: ({ line, typed }) => `Baris ${line}, "${typed}": tulis nama = harga, contoh Telur = 3.000.`,
    en: ({ line, typed }) => `Line ${line}, "${typed}": write name = price, for example Egg = 3.000.`,
  },
} satisfies FieldErrorWords;
