import type { FieldErrorWords } from '../field-error-words';

/** Beside the fields of PIN and top-up. */
export const walletFieldErrors = {
  pin_missing: { id: () => 'Isi PIN 6 angka.', en: () => 'Enter a PIN of 6 digits.' },
  pin_length: {
    id: ({ typed = 0 }) => `PIN 6 angka; baru terisi ${typed}.`,
    en: ({ typed = 0 }) => `A PIN has 6 digits; there are ${typed}.`,
  },
  pin_digits: {
    id: () => 'PIN hanya berisi angka, tanpa huruf atau tanda.',
    en: () => 'A PIN has digits only, no letters or signs.',
  },
  pin_differs: {
    id: () => 'Berbeda dengan PIN di atas. Ketik PIN yang sama.',
    en: () => 'This differs from the PIN above. Type the same PIN.',
  },
  amount_missing: {
    id: () => 'Pilih jumlah, atau tulis jumlah lain. Contoh: 50.000.',
    en: () => 'Choose an amount or write another, such as 50.000.',
  },
  amount_wrong: {
    id: () => 'Tulis jumlah dengan angka, contoh 50.000.',
    en: () => 'Write the amount in digits, such as 50.000.',
  },
  outside_amount_missing: { id: () => 'Isi jumlahnya; 0 juga boleh.', en: () => 'Fill in the amount; 0 is fine.' },
  rail_missing: { id: () => 'Pilih cara isi saldo.', en: () => 'Choose how to top up.' },
} satisfies FieldErrorWords;
