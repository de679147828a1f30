/** Words for the values of section review and payout accounts, shared by pages, messages and refusals. */
export const sectionWords = {
  id: { identity: 'Identitas', business: 'Usaha', payout: 'Rekening pencairan' },
  en: { identity: 'Identity', business: 'Business', payout: 'Payout account' },
} as { id: Record<string, string>; en: Record<string, string> };

export const sectionStateWords = {
  id: { submitted: 'Sedang diperiksa', passed: 'Lolos', returned: 'Perlu diperbaiki' },
  en: { submitted: 'In review', passed: 'Passed', returned: 'Needs a correction' },
} as { id: Record<string, string>; en: Record<string, string> };

export const returnReasonWords = {
  id: {
    owner_name_differs: 'nama pemilik belum sama dengan KTP',
    nik_missing: 'NIK belum diisi',
    nik_differs: 'NIK belum sama dengan KTP',
    stall_name_unclear: 'nama lapak belum jelas',
    place_unclear: 'alamat atau kecamatan belum jelas',
    category_differs: 'yang dijual belum cocok dengan menu',
    nib_differs: 'NIB belum cocok dengan data usaha',
    food_paper_unclear: 'izin pangan belum jelas',
    vouched: 'dijamin oleh dinas yang mendaftarkan',
    other: 'lainnya',
  },
  en: {
    owner_name_differs: "the owner's name is not as on the KTP",
    nik_missing: 'the NIK is missing',
    nik_differs: 'the NIK is not as on the KTP',
    stall_name_unclear: 'the name of the stall is unclear',
    place_unclear: 'the address or district is unclear',
    category_differs: 'what is sold does not fit the menu',
    nib_differs: 'the NIB does not fit the business',
    food_paper_unclear: 'the food papers are unclear',
    vouched: 'vouched for by the office that registered it',
    other: 'something else',
  },
} as { id: Record<string, string>; en: Record<string, string> };

export const accountReasonWords = {
  id: {
    holder_differs: 'nama di bank berbeda',
    number_unknown: 'nomor rekening tidak ditemukan',
    not_the_owner: 'rekening bukan milik pemilik usaha',
    other: 'lainnya',
  },
  en: {
    holder_differs: 'the name at the bank is another',
    number_unknown: 'the bank does not know the number',
    not_the_owner: 'the account is not the owner’s',
    other: 'something else',
  },
} as { id: Record<string, string>; en: Record<string, string> };

export const accountStateWords = {
  id: {
    proposed: 'Menunggu pemeriksaan',
    checked_once: 'Diperiksa satu orang, menunggu orang kedua',
    in_force: 'Dipakai',
    replaced: 'Sudah diganti',
    refused: 'Belum disetujui',
    withdrawn: 'Dibatalkan pemilik',
  },
  en: {
    proposed: 'Waiting for a check',
    checked_once: 'Checked by one person, waiting for the second',
    in_force: 'In use',
    replaced: 'Replaced',
    refused: 'Not approved',
    withdrawn: 'Taken back by the owner',
  },
} as { id: Record<string, string>; en: Record<string, string> };
