import type { EndMemberRefusal } from '~/domain/identity/end-member.server';
import type { InviteRefusal } from '~/domain/identity/invite.server';
import type { CodeGateRefusal } from '~/domain/identity/pass-code-gate.server';
import type { SendCodeRefusal } from '~/domain/identity/send-sign-in-code.server';
import type { SignInRefusal } from '~/domain/identity/sign-in-by-code.server';
import { HOUSE_ZONE } from '~/shared/time';
import { formatTime } from '../format';
import type { RefusalWords } from '../refusal-words';

type IdentityRefusal =
  | SendCodeRefusal
  | CodeGateRefusal
  | SignInRefusal
  | InviteRefusal
  | EndMemberRefusal
  | { code: 'link_gone' }
  | { code: 'session_unknown' }
  | { code: 'invitation_gone' };

export const identityRefusals = {
  code_too_soon: {
    status: 429,
    id: ({ seconds }) => `Kode baru bisa dikirim ${seconds} detik lagi.`,
    en: ({ seconds }) => `A new code can be sent in ${seconds} seconds.`,
  },
  code_limit: {
    status: 429,
    id: ({ until }) =>
      `Sudah banyak kode dikirim ke nomor ini. Kode berikutnya bisa dikirim pukul ${formatTime(until, HOUSE_ZONE)}.`,
    en: ({ until }) => `Many codes went to this number. The next one can be sent at ${formatTime(until, HOUSE_ZONE)}.`,
  },
  codes_held: {
    status: 429,
    id: ({ seconds }) =>
      `Banyak kode sedang diminta bersamaan. Coba lagi ${seconds > 90 ? `${Math.ceil(seconds / 60)} menit` : `${seconds} detik`} lagi. Nomor HP Anda tidak bermasalah.`,
    en: ({ seconds }) =>
      `Many codes are being asked for at once. Try again in ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`}. Nothing is wrong with your number.`,
  },
  code_wrong: {
    status: 422,
    id: ({ triesLeft }) => `Kode belum cocok. Masih bisa ${triesLeft} kali lagi.`,
    en: ({ triesLeft }) => `The code does not match. ${triesLeft} more tries.`,
  },
  code_expired: {
    status: 422,
    id: () => 'Kode sudah lewat 5 menit. Tekan Kirim ulang kode.',
    en: () => 'The code is older than 5 minutes. Press Send a new code.',
  },
  code_used_up: {
    status: 422,
    id: () => 'Kode ini sudah 5 kali dicoba. Tekan Kirim ulang kode.',
    en: () => 'This code was tried 5 times. Press Send a new code.',
  },
  link_gone: {
    status: 410,
    id: () => 'Tautan sudah dipakai atau masa berlakunya habis. Masuk dengan nomor HP.',
    en: () => 'The link was used already or is too old. Sign in with your mobile number.',
  },
  session_unknown: {
    status: 404,
    id: () => 'Perangkat ini sudah keluar.',
    en: () => 'This device is signed out already.',
  },
  already_member: {
    status: 409,
    id: () => 'Nomor ini sudah menjadi anggota dengan peran itu.',
    en: () => 'This number is a member with that role already.',
  },
  already_invited: {
    status: 409,
    id: () => 'Nomor ini sudah diundang. Undangannya masih berlaku.',
    en: () => 'This number is invited already. The invitation is still open.',
  },
  invitation_gone: {
    status: 410,
    id: () => 'Undangan ini sudah tidak berlaku. Minta diundang lagi.',
    en: () => 'This invitation is no longer open. Ask to be invited again.',
  },
  member_unknown: {
    status: 404,
    id: () => 'Peran ini sudah berakhir.',
    en: () => 'This role has ended already.',
  },
  member_last: {
    status: 409,
    id: () => 'Ini orang terakhir dengan peran itu. Undang penggantinya dulu.',
    en: () => 'This is the last person with that role. Invite a successor first.',
  },
} satisfies RefusalWords<IdentityRefusal>;
