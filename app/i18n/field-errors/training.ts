import type { FieldErrorWords } from '../field-error-words';

export const trainingFieldErrors = {
  quiz_answer_missing: {
    id: ({ n }) => `Pertanyaan ${n}: pilih satu jawaban.`,
    en: ({ n }) => `Question ${n}: choose one answer.`,
  },
  certificate_why_missing: {
    id: () => 'Tulis alasannya. Contoh: Nama pemilik salah tulis.',
    en: () => "Write the reason. Example: The owner's name was misspelt.",
  },
  certificate_why_long: {
    id: () => 'Alasan paling panjang 200 huruf.',
    en: () => 'A reason has at most 200 letters.',
  },
  certificate_again_missing: {
    id: () => 'Pilih boleh terbit lagi atau belum.',
    en: () => 'Choose whether another may be issued.',
  },
  certificate_code_missing: {
    id: () => 'Isi nomor sertifikat. Contoh: 7K3M2-9XWPS.',
    en: () => 'Fill in the certificate number. Example: 7K3M2-9XWPS.',
  },
  certificate_code_wrong: {
    id: () => 'Ada huruf yang salah. Nomor 10 huruf dan angka, tanpa 0, 1, I, L, O, Q, U. Contoh: 7K3M2-9XWPS.',
    en: () =>
      'One letter is wrong. A number has 10 letters and figures, without 0, 1, I, L, O, Q, U. Example: 7K3M2-9XWPS.',
  },
  coaching_note_missing: {
    id: () => 'Tulis hasil pembicaraannya. Contoh: Sudah dijelaskan lewat telepon, mau mencoba lagi Kamis.',
    en: () => 'Write what came of it. Example: Explained by phone, will try again on Thursday.',
  },
  coaching_note_long: {
    id: () => 'Catatan paling panjang 500 huruf.',
    en: () => 'A note has at most 500 letters.',
  },
} satisfies FieldErrorWords;
