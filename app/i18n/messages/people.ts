import { type PhoneMessage, say } from '~/shared/message-templates';
import { HOUSE_ZONE } from '~/shared/time';
import { formatDateTime } from '../format';
import type { MessageWords } from '../messages';

const sample = { phone: '0812-••••-7890', until: Date.UTC(2026, 11, 1, 3, 5) };

/** What is said about a change of number, to the old one until it is done. */
export const phoneMessages: Record<PhoneMessage, MessageWords> = {
  phone_change_asked: {
    sample,
    id: {
      subject: 'Nomor HP akun akan diganti',
      text: ({ phone = '', until = 0 }) =>
        say`Akun Pestarasa Anda akan pindah ke nomor ${phone} pada ${formatDateTime(Number(until), HOUSE_ZONE)}. Jika bukan Anda yang meminta, tekan tombol ini untuk membatalkan.`,
      button: 'Batalkan penggantian',
    },
    en: {
      subject: 'Your number will change',
      text: ({ phone = '', until = 0 }) =>
        say`Your Pestarasa account will move to the number ${phone} on ${formatDateTime(Number(until), HOUSE_ZONE, 'en')}. If you did not ask for this, press the button to stop it.`,
      button: 'Stop the change',
    },
  },
  phone_change_cancelled: {
    sample: {},
    id: {
      subject: 'Penggantian nomor dibatalkan',
      text: () => say`Penggantian nomor HP akun Pestarasa sudah dibatalkan. Nomor ini tetap dipakai untuk masuk.`,
      button: 'Lihat akun',
    },
    en: {
      subject: 'The change was stopped',
      text: () => say`The change of your Pestarasa number was stopped. This number stays the one to sign in with.`,
      button: 'See account',
    },
  },
  phone_change_refused: {
    sample: {},
    id: {
      subject: 'Nomor HP tidak jadi diganti',
      text: () =>
        say`Nomor HP akun Pestarasa tidak jadi diganti, karena nomor baru sudah dipakai akun lain. Nomor ini tetap dipakai untuk masuk.`,
      button: 'Lihat akun',
    },
    en: {
      subject: 'Your number did not change',
      text: () =>
        say`Your Pestarasa number did not change, since another account uses the new one. This number stays the one to sign in with.`,
      button: 'See account',
    },
  },
  phone_changed: {
    sample: {},
    id: {
      subject: 'Nomor HP akun sudah diganti',
      text: () =>
        say`Nomor ini sekarang dipakai untuk masuk ke akun Pestarasa Anda. Perangkat lain sudah dikeluarkan dan perlu masuk lagi. Passkey tetap berlaku: jika HP lama hilang, hapus passkey-nya di halaman akun.`,
      button: 'Lihat akun',
    },
    en: {
      subject: 'Your number has changed',
      text: () =>
        say`This number now signs you in to your Pestarasa account. Your other devices were signed out and need to sign in again. Passkeys stay: if the old phone is lost, remove its passkey in your account.`,
      button: 'See account',
    },
  },
};
