import type { BusyRefusal, OutboxRefusal, PaperRefusal, PhotoRefusal } from '~/shared/platform-refusals';
import type { RefusalWords } from '../refusal-words';

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);

export const platformRefusals = {
  photo_too_big: {
    status: 413,
    id: ({ bytes, bytesMax }) =>
      `Foto ${megabytes(bytes)} MB, paling besar ${megabytes(bytesMax)} MB. Pilih foto lain.`,
    en: ({ bytes, bytesMax }) =>
      `The photo has ${megabytes(bytes)} MB, at most ${megabytes(bytesMax)} MB. Choose another photo.`,
  },
  photo_unknown_kind: {
    status: 422,
    id: () => 'File ini bukan foto JPEG, PNG, atau WebP. Pilih foto lain.',
    en: () => 'This file is not a JPEG, PNG or WebP photo. Choose another photo.',
  },
  photo_too_many_pixels: {
    status: 422,
    id: ({ pixelsMax }) =>
      `Foto terlalu lebar; paling besar ${pixelsMax / 1_000_000} megapiksel. Kecilkan dulu fotonya.`,
    en: ({ pixelsMax }) => `The photo is too wide; at most ${pixelsMax / 1_000_000} megapixels. Make it smaller first.`,
  },
  photo_unreadable: {
    status: 422,
    id: () => 'Foto tidak bisa dibaca. Ambil foto lagi atau pilih foto lain.',
    en: () => 'The photo cannot be read. Take it again or choose another photo.',
  },
  paper_too_big: {
    status: 413,
    id: ({ bytes, bytesMax }) =>
      `File ${megabytes(bytes)} MB, paling besar ${megabytes(bytesMax)} MB. Foto saja halamannya.`,
    en: ({ bytes, bytesMax }) =>
      `The file has ${megabytes(bytes)} MB, at most ${megabytes(bytesMax)} MB. Photograph the page instead.`,
  },
  paper_unknown_kind: {
    status: 422,
    id: () => 'File ini bukan foto JPEG, PNG, WebP, atau PDF. Pilih file lain, atau foto halamannya.',
    en: () => 'This file is not a JPEG, PNG or WebP photo, nor a PDF. Choose another, or photograph the page.',
  },
  page_unreadable: {
    status: 422,
    id: () => 'Halaman tidak bisa dibaca. Foto lagi di tempat terang, atau pilih file lain.',
    en: () => 'The page cannot be read. Photograph it again in good light, or choose another file.',
  },
  pdf_locked: {
    status: 422,
    id: () => 'PDF ini dikunci kata sandi. Foto halamannya, atau simpan dulu tanpa kata sandi.',
    en: () => 'This PDF is locked with a password. Photograph the page, or save it without one first.',
  },
  pdf_too_many_pages: {
    status: 422,
    id: ({ pages, pagesMax }) =>
      `PDF ini ${pages} halaman; masih bisa ${pagesMax}. Foto halaman yang ada nomor dan tanggalnya.`,
    en: ({ pages, pagesMax }) =>
      `This PDF has ${pages} pages; there is room for ${pagesMax}. Photograph the page with number and date.`,
  },
  outbox_not_stuck: {
    status: 409,
    id: () => 'Kiriman ini tidak macet lagi. Muat ulang daftar.',
    en: () => 'This item is no longer stuck. Reload the list.',
  },
  outbox_ended: {
    status: 409,
    id: () => 'Kiriman ini sudah selesai atau sudah dibatalkan.',
    en: () => 'This item is done or cancelled already.',
  },
  too_many_at_once: {
    status: 503,
    id: ({ seconds }) => `Sedang sangat ramai. Keranjang aman; coba lagi dalam ${seconds} detik.`,
    en: ({ seconds }) => `Very busy right now. Your basket is safe; try again in ${seconds} seconds.`,
  },
} satisfies RefusalWords<PhotoRefusal | PaperRefusal | OutboxRefusal | BusyRefusal>;
