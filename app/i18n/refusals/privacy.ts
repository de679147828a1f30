import type { ErasureHinderedRefusal } from '~/domain/privacy/ask-erasure.server';
import type { RefusalWords } from '../refusal-words';

type PrivacyRefusal = ErasureHinderedRefusal | { code: 'request_moved' };

export const privacyRefusals = {
  erasure_hindered: {
    status: 409,
    id: ({ hindrances }) =>
      `Penghapusan belum bisa: ada ${hindrances.length} hal yang harus selesai dulu. Daftarnya di halaman ini.`,
    en: ({ hindrances }) =>
      `Erasure has to wait: ${hindrances.length === 1 ? '1 thing has' : `${hindrances.length} things have`} to end first. They are listed on this page.`,
  },
  request_moved: {
    status: 409,
    id: () => 'Permintaan ini baru saja berubah. Periksa keadaannya di bawah.',
    en: () => 'This request has just moved on. See how it stands below.',
  },
} satisfies RefusalWords<PrivacyRefusal>;
