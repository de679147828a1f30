import type { AskPasskeyRefusal } from '~/domain/identity/ask-passkey.server';
import type { MakePasskeyRefusal } from '~/domain/identity/make-passkey.server';
import type { PasskeySignInRefusal } from '~/domain/identity/sign-in-by-passkey.server';
import type { RefusalWords } from '../refusal-words';

type PasskeyRefusal =
  | AskPasskeyRefusal
  | MakePasskeyRefusal
  | PasskeySignInRefusal
  | { code: 'passkey_gone' }
  | { code: 'passkey_not_here' };

export const passkeyRefusals = {
  passkey_challenge_gone: {
    status: 410,
    id: () => 'Permintaan ini sudah dipakai atau lewat 5 menit. Tekan tombolnya sekali lagi.',
    en: () => 'This request was used or is older than 5 minutes. Press the button once more.',
  },
  passkey_elsewhere: {
    status: 403,
    id: () => 'Passkey ini dijawab di alamat lain. Buka Pestarasa dari alamat yang biasa, lalu coba lagi.',
    en: () => 'This passkey answered at another address. Open Pestarasa at its usual address and try again.',
  },
  passkey_wrong: {
    status: 422,
    id: () => 'Passkey tidak cocok. Coba lagi, atau masuk dengan kode.',
    en: () => 'The passkey does not fit. Try again, or sign in with a code.',
  },
  passkey_unknown: {
    status: 422,
    id: () => 'Passkey ini tidak kami kenal. Masuk dengan kode.',
    en: () => 'We do not know this passkey. Sign in with a code.',
  },
  passkey_revoked: {
    status: 410,
    id: () => 'Passkey ini sudah dihapus dari akun. Masuk dengan kode.',
    en: () => 'This passkey was removed from the account. Sign in with a code.',
  },
  passkey_copied: {
    status: 409,
    id: () =>
      'Passkey ini tampaknya ada di dua tempat, jadi kami hapus. Nomor HP pemiliknya kami kabari. Masuk dengan kode.',
    en: () => 'This passkey seems to be in two places, so we removed it and told its owner. Sign in with a code.',
  },
  passkey_person_gone: {
    status: 410,
    id: () => 'Akun dari passkey ini sudah dihapus.',
    en: () => 'The account of this passkey was erased.',
  },
  passkey_known: {
    status: 409,
    id: () => 'Passkey ini sudah terdaftar.',
    en: () => 'This passkey is registered already.',
  },
  passkeys_full: {
    status: 409,
    id: ({ most }) => `Paling banyak ${most} passkey. Hapus yang tidak dipakai dulu.`,
    en: ({ most }) => `At most ${most} passkeys. Remove one that is not used first.`,
  },
  passkey_gone: {
    status: 404,
    id: () => 'Passkey ini sudah dihapus.',
    en: () => 'This passkey was removed already.',
  },
  passkey_not_here: {
    status: 409,
    id: () => 'Passkey tidak bisa dipakai di alamat ini. Masuk dengan kode.',
    en: () => 'Passkeys do not work at this address. Sign in with a code.',
  },
} satisfies RefusalWords<PasskeyRefusal>;
