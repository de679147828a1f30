import type { FieldErrorWords } from '../field-error-words';

export const importFieldErrors = {
  import_file_missing: { id: () => 'Pilih berkas Excel atau CSV.', en: () => 'Choose an Excel or CSV file.' },
} satisfies FieldErrorWords;
