import type { FieldErrorWords } from '../field-error-words';
import { pinName } from './wallet';

/** Beside the fields of signing in, inviting and organisations. */
export const identityFieldErrors = {
  phone_missing: {
    id: () => 'Isi nomor HP. Contoh: 0812-3456-7890.',
    en: () => 'Enter a mobile number, such as 0812-3456-7890.',
  },
  phone_short: {
    id: ({ missing = 1 }) => `Nomor HP kurang ${missing} angka. Contoh: 0812-3456-7890.`,
    en: ({ missing = 1 }) => `The number is ${missing} digits short. Example: 0812-3456-7890.`,
  },
  phone_long: {
    id: ({ extra = 1 }) => `Nomor HP lebih ${extra} angka. Contoh: 0812-3456-7890.`,
    en: ({ extra = 1 }) => `The number has ${extra} digits too many. Example: 0812-3456-7890.`,
  },
  phone_landline: {
    id: () => 'Ini nomor telepon rumah. Isi nomor HP.',
    en: () => 'This is a landline. Enter a mobile number.',
  },
  phone_foreign: {
    id: () => 'Hanya nomor HP Indonesia (+62 atau 0) yang bisa dipakai.',
    en: () => 'Only Indonesian mobile numbers (+62 or 0) can be used.',
  },
  phone_two: {
    id: () => 'Ada dua nomor di sini. Pilih satu nomor HP.',
    en: () => 'There are two mobile numbers here. Choose one.',
  },
  phone_spreadsheet: {
    id: () => 'Nomor ini sudah diubah oleh Excel, angkanya hilang. Tulis ulang nomor HP.',
    en: () => 'A spreadsheet has changed this number and lost digits. Write the number again.',
  },
  phone_unknown: {
    id: () => 'Nomor HP Indonesia mulai dengan 08 atau +628. Contoh: 0812-3456-7890.',
    en: () => 'Indonesian mobile numbers begin with 08 or +628. Example: 0812-3456-7890.',
  },
  code_missing: { id: () => 'Isi 6 angka dari pesan kami.', en: () => 'Enter the 6 digits from our message.' },
  code_length: { id: () => 'Kode terdiri dari 6 angka.', en: () => 'The code has 6 digits.' },
  organisation_name_missing: { id: () => 'Isi nama lembaga.', en: () => 'Enter the name of the organisation.' },
  organisation_name_long: {
    id: () => 'Nama lembaga paling panjang 120 huruf.',
    en: () => 'The name of the organisation has at most 120 letters.',
  },
  organisation_kind_missing: { id: () => 'Pilih jenis lembaga.', en: () => 'Choose a kind of organisation.' },
  organisation_region_wrong: { id: () => 'Pilih kabupaten atau kota.', en: () => 'Choose a regency or city.' },
  invite_role_missing: { id: () => 'Pilih perannya.', en: () => 'Choose the role.' },
  stall_pin_missing: { id: () => 'Isi PIN.', en: () => 'Enter the PIN.' },
  stall_pin_length: {
    id: (data) => `${pinName(data, 'id')} 4 sampai 6 angka.`,
    en: (data) => `${pinName(data, 'en')} has 4 to 6 digits.`,
  },
  cashier_name_missing: { id: () => 'Isi nama kasir.', en: () => 'Enter the name of the cashier.' },
  cashier_name_long: {
    id: () => 'Nama kasir paling panjang 60 huruf.',
    en: () => 'The name of the cashier has at most 60 letters.',
  },
} satisfies FieldErrorWords;
