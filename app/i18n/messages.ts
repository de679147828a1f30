import type { Role } from '~/domain/identity/identity';
import { type MessageTemplate, type MessageValues, type Said, say } from '~/shared/message-templates';
import { HOUSE_ZONE } from '~/shared/time';
import { identity as identityEn } from './en/identity';
import { formatDate } from './format';
import { identity as identityId } from './id/identity';
import { documentKindWords } from './merchant-terms';
import { festivalMessages } from './messages/festivals';
import { orderMessages } from './messages/orders';
import { passkeyMessages } from './messages/passkeys';
import { phoneMessages } from './messages/people';
import { privacyMessages } from './messages/privacy';
import { reviewMessages } from './messages/review';

/** One message in one language. */
export interface MessageInLanguage {
  /** Subject of the e-mail, heading in the development inbox. */
  subject: string;
  /** At most 300 characters; begins and ends with fixed words, and no two variables touch (Meta's rules, words.md §3). */
  text: (values: MessageValues) => Said;
  /** Word on the button that opens the link, at most 25 characters. */
  button?: string;
}

export interface MessageWords {
  /** `code`: a one-time code, kept nowhere; WhatsApp words such a message itself. */
  secret?: 'code';
  /** Values as they may be, for the rules' test and for registering the template with Meta. */
  sample: MessageValues;
  id: MessageInLanguage;
  en: MessageInLanguage;
}

/** The words of every message a person receives. */
export const messages: Record<MessageTemplate, MessageWords> = {
  // identity
  sign_in_code: {
    secret: 'code',
    sample: { code: '482913' },
    id: {
      subject: 'Kode OTP Pestarasa',
      text: ({ code = '' }) =>
        say`Kode OTP Pestarasa ${code}. Berlaku 5 menit. Jangan berikan kepada siapa pun, termasuk petugas kami.`,
    },
    en: {
      subject: 'Pestarasa code',
      text: ({ code = '' }) =>
        say`Pestarasa code ${code}. Valid for 5 minutes. Give it to nobody, not even to our staff.`,
    },
  },
  invitation: {
    sample: { scope: 'Dinas Koperasi Palembang', role: 'organiser' },
    id: {
      subject: 'Undangan bergabung',
      text: ({ scope = '', role = '' }) =>
        say`Anda diundang bergabung dengan ${scope} di Pestarasa. Peran Anda: ${identityId.roles[role as Role] ?? role}. Masuk dengan nomor HP ini untuk menerimanya.`,
      button: 'Lihat undangan',
    },
    en: {
      subject: 'Invitation',
      text: ({ scope = '', role = '' }) =>
        say`You are invited to join ${scope} on Pestarasa. Your role: ${identityEn.roles[role as Role] ?? role}. Sign in with this phone number to accept.`,
      button: 'See invitation',
    },
  },

  ...festivalMessages,
  ...orderMessages,
  ...privacyMessages,
  ...reviewMessages,
  ...phoneMessages,
  ...passkeyMessages,
  // imports: the same words whether or not the phone is known here
  merchant_imported: {
    sample: { stall: 'Pempek Cek Contoh', organisation: 'Dinas Koperasi Palembang' },
    id: {
      subject: 'Aktifkan akun usaha',
      text: ({ stall = '', organisation = '' }) =>
        say`Usaha ${stall} didaftarkan oleh ${organisation} di Pestarasa. Masuk dengan nomor HP ini untuk memakainya. Jika ini bukan usaha Anda, abaikan pesan ini.`,
      button: 'Aktifkan akun usaha',
    },
    en: {
      subject: 'Take over your business',
      text: ({ stall = '', organisation = '' }) =>
        say`Business ${stall} was registered by ${organisation} on Pestarasa. Sign in with this phone number to use it. If it is not yours, ignore this message.`,
      button: 'Take it over',
    },
  },
  // papers
  paper_ending: {
    sample: { stall: 'Pempek Cek Siti', kind: 'hygiene', until: '2027-02-26' },
    id: {
      subject: 'Dokumen segera habis',
      text: ({ stall = '', kind = '', until = '' }) =>
        say`Dokumen usaha ${stall} segera habis: ${documentKindWords.id[kind] ?? kind}, berlaku sampai ${formatDate(String(until), HOUSE_ZONE, 'long', 'id')}. Perpanjang dulu, lalu perbarui di sini.`,
      button: 'Lihat dokumen',
    },
    en: {
      subject: 'A paper ends soon',
      text: ({ stall = '', kind = '', until = '' }) =>
        say`A paper of ${stall} ends soon: ${documentKindWords.en[kind] ?? kind}, valid until ${formatDate(String(until), HOUSE_ZONE, 'long', 'en')}. Renew it first, then update it here.`,
      button: 'See the paper',
    },
  },
};
