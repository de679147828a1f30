import type { RefusalWords } from '../refusal-words';

/** Refusals of the basket and of the request itself, before any capability is asked. */
export type ShellRefusal =
  | { code: 'basket_too_big' }
  | { code: 'basket_other_festival' }
  | { code: 'basket_line_unknown' }
  | { code: 'basket_options_wrong' }
  /** Her session had ended when she sent a form: it stands there again, with a place for files or not. */
  | { code: 'not_saved_yet'; takesFiles: boolean };

export const shellRefusals = {
  basket_too_big: {
    status: 422,
    id: () => 'Keranjang sudah penuh. Pesan dulu yang ada, lalu buat pesanan kedua.',
    en: () => 'The basket is full. Order what is in it, then make a second order.',
  },
  basket_other_festival: {
    status: 409,
    id: () => 'Keranjang Anda berisi menu dari festival lain.',
    en: () => 'Your basket holds dishes from another festival.',
  },
  basket_line_unknown: {
    status: 404,
    id: () => 'Menu ini tidak dijual lagi di festival ini. Pilih menu lain.',
    en: () => 'This dish is no longer sold at this festival. Choose another dish.',
  },
  basket_options_wrong: {
    status: 422,
    id: () => 'Pilihannya belum lengkap. Lihat tanda wajib di menunya, lalu tambah lagi.',
    en: () => 'The options are not complete. See what is required on the menu, then add it again.',
  },
  not_saved_yet: {
    status: 401,
    id: ({ takesFiles }) =>
      `Belum tersimpan, karena Anda harus masuk lagi. Isian Anda masih ada di bawah: periksa, lalu simpan.${
        takesFiles ? ' Foto atau berkas tidak ikut; bila tadi ada, pilih lagi.' : ''
      }`,
    en: ({ takesFiles }) =>
      `Not saved yet, because you had to sign in again. What you typed is still below: check it, then save.${
        takesFiles ? ' A photo or file did not come along; if there was one, choose it again.' : ''
      }`,
  },
} satisfies RefusalWords<ShellRefusal>;
