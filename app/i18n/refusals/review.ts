import type { SectionRefusal } from '~/domain/merchants/decide-section.server';
import type { AccountCheckRefusal } from '~/domain/wallet/check-payout-account.server';
import type { ProposeAccountRefusal } from '~/domain/wallet/propose-payout-account.server';
import { HOUSE_ZONE } from '~/shared/time';
import { formatDate } from '../format';
import type { RefusalWords } from '../refusal-words';
import { accountStateWords, sectionStateWords } from '../review-terms';

export const reviewRefusals = {
  section_moved: {
    status: 409,
    id: ({ state, by }) =>
      by === null || state === null || state === 'submitted'
        ? 'Isi bagian ini baru saja berubah. Muat ulang, lalu periksa isi yang baru.'
        : `Bagian ini baru saja diputuskan ${by}: ${sectionStateWords.id[state]?.toLowerCase()}. Lanjut ke yang berikutnya.`,
    en: ({ state, by }) =>
      by === null || state === null || state === 'submitted'
        ? 'This section has just changed. Reload and look at what it says now.'
        : `${by} has just decided this section: ${sectionStateWords.en[state]?.toLowerCase()}. Go on to the next.`,
  },
  section_not_yours: {
    status: 403,
    id: () => 'Anda anggota usaha ini. Bagian ini diperiksa orang lain.',
    en: () => 'You belong to this business. Somebody else reviews this section.',
  },
  account_moved: {
    status: 409,
    id: ({ state }) => `Rekening ini sekarang: ${accountStateWords.id[state]?.toLowerCase()}. Muat ulang halaman ini.`,
    en: ({ state }) => `This account is now: ${accountStateWords.en[state]?.toLowerCase()}. Reload this page.`,
  },
  account_not_yours: {
    status: 403,
    id: () => 'Rekening ini milik usaha Anda sendiri atau usaha lain. Orang lain yang memeriksanya.',
    en: () => 'This account belongs to your own or to another business. Somebody else checks it.',
  },
  same_person_twice: {
    status: 409,
    id: () => 'Anda sudah memeriksa rekening ini. Pergantian rekening perlu orang kedua.',
    en: () => 'You have checked this account already. A change needs a second person.',
  },
  account_rests: {
    status: 409,
    id: ({ until }) =>
      `Pergantian rekening terakhir belum disetujui. Bisa diajukan lagi mulai ${formatDate(until, HOUSE_ZONE, 'long', 'id')}. Rekening lama tetap dipakai.`,
    en: ({ until }) =>
      `The last change was not approved. Another can be proposed from ${formatDate(until, HOUSE_ZONE, 'long', 'en')}. The old account stays in use.`,
  },
  account_waiting: {
    status: 409,
    id: () => 'Masih ada rekening yang menunggu pemeriksaan. Batalkan dulu jika mau mengajukan yang lain.',
    en: () => 'Another account is waiting for its check. Take that back first to propose another.',
  },
  account_in_force: {
    status: 409,
    id: () => 'Rekening ini sudah dipakai. Tidak ada yang perlu diganti.',
    en: () => 'This account is in use already. There is nothing to change.',
  },
} satisfies RefusalWords<SectionRefusal | AccountCheckRefusal | ProposeAccountRefusal>;
