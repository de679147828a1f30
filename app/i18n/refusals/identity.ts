import type { AskPhoneRefusal } from '~/domain/identity/ask-phone-change.server';
import type { EndMemberRefusal } from '~/domain/identity/end-member.server';
import type { InviteRefusal } from '~/domain/identity/invite.server';
import type { JoinHelpRefusal } from '~/domain/identity/join-help.server';
import type { PairRefusal } from '~/domain/identity/pair-stall-phone.server';
import type { CodeGateRefusal } from '~/domain/identity/pass-code-gate.server';
import type { SendCodeRefusal } from '~/domain/identity/send-sign-in-code.server';
import type { StallSignInRefusal } from '~/domain/identity/sign-in-at-stall.server';
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
  | PairRefusal
  | AskPhoneRefusal
  | { code: 'phone_same' }
  | { code: 'phone_change_gone' }
  | JoinHelpRefusal
  | { code: 'help_going_on' }
  | { code: 'help_gone' }
  | StallSignInRefusal
  | { code: 'stall_phones_full'; most: number }
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
  phone_same: {
    status: 422,
    id: () => 'Nomor ini sudah dipakai akun Anda.',
    en: () => 'Your account uses this number already.',
  },
  phone_taken: {
    status: 409,
    id: () => 'Nomor ini sudah dipakai akun lain. Masuk dengan nomor itu, atau pilih nomor lain.',
    en: () => 'Another account uses this number. Sign in with it, or choose another one.',
  },
  phone_change_open: {
    status: 409,
    id: () => 'Masih ada penggantian nomor yang menunggu. Batalkan dulu.',
    en: () => 'A change of number is waiting already. Stop it first.',
  },
  phone_change_gone: {
    status: 410,
    id: () => 'Penggantian nomor ini sudah selesai atau sudah dibatalkan.',
    en: () => 'This change is done or was stopped already.',
  },
  help_code_wrong: {
    status: 422,
    id: () => 'Kode belum cocok atau sudah tidak berlaku. Satu kode bisa dicoba 5 kali; setelah itu minta kode baru.',
    en: () => 'The code does not match or is no longer valid. One code can be tried 5 times; then ask for a new one.',
  },
  help_own_business: {
    status: 409,
    id: () => 'Anda sudah anggota usaha ini. Buka langsung dari halaman usaha.',
    en: () => 'You belong to this business already. Open it from your own page.',
  },
  help_going_on: {
    status: 409,
    id: () => 'Masih ada pendamping yang mengetik. Akhiri dulu sebelum membuat kode baru.',
    en: () => 'A helper is still typing. End that first, then make a new code.',
  },
  help_gone: {
    status: 410,
    id: () => 'Bantuan ini sudah berakhir.',
    en: () => 'This help has ended already.',
  },
  stall_phones_full: {
    status: 409,
    id: ({ most }) => `Paling banyak ${most} HP lapak. Cabut yang tidak dipakai dulu.`,
    en: ({ most }) => `At most ${most} phones at stalls. Revoke one that is not used first.`,
  },
  pairing_gone: {
    status: 410,
    id: () => 'Tautan sudah dipakai atau masa berlakunya habis. Minta pemilik usaha membuat yang baru.',
    en: () => 'The link was used or is too old. Ask the owner to make a new one.',
  },
  stall_pin_weak: {
    status: 422,
    id: () => 'PIN ini mudah ditebak. Pilih angka lain.',
    en: () => 'This PIN is easy to guess. Choose other digits.',
  },
  stall_pin_wrong: {
    status: 422,
    id: ({ triesLeft }) => `PIN belum cocok. Masih bisa ${triesLeft} kali lagi.`,
    en: ({ triesLeft }) => `The PIN does not match. ${triesLeft} more tries.`,
  },
  stall_pin_locked: {
    status: 429,
    id: ({ until }) => `PIN terkunci sampai ${formatTime(until, HOUSE_ZONE)}. Pesanan tetap masuk ke papan.`,
    en: ({ until }) => `The PIN is locked until ${formatTime(until, HOUSE_ZONE)}. Orders still reach the board.`,
  },
  stall_phone_gone: {
    status: 410,
    id: () => 'HP ini sudah dicabut. Minta pemilik usaha memasangnya lagi.',
    en: () => 'This phone was revoked. Ask the owner to set it up again.',
  },
} satisfies RefusalWords<IdentityRefusal>;
