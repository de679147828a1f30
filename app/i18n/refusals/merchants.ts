import type { AddPagesRefusal } from '~/domain/merchants/add-document-pages.server';
import type { MoveMerchantRefusal } from '~/domain/merchants/change-merchant-state.server';
import type { CheckDocumentRefusal } from '~/domain/merchants/check-document.server';
import type { ClaimMerchantRefusal } from '~/domain/merchants/claim-merchant.server';
import type { TypedGone } from '~/domain/merchants/confirm-typed.server';
import type { DeclareDocumentRefusal } from '~/domain/merchants/declare-document.server';
import type { IssueClaimRefusal } from '~/domain/merchants/issue-claim.server';
import type { OpenBusinessRefusal } from '~/domain/merchants/open-business.server';
import type { RedeemClaimRefusal } from '~/domain/merchants/redeem-claim.server';
import type { RemovePageRefusal } from '~/domain/merchants/remove-document-page.server';
import type { SetContactsRefusal } from '~/domain/merchants/set-contacts.server';
import type { SetHoursRefusal } from '~/domain/merchants/set-hours.server';
import type { SubmitMerchantRefusal } from '~/domain/merchants/submit-merchant.server';
import type { Language } from '~/shared/language';
import { fieldErrorText } from '../field-errors';
import { formatList } from '../format';
import { documentKindWords, merchantStateWords, profileNeedWords } from '../merchant-terms';
import type { RefusalWords } from '../refusal-words';

type MerchantsRefusal =
  | OpenBusinessRefusal
  | SubmitMerchantRefusal
  | MoveMerchantRefusal
  | SetHoursRefusal
  | DeclareDocumentRefusal
  | AddPagesRefusal
  | RemovePageRefusal
  | CheckDocumentRefusal
  | IssueClaimRefusal
  | RedeemClaimRefusal
  | ClaimMerchantRefusal
  | SetContactsRefusal
  | TypedGone;

const WEEKDAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const needs = (missing: readonly string[], language: Language) =>
  formatList(
    missing.map((need) => profileNeedWords[language][need] ?? need),
    language,
  );

