import type { BeginApplyingRefusal } from '~/domain/menus/import/begin-applying.server';
import type { FileProblem } from '~/domain/menus/import/import';
import type { MapColumnsRefusal } from '~/domain/menus/import/map-columns.server';
import { imports as en } from '../en/imports';
import { formatNumber } from '../format';
import { imports as id } from '../id/imports';
import type { RefusalWords } from '../refusal-words';

const KINDS = {
  id: {
    xls: 'Excel lama (.xls)',
    pdf: 'PDF',
    picture: 'foto',
    page: 'halaman web',
    json: 'JSON',
    binary: 'berkas lain',
    zip: 'ZIP',
  },
  en: {
    xls: 'an old Excel file (.xls)',
    pdf: 'a PDF',
    picture: 'a picture',
    page: 'a web page',
    json: 'JSON',
    binary: 'some other file',
    zip: 'a ZIP',
  },
};

const megabytes = (bytes: number) => formatNumber(Math.ceil(bytes / 1024 / 1024));

export const importRefusals = {
  file_missing: { status: 422, id: () => 'Pilih berkas Excel atau CSV.', en: () => 'Choose an Excel or CSV file.' },
  file_too_big: {
    status: 413,
    id: ({ bytes }) => `Berkas ${megabytes(bytes)} MB, paling besar 20 MB. Bagi jadi dua berkas.`,
    en: ({ bytes }) => `The file has ${megabytes(bytes)} MB, at most 20 MB. Split it in two.`,
  },
  file_empty: {
    status: 422,
    id: () => 'Berkas ini kosong. Pilih berkas lain.',
    en: () => 'This file is empty. Choose another.',
  },
  file_no_rows: {
    status: 422,
    id: () => 'Tidak ada baris di berkas ini. Pilih berkas lain.',
    en: () => 'There are no rows in this file. Choose another.',
  },
  file_kind_unknown: {
    status: 415,
    id: ({ kind }) => `Isi berkas ini ${KINDS.id[kind]}. Simpan sebagai Excel (.xlsx) atau CSV, lalu unggah lagi.`,
    en: ({ kind }) => `This is ${KINDS.en[kind]}. Save it as Excel (.xlsx) or CSV, then upload it again.`,
  },
  file_damaged: {
    status: 422,
    id: () => 'Berkas ini rusak atau belum lengkap. Buka di Excel, simpan ulang, lalu unggah lagi.',
    en: () => 'This file is damaged or incomplete. Open it in Excel, save it again, then upload it.',
  },
  file_locked: {
    status: 422,
    id: () => 'Berkas ini dikunci kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.',
    en: () => 'This file is locked with a password. Save it without one, then upload it again.',
  },
  file_unpacks_too_big: {
    status: 422,
    id: () => 'Isi berkas ini terlalu besar setelah dibuka. Salin tabelnya saja ke berkas baru.',
    en: () => 'This file is too big once opened. Copy only the table into a new file.',
  },
  file_rows_too_many: {
    status: 422,
    id: ({ limit }) => `Paling banyak ${formatNumber(limit)} baris. Bagi jadi beberapa berkas.`,
    en: ({ limit }) => `At most ${formatNumber(limit, 'en')} rows. Split it into several files.`,
  },
  file_columns_too_many: {
    status: 422,
    id: ({ row, limit }) => `Baris ${formatNumber(row)} punya lebih dari ${limit} kolom. Hapus kolom yang tidak perlu.`,
    en: ({ row, limit }) => `Row ${formatNumber(row, 'en')} has more than ${limit} columns. Delete what is not needed.`,
  },
  file_cell_too_long: {
    status: 422,
    id: ({ row, limit }) =>
      `Satu sel di baris ${formatNumber(row)} lebih dari ${formatNumber(limit)} huruf. Pendekkan isinya.`,
    en: ({ row, limit }) =>
      `A cell in row ${formatNumber(row, 'en')} has more than ${formatNumber(limit, 'en')} letters. Shorten it.`,
  },
  file_quote_open: {
    status: 422,
    id: ({ row }) =>
      `Tanda kutip (") di sekitar baris ${formatNumber(row)} tidak ditutup. Hapus tanda itu, atau simpan sebagai Excel.`,
    en: ({ row }) =>
      `A quotation mark (") near row ${formatNumber(row, 'en')} is never closed. Remove it, or save the file as Excel.`,
  },
  import_gone: { status: 404, id: () => 'Impor ini tidak ada.', en: () => 'There is no such import.' },
  import_moved: {
    status: 409,
    id: ({ state }) =>
      `Impor ini sudah berubah: ${id.states[state as keyof typeof id.states] ?? state}. Muat ulang halaman.`,
    en: ({ state }) =>
      `This import has moved on: ${en.states[state as keyof typeof en.states] ?? state}. Reload the page.`,
  },
  import_nothing_good: {
    status: 422,
    id: () => 'Belum ada baris yang bisa dimasukkan. Perbaiki berkasnya, lalu unggah lagi.',
    en: () => 'No row can go in yet. Mend the file, then upload it again.',
  },
  mapping_without_merchant: {
    status: 422,
    id: () => 'Pilih kolom untuk nama usaha, nomor HP, atau kode usaha.',
    en: () => 'Choose the column with the stall name, the phone or the business code.',
  },
  mapping_without_city: {
    status: 422,
    id: () => 'Pilih kolom kota, atau pilih satu kota untuk semua usaha.',
    en: () => 'Choose the column with the city, or one city for all.',
  },
  mapping_field_twice: {
    status: 422,
    id: ({ field }) => `Dua kolom sama-sama jadi ${id.fields[field]}. Pilih salah satu.`,
    en: ({ field }) => `Two columns are both ${en.fields[field]}. Choose one.`,
  },
} satisfies RefusalWords<FileProblem | MapColumnsRefusal | BeginApplyingRefusal>;
