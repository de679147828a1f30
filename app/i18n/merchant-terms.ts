/** Words for the values of merchants, shared by pages and refusals. */
export const merchantStateWords = {
  id: {
    draft: 'Draf',
    submitted: 'Sedang diperiksa',
    active: 'Aktif',
    paused: 'Tutup sementara',
    suspended: 'Ditangguhkan',
    closed: 'Ditutup',
  },
  en: {
    draft: 'Draft',
    submitted: 'In review',
    active: 'Active',
    paused: 'Paused',
    suspended: 'Suspended',
    closed: 'Closed',
  },
} as { id: Record<string, string>; en: Record<string, string> };

export const profileNeedWords = {
  id: {
    consent: 'persetujuan untuk tampil',
    owner_name: 'nama pemilik',
    category: 'apa yang dijual',
    district: 'kecamatan',
  },
  en: { consent: 'consent to be shown', owner_name: "owner's name", category: 'what you sell', district: 'district' },
} as { id: Record<string, string>; en: Record<string, string> };

export const documentKindWords = {
  id: {
    ktp: 'KTP',
    npwp: 'NPWP',
    nib: 'NIB',
    pirt: 'SPP-IRT',
    bpom: 'Izin edar BPOM',
    halal: 'Sertifikat halal',
    hygiene: 'SLHS atau label kebersihan',
    bank_book: 'Buku rekening',
  },
  en: {
    ktp: 'KTP (identity card)',
    npwp: 'NPWP (tax number)',
    nib: 'NIB (business number)',
    pirt: 'SPP-IRT (home industry food)',
    bpom: 'BPOM permit',
    halal: 'Halal certificate',
    hygiene: 'Hygiene certificate or label',
    bank_book: 'Bank book',
  },
} as { id: Record<string, string>; en: Record<string, string> };
