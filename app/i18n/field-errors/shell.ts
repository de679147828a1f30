import type { FieldErrorWords } from '../field-error-words';

/** Errors that no single capability owns. */
export const shellFieldErrors = {
  field_wrong: { id: () => 'Isian ini belum cocok. Periksa lagi.', en: () => 'This does not fit yet. Check it again.' },
  field_missing: { id: () => 'Isi bagian ini.', en: () => 'Fill this in.' },
  quantity_wrong: { id: () => 'Jumlah 0 sampai 20 porsi.', en: () => 'A quantity is 0 to 20 portions.' },
  pay_pin_missing: { id: () => 'Isi PIN dompet, 6 angka.', en: () => 'Fill in the wallet PIN, 6 digits.' },
  payment_missing: { id: () => 'Pilih cara bayar.', en: () => 'Choose how to pay.' },
} satisfies FieldErrorWords;
