import { type PayoutMessage, type ReviewMessage, say } from '~/shared/message-templates';
import type { MessageWords } from '../messages';
import { accountReasonWords, returnReasonWords, sectionWords } from '../review-terms';

const section = { section: 'identity', stall: 'Pempek Cek Siti', reason: 'nik_differs' };
const account = { account: 'BRI ••4821', reason: 'holder_differs' };

/** What a merchant hears about the review of her sections and of her payout account. */
export const reviewMessages: Record<ReviewMessage | PayoutMessage, MessageWords> = {
  section_returned: {
    sample: section,
    id: {
      subject: 'Perlu diperbaiki',
      text: ({ section = '', stall = '', reason = '' }) =>
        say`Bagian ${sectionWords.id[section] ?? section} dari usaha ${stall} perlu diperbaiki: ${returnReasonWords.id[reason] ?? reason}. Bagian lain tidak perlu diisi ulang.`,
      button: 'Perbaiki',
    },
    en: {
      subject: 'Needs a correction',
      text: ({ section = '', stall = '', reason = '' }) =>
        say`Section ${sectionWords.en[section] ?? section} of business ${stall} needs a correction: ${returnReasonWords.en[reason] ?? reason}. Nothing else has to be filled in again.`,
      button: 'Correct it',
    },
  },
  section_passed: {
    sample: section,
    id: {
      subject: 'Bagian lolos',
      text: ({ section = '', stall = '' }) =>
        say`Bagian ${sectionWords.id[section] ?? section} dari usaha ${stall} sudah lolos pemeriksaan.`,
      button: 'Lihat usaha',
    },
    en: {
      subject: 'Section passed',
      text: ({ section = '', stall = '' }) =>
        say`Section ${sectionWords.en[section] ?? section} of business ${stall} has passed the review.`,
      button: 'See the business',
    },
  },
  merchant_active: {
    sample: section,
    id: {
      subject: 'Usaha aktif',
      text: ({ stall = '' }) =>
        say`Usaha ${stall} sudah lolos pemeriksaan dan aktif. Tawaran stan dari festival bisa Anda terima.`,
      button: 'Lihat usaha',
    },
    en: {
      subject: 'Business active',
      text: ({ stall = '' }) =>
        say`Business ${stall} has passed the review and is active. You can accept offers of booths.`,
      button: 'See the business',
    },
  },
  payout_account_proposed: {
    sample: account,
    id: {
      subject: 'Rekening baru diajukan',
      text: ({ account = '' }) =>
        say`Rekening ${account} diajukan untuk pencairan dan menunggu pemeriksaan. Jika bukan Anda yang mengajukan, batalkan lewat tombol ini.`,
      button: 'Lihat rekening',
    },
    en: {
      subject: 'New account proposed',
      text: ({ account = '' }) =>
        say`Account ${account} was proposed for payouts and waits for a check. If it was not you, take it back with this button.`,
      button: 'See the account',
    },
  },
  payout_account_checked: {
    sample: account,
    id: {
      subject: 'Rekening diperiksa satu orang',
      text: ({ account = '' }) =>
        say`Rekening ${account} sudah diperiksa satu orang dan menunggu orang kedua. Uang tetap dikirim ke rekening lama sampai selesai.`,
      button: 'Lihat rekening',
    },
    en: {
      subject: 'Account checked once',
      text: ({ account = '' }) =>
        say`Account ${account} was checked by one person and waits for the second. Until then your money goes to the old account.`,
      button: 'See the account',
    },
  },
  payout_account_in_force: {
    sample: account,
    id: {
      subject: 'Rekening dipakai',
      text: ({ account = '' }) =>
        say`Rekening ${account} sudah lolos pemeriksaan. Pencairan berikutnya dikirim ke rekening ini.`,
      button: 'Lihat rekening',
    },
    en: {
      subject: 'Account in use',
      text: ({ account = '' }) => say`Account ${account} has passed. The next payout goes to this account.`,
      button: 'See the account',
    },
  },
  payout_account_refused: {
    sample: account,
    id: {
      subject: 'Rekening belum disetujui',
      text: ({ account = '', reason = '' }) =>
        say`Rekening ${account} belum disetujui: ${accountReasonWords.id[reason] ?? reason}. Uang Anda tetap aman di dompet usaha.`,
      button: 'Lihat alasan',
    },
    en: {
      subject: 'Account not approved',
      text: ({ account = '', reason = '' }) =>
        say`Account ${account} was not approved: ${accountReasonWords.en[reason] ?? reason}. Your money stays safe in the business wallet.`,
      button: 'See the reason',
    },
  },
  payout_account_withdrawn: {
    sample: account,
    id: {
      subject: 'Pengajuan rekening dibatalkan',
      text: ({ account = '' }) => say`Pengajuan rekening ${account} sudah dibatalkan oleh pemilik usaha.`,
      button: 'Lihat rekening',
    },
    en: {
      subject: 'Proposal taken back',
      text: ({ account = '' }) => say`The proposal of account ${account} was taken back by the owner.`,
      button: 'See the account',
    },
  },
};