export const merchantRefusals = {
  region_unknown: {
    status: 422,
    id: ({ typed }) => `Kabupaten atau kota "${typed}" tidak ada di daftar. Tulis lagi, contoh Kota Palembang.`,
    en: ({ typed }) => `"${typed}" is in no list of regencies and cities. Write it again, for example Kota Palembang.`,
  },
  kbli_unknown: {
    status: 422,
    id: ({ number, edition }) => `Kode ${number} tidak ada di KBLI ${edition}. Pilih dari daftar.`,
    en: ({ number, edition }) => `Code ${number} is not in KBLI ${edition}. Choose from the list.`,
  },
  merchant_closed: {
    status: 409,
    id: () => 'Usaha ini sudah ditutup, jadi tidak bisa diubah lagi.',
    en: () => 'This business is closed and can no longer be changed.',
  },
  merchant_moved: {
    status: 409,
    id: ({ state }) => `Usaha ini sekarang ${merchantStateWords.id[state]?.toLowerCase()}. Muat ulang halaman ini.`,
    en: ({ state }) => `This business is now ${merchantStateWords.en[state]?.toLowerCase()}. Reload this page.`,
  },
  profile_incomplete: {
    status: 422,
    id: ({ missing }) => `Masih kurang: ${needs(missing, 'id')}. Isian lain sudah tersimpan.`,
    en: ({ missing }) => `Still missing: ${needs(missing, 'en')}. Everything else is kept.`,
  },
  hours_empty_window: {
    status: 422,
    id: ({ weekday }) => `${WEEKDAYS.id[weekday]}: jam buka dan jam tutup sama. Ubah salah satu.`,
    en: ({ weekday }) => `${WEEKDAYS.en[weekday]}: opening and closing time are the same. Change one of them.`,
  },
  hours_overlap: {
    status: 422,
    id: ({ weekday }) => `${WEEKDAYS.id[weekday]}: dua jam buka bertumpuk. Ubah salah satu.`,
    en: ({ weekday }) => `${WEEKDAYS.en[weekday]}: two openings overlap. Change one of them.`,
  },
  paper_number_wrong: {
    status: 422,
    id: ({ problem }) => numberText(problem, 'id'),
    en: ({ problem }) => numberText(problem, 'en'),
  },
  paper_always_needed: {
    status: 422,
    id: ({ kind }) =>
      `${documentKindWords.id[kind]} diperlukan semua usaha. Pilih punya, sedang diurus, atau belum punya.`,
    en: ({ kind }) => `Every business needs ${documentKindWords.en[kind]}. Choose have it, in process, or not yet.`,
  },
  paper_dates_crossed: {
    status: 422,
    id: (refusal) => numberText(refusal, 'id'),
    en: (refusal) => numberText(refusal, 'en'),
  },
  paper_issued_later: {
    status: 422,
    id: (refusal) => numberText(refusal, 'id'),
    en: (refusal) => numberText(refusal, 'en'),
  },
  pages_full: {
    status: 409,
    id: ({ room, pagesMax }) =>
      room === 0
        ? `Sudah ada ${pagesMax} halaman. Hapus satu dulu, lalu tambah yang baru.`
        : `Paling banyak ${pagesMax} halaman; masih bisa ${room}. Pilih halaman yang ada nomor dan tanggalnya.`,
    en: ({ room, pagesMax }) =>
      room === 0
        ? `There are ${pagesMax} pages already. Remove one, then add the new one.`
        : `At most ${pagesMax} pages; there is room for ${room}. Choose the page with number and date.`,
  },
  page_gone: {
    status: 409,
    id: () => 'Halaman ini sudah dihapus.',
    en: () => 'This page was removed already.',
  },
  paper_not_yours: {
    status: 403,
    id: () => 'Anda anggota usaha ini. Dokumen ini diperiksa orang lain.',
    en: () => 'You belong to this business. Somebody else checks this paper.',
  },
  paper_moved: {
    status: 409,
    id: () => 'Dokumen ini baru saja diubah pemiliknya. Lihat lagi, lalu putuskan.',
    en: () => 'The owner has just changed this paper. Look again, then decide.',
  },
  paper_number_differs: {
    status: 422,
    id: () => 'Nomor yang Anda baca berbeda dari isian pemilik. Cocokkan lagi, atau pilih Tidak cocok.',
    en: () => 'The number you read differs from what the owner typed. Compare again, or choose Does not fit.',
  },
  paper_not_held: {
    status: 409,
    id: () => 'Pemilik usaha tidak lagi menjawab punya dokumen ini.',
    en: () => 'The owner no longer says that she has this paper.',
  },
  nik_in_use: {
    status: 409,
    id: () => 'NIK ini sudah dipakai pemilik usaha lain. Cocokkan dengan KTP Anda.',
    en: () => 'Another owner already uses this NIK. Compare it with your KTP.',
  },
  merchant_claimed: {
    status: 409,
    id: () => 'Usaha ini sudah punya akun pemilik.',
    en: () => 'This business already has its owner.',
  },
  claim_not_yours: {
    status: 404,
    id: () => 'Usaha ini tidak diimpor oleh lembaga Anda.',
    en: () => 'This business was not imported by your organisation.',
  },
  claim_unknown: {
    status: 422,
    id: () => 'Kode belum cocok. Cocokkan 10 huruf dan angka di kertas, contoh K7M2Q-9RTX4.',
    en: () => 'The code does not match yet. Compare the 10 letters and digits on the paper, like K7M2Q-9RTX4.',
  },
  claim_redeemed: {
    status: 409,
    id: () => 'Kode ini sudah dipakai. Jika bukan oleh Anda, hubungi dinas yang memberi kertas ini.',
    en: () => 'This code has been used. If that was not you, ask the office that gave you the paper.',
  },
  claim_revoked: {
    status: 409,
    id: () => 'Kode ini sudah diganti. Minta kertas baru ke dinas yang memberinya.',
    en: () => 'This code was replaced. Ask the office for a new paper.',
  },
  contact_not_member: {
    status: 422,
    id: () => 'Orang ini tidak lagi di usaha Anda. Pilih orang lain.',
    en: () => 'This person is no longer in your business. Choose another.',
  },
  typed_gone: {
    status: 409,
    id: () => 'Isian ini sudah diperiksa atau sudah diubah lagi.',
    en: () => 'This was looked at already, or changed again.',
  },
} satisfies RefusalWords<MerchantsRefusal>;

function numberText(problem: { code: string }, language: Language): string {
  const { code, ...data } = problem;
  return fieldErrorText({ code, data: data as Record<string, string | number> }, language);
}
