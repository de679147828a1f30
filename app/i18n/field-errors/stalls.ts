import type { FieldErrorWords } from '../field-error-words';
import { formatNumber } from '../format';

export const stallFieldErrors = {
  portions_range: {
    id: ({ most }) =>
      `Tulis porsi dengan angka, paling banyak ${formatNumber(Number(most))}. Kosongkan jika tidak dihitung.`,
    en: ({ most }) =>
      `Write portions in digits, at most ${formatNumber(Number(most), 'en')}. Leave it empty if you do not count them.`,
  },
  cooked_at_once_range: {
    id: ({ most }) => `Porsi dimasak sekaligus 1 sampai ${most}. Contoh: 4.`,
    en: ({ most }) => `Portions cooked at once are 1 to ${most}. Example: 4.`,
  },
} satisfies FieldErrorWords;
