import type { FieldErrorWords } from '../field-error-words';

export const orderFieldErrors = {
  minutes_choose: { id: () => 'Pilih 5, 10, atau 15 menit.', en: () => 'Choose 5, 10 or 15 minutes.' },
  reason_choose: { id: () => 'Pilih alasannya.', en: () => 'Choose the reason.' },
} satisfies FieldErrorWords;
