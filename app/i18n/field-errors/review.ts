import type { FieldErrorWords } from '../field-error-words';

/** Beside the fields of a verifier's decision and of a payout account. */
export const reviewFieldErrors = {
  section_revision_missing: {
    id: () => 'Muat ulang halaman ini, lalu putuskan lagi.',
    en: () => 'Reload this page and decide again.',
  },
  return_reason_missing: { id: () => 'Pilih satu alasan.', en: () => 'Choose one reason.' },
  return_fix_missing: {
    id: () => 'Tulis apa yang perlu diperbaiki. Contoh: NIK kurang satu angka.',
    en: () => 'Write what has to be corrected. Example: the NIK lacks a digit.',
  },
  return_fix_long: {
    id: () => 'Yang perlu diperbaiki paling panjang 300 huruf.',
    en: () => 'What has to be corrected has at most 300 letters.',
  },
  bank_missing: { id: () => 'Pilih bank.', en: () => 'Choose the bank.' },
  account_number_missing: {
    id: () => 'Isi nomor rekening, seperti di buku rekening.',
    en: () => 'Fill in the account number, as in the bank book.',
  },
  account_number_length: {
    id: () => 'Nomor rekening berisi 8 sampai 18 angka. Cocokkan dengan buku rekening.',
    en: () => 'An account number has 8 to 18 digits. Compare it with the bank book.',
  },
  account_holder_missing: {
    id: () => 'Isi nama pemilik rekening, seperti di buku rekening.',
    en: () => "Fill in the holder's name, as in the bank book.",
  },
  account_holder_long: {
    id: () => 'Nama pemilik rekening paling panjang 60 huruf.',
    en: () => "The holder's name has at most 60 letters.",
  },
  account_secret_missing: {
    id: () => 'Isi PIN atau kode OTP, 6 angka.',
    en: () => 'Enter the PIN or the code, 6 digits.',
  },
} satisfies FieldErrorWords;
