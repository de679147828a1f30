import type { FieldErrorWords } from '../field-error-words';

export const stallFieldErrors = {
  portions_range: {
    id: ({ most }) => `Tulis porsi dengan angka, paling banyak ${most}. Kosongkan jika tidak dihitung.`,
    en: ({ most }) => `Write portions in digits, at most ${most}. Leave it empty if you do not count them.`,
  },
  cooked_at_once_range: {
    id: ({ most }) => `Isi 1 sampai ${most}. Contoh: 4.`,
    en: ({ most }) => `Fill in 1 to ${most}. Example: 4.`,
  },
} satisfies FieldErrorWords;
