import type { FieldErrorWords } from '../field-error-words';

/** Beside the fields of privacy requests and their answers. */
export const privacyFieldErrors = {
  correction_field_missing: { id: () => 'Pilih data yang salah.', en: () => 'Choose which data is wrong.' },
  correction_missing: { id: () => 'Tulis data yang benar.', en: () => 'Write what is right.' },
  correction_long: {
    id: () => 'Data yang benar paling panjang 1.000 huruf.',
    en: () => 'What is right has at most 1,000 letters.',
  },
  correction_name_wrong: { id: () => 'Nama paling panjang 100 huruf.', en: () => 'A name has at most 100 letters.' },
  correction_email_wrong: {
    id: () => 'Tulis alamat email saja. Contoh: siti@contoh.id.',
    en: () => 'Write the e-mail address alone, such as siti@example.org.',
  },
  reason_missing: { id: () => 'Pilih alasannya.', en: () => 'Choose the reason.' },
  privacy_answer_long: {
    id: () => 'Jawaban paling panjang 1.000 huruf.',
    en: () => 'The answer has at most 1,000 letters.',
  },
} satisfies FieldErrorWords;
