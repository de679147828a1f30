import type { SessionOpening } from '~/domain/identity/passkey';

/** Signing in without a code: the offer, the list in the account, the button at the door. */
export const passkeys = {
  title: 'Passkey',
  signIn: 'Masuk dengan passkey',
  offerTitle: 'Lain kali tanpa kode?',
  offerLead: 'Dengan passkey, Anda masuk memakai sidik jari, wajah, atau kunci layar HP ini. Kode tetap bisa dipakai.',
  name: 'Nama passkey',
  nameHint: 'Supaya Anda mengenalinya di daftar',
  make: 'Buat passkey',
  later: 'Nanti saja',
  cannot: 'Browser di perangkat ini belum bisa membuat passkey. Anda tetap masuk dengan kode.',
  full: (most: number) => `Paling banyak ${most} passkey. Hapus yang tidak dipakai dulu.`,
  cancelled: 'Belum jadi. Tekan tombolnya lagi, atau pakai kode.',
  failed: 'Tidak ada internet. Coba lagi sebentar lagi.',
  none: 'Belum ada. Passkey membuat Anda masuk tanpa menunggu kode.',
  add: 'Tambah passkey',
  unnamed: 'Passkey',
  lastUsed: 'Terakhir dipakai',
  neverUsed: 'belum pernah',
  made: 'Dibuat',
  remove: 'Hapus passkey',
  removeHelp:
    'Perangkat lain yang masuk dengan passkey itu ikut dikeluarkan. Kode ke nomor HP Anda selalu bisa dipakai.',
  how: 'Masuk dengan',
  openings: {
    code: 'kode',
    passkey: 'passkey',
    link: 'tautan',
    pin: 'PIN',
  } satisfies Record<SessionOpening, string> as Record<SessionOpening, string>,
};
