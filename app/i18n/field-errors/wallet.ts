import type { Language } from '~/shared/language';
import type { FieldErrorData, FieldErrorWords } from '../field-error-words';

const PINS = {
  id: { old: 'PIN lama', new: 'PIN baru', again: 'PIN kedua' },
  en: { old: 'The old PIN', new: 'The new PIN', again: 'The second PIN' },
};

/** Which of the PINs of a form; a form with one says so of none. */
export function pinName({ which }: FieldErrorData, language: Language): string {
  const names: Record<string, string> = PINS[language];
  return names[String(which)] ?? (language === 'en' ? 'The PIN' : 'PIN');
}

/** Beside the fields of PIN and top-up. */
export const walletFieldErrors = {
  pin_missing: { id: () => 'Isi PIN 6 angka.', en: () => 'Enter a PIN of 6 digits.' },
  pin_length: {
    id: (data) => `${pinName(data, 'id')} 6 angka; baru terisi ${data.typed ?? 0}.`,
    en: (data) => `${pinName(data, 'en')} has 6 digits; there are ${data.typed ?? 0}.`,
  },
  pin_digits: {
    id: (data) => `${pinName(data, 'id')} hanya berisi angka, tanpa huruf atau tanda.`,
    en: (data) => `${pinName(data, 'en')} has digits only, no letters or signs.`,
  },
  pin_differs: {
    id: () => 'PIN kedua berbeda dengan PIN di atas. Ketik PIN yang sama.',
    en: () => 'The second PIN differs from the PIN above. Type the same PIN.',
  },
  amount_missing: {
    id: () => 'Pilih jumlah, atau tulis jumlah lain. Contoh: 50.000.',
    en: () => 'Choose an amount or write another, such as 50.000.',
  },
  amount_wrong: {
    id: () => 'Tulis jumlah dengan angka, contoh 50.000.',
    en: () => 'Write the amount in digits, such as 50.000.',
  },
  outside_amount_missing: {
    id: () => 'Isi penjualan bulan itu; 0 juga boleh.',
    en: () => 'Fill in the sales of that month; 0 is fine.',
  },
  outside_amount_not_a_number: {
    id: () => 'Tulis penjualan bulan itu dengan angka, contoh 9.000.',
    en: () => 'Write the sales of that month in figures, for example 9.000.',
  },
  sales_month_missing: { id: () => 'Pilih bulannya.', en: () => 'Choose the month.' },
  payout_hour_missing: { id: () => 'Pilih jam pencairan.', en: () => 'Choose the hour of the payout.' },
  rail_missing: { id: () => 'Pilih cara isi saldo.', en: () => 'Choose how to top up.' },
} satisfies FieldErrorWords;
