import { type PasskeyMessage, say } from '~/shared/message-templates';
import type { MessageWords } from '../messages';

const sample = { name: 'Chrome, Android' };

/** What a person's number hears of her passkeys. */
export const passkeyMessages: Record<PasskeyMessage, MessageWords> = {
  passkey_made: {
    sample,
    id: {
      subject: 'Passkey baru dibuat',
      text: ({ name = '' }) =>
        say`Passkey baru dibuat untuk akun Pestarasa Anda: ${name}. Jika bukan Anda yang membuatnya, hapus di halaman akun dan periksa perangkat yang masuk.`,
      button: 'Lihat akun',
    },
    en: {
      subject: 'A new passkey',
      text: ({ name = '' }) =>
        say`A new passkey was made for your Pestarasa account: ${name}. If it was not you, remove it in your account and look at the devices signed in.`,
      button: 'See account',
    },
  },
  passkey_removed: {
    sample,
    id: {
      subject: 'Passkey dihapus',
      text: ({ name = '' }) =>
        say`Passkey ${name} dihapus dari akun Pestarasa Anda. Kode ke nomor ini tetap bisa dipakai. Jika bukan Anda yang menghapusnya, periksa perangkat yang masuk.`,
      button: 'Lihat akun',
    },
    en: {
      subject: 'A passkey was removed',
      text: ({ name = '' }) =>
        say`Passkey ${name} was removed from your Pestarasa account. Codes to this number still sign you in. If it was not you, look at the devices signed in.`,
      button: 'See account',
    },
  },
  passkey_copied: {
    sample,
    id: {
      subject: 'Passkey dihapus demi keamanan',
      text: ({ name = '' }) =>
        say`Passkey ${name} dipakai dari dua tempat, jadi mungkin disalin orang. Passkey itu kami hapus, dan perangkat yang masuk dengannya kami keluarkan. Masuk dengan kode, lalu periksa perangkat Anda.`,
      button: 'Lihat perangkat',
    },
    en: {
      subject: 'A passkey was removed for safety',
      text: ({ name = '' }) =>
        say`Passkey ${name} was used from two places, so somebody may have a copy. We removed it and signed out the devices that came in with it. Sign in with a code, then look at your devices.`,
      button: 'See devices',
    },
  },
};
