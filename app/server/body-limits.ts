/** What a POST may carry. */
export interface BodyRule {
  /** Longest body in bytes. */
  bytes: number;
  /** Content types, without parameters. */
  types: readonly string[];
  /** A webhook: comes from another origin, is judged by its signature over the raw body. The only exemption from the origin rule. */
  signed?: true;
}

const KB = 1024;
const MB = 1024 * KB;
export const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

/** A plain form of a few fields. */
export const form: BodyRule = { bytes: 16 * KB, types: [FORM] };
/** A form with long texts or many rows. */
export const longForm: BodyRule = { bytes: 256 * KB, types: [FORM] };
/** A form with photos or a PDF, together about 10 MB. */
export const photoForm: BodyRule = { bytes: 11 * MB, types: [FORM, MULTIPART] };
/** An import file of at most 20 MB. */
export const importForm: BodyRule = { bytes: 21 * MB, types: [MULTIPART] };
/** What a phone kept (a board's taps, a learner's answers), sent by our own script; judged by its origin like any form. */
const taps: BodyRule = { bytes: 64 * KB, types: ['application/json'] };
/** A signed webhook with its raw body. */
export const webhook: BodyRule = { bytes: 256 * KB, types: ['application/json'], signed: true };

/**
 * Every route with an action has a row here, by its Indonesian address; a test fails for one that has not.
 * An address without a row is treated as a small form (Remix then answers 405 or 404).
 */
export const bodyLimits: Record<string, BodyRule> = {
  // festivals
  '/penyelenggara/:organisationId/festival/baru': form,
  '/penyelenggara/:organisationId/festival/:festivalId/buka': form,
  '/penyelenggara/:organisationId/festival/:festivalId/tutup': form,
  '/penyelenggara/:organisationId/festival/:festivalId/keadaan/:step': form,
  '/penyelenggara/:organisationId/festival/:festivalId/ubah': form,
  '/penyelenggara/:organisationId/festival/:festivalId/ubah/kuota': form,
  '/penyelenggara/:organisationId/festival/:festivalId/ubah/pelatihan': form,
  '/penyelenggara/:organisationId/festival/:festivalId/ubah/pertanyaan': longForm,
  '/penyelenggara/:organisationId/festival/:festivalId/ubah/dokumen': form,
  '/penyelenggara/:organisationId/festival/:festivalId/ubah/denah': form,
  '/penyelenggara/:organisationId/festival/:festivalId/pendaftar/:applicationId': form,
  '/penyelenggara/:organisationId/festival/:festivalId/pendaftar/:applicationId/kembalikan': form,
  '/penyelenggara/:organisationId/festival/:festivalId/pendaftar/:applicationId/dokumen/:kind': form,
  '/penyelenggara/:organisationId/festival/:festivalId/susun': form,
  '/penyelenggara/:organisationId/festival/:festivalId/susun/lepas': form,
  '/penyelenggara/:organisationId/festival/:festivalId/susun/tukar': form,
  '/penyelenggara/:organisationId/festival/:festivalId/susun/cadangan': form,
  '/penyelenggara/:organisationId/festival/:festivalId/susun/urutan': form,
  '/penyelenggara/:organisationId/festival/:festivalId/umumkan': form,
  '/penyelenggara/:organisationId/festival/:festivalId/kendali/kabar': form,
  '/penyelenggara/:organisationId/festival/:festivalId/kendali/kejadian': form,
  '/penyelenggara/:organisationId/festival/:festivalId/kendali/kejadian/:incidentId/selesai': form,
  '/usaha/:merchantId/festival/:slug': longForm,
  '/usaha/:merchantId/festival/:slug/kirim': longForm,
  '/usaha/:merchantId/festival/:slug/terima': form,
  '/usaha/:merchantId/festival/:slug/tolak': form,
  '/usaha/:merchantId/festival/:slug/mundur': form,
  // basket and orders
  '/keranjang/isi': form,
  '/keranjang/harga': form,
  '/keranjang/bayar': form,
  '/keranjang/bayar/minta-pin': form,
  '/pesanan/:orderId/batal': form,
  '/pesanan/:orderId/kabar': form,
  '/pesanan/:orderId/jawab': form,
  // identity and the process
  '/masuk': form,
  '/masuk/kode': form,
  '/masuk/kode/ulang': form,
  '/masuk/passkey': form,
  '/masuk/passkey/tantangan': form,
  '/masuk/tautan/:token': form,
  '/keluar': form,
  '/akun/nomor-hp': form,
  '/akun/nomor-hp/kode': form,
  '/akun/nomor-hp/batal': form,
  '/akun/nomor-hp/batal/:token': form,
  '/akun/passkey': form,
  '/akun/passkey/tantangan': form,
  '/akun/passkey/nanti': form,
  '/akun/passkey/:passkeyId/hapus': form,
  '/perangkat/lain/keluarkan': form,
  '/perangkat/:sessionId/keluarkan': form,
  '/undangan/:invitationId/terima': form,
  '/operator/periksa/:merchantId/:section': form,
  '/operator/periksa/:merchantId/:section/lolos': form,
  '/operator/rekening/:payoutAccountId': form,
  '/operator/rekening/:payoutAccountId/lolos': form,
  '/operator/orang': form,
  '/operator/orang/undangan/:invitationId/batal': form,
  '/operator/orang/anggota/:personId/:role/akhiri': form,
  '/operator/lembaga': form,
  '/operator/lembaga/:organisationId': form,
  '/operator/lembaga/:organisationId/undangan/:invitationId/batal': form,
  '/operator/lembaga/:organisationId/anggota/:personId/:role/akhiri': form,
  '/operator/dokumen/:merchantId/:kind': form,
  '/operator/outbox/:outboxId/ulang': form,
  '/operator/outbox/:outboxId/batal': form,
  // privacy
  '/privasi/persetujuan': form,
  '/privasi/salinan': form,
  '/privasi/perbaikan': form,
  '/privasi/pembatasan': form,
  '/privasi/pembatasan/cabut': form,
  '/privasi/hapus': form,
  '/privasi/permintaan/:requestId/batal': form,
  '/operator/privasi/:requestId/ambil': form,
  '/operator/privasi/:requestId/jawab': form,
  '/operator/privasi/:requestId/tolak': form,
  '/operator/privasi/:requestId/hapus': form,
  // wallet
  '/dompet/isi': form,
  '/dompet/isi/:topUpId': form,
  '/dompet/pin': form,
  '/dompet/pin/ganti': form,
  '/dompet/pin/kode': form,
  '/dompet/pin/lupa': form,
  '/usaha/:merchantId/rekening': form,
  '/usaha/:merchantId/rekening/kode': form,
  '/usaha/:merchantId/rekening/:payoutAccountId/batal': form,
  '/webhook/stripe': webhook,
  // imports
  '/penyelenggara/:organisationId/impor': importForm,
  '/penyelenggara/:organisationId/impor/:importId/kolom': longForm,
  '/penyelenggara/:organisationId/impor/:importId/judul': form,
  '/penyelenggara/:organisationId/impor/:importId/masukkan': form,
  '/penyelenggara/:organisationId/impor/:importId/batal': form,
  // stall board and slips
  '/papan/:participationId/bon/:ticketId/terima': form,
  '/papan/:participationId/bon/:ticketId/siap': form,
  '/papan/:participationId/bon/:ticketId/serahkan': form,
  '/papan/:participationId/bon/:ticketId/tolak': form,
  '/papan/:participationId/bon/:ticketId/lunas': form,
  '/papan/:participationId/pesanan-di-stan': form,
  '/papan/:participationId/stok/:listing': form,
  '/papan/:participationId/stok/:listing/habis': form,
  '/papan/:participationId/jam-ambil': form,
  '/papan/:participationId/buka': form,
  '/papan/:participationId/jeda': form,
  '/papan/:participationId/tutup': form,
  '/papan/:participationId/detak': form,
  '/papan/:participationId/susulan': taps,
  '/papan/:participationId/susulan/dibaca': form,
  '/hp-lapak': form,
  '/hp-lapak/pasang/:token': form,
  '/usaha/:merchantId/penjualan/:participationId/:day/kembali': form,
  // merchants, menus, training
  '/daftar/usaha': form,
  '/daftar/menu': form,
  '/daftar/isian': form,
  '/klaim': form,
  '/usaha/ambil': form,
  '/usaha/:merchantId/kirim': form,
  '/usaha/:merchantId/pemeriksaan/:section/kirim': form,
  '/usaha/:merchantId/persetujuan': form,
  '/usaha/:merchantId/keadaan': form,
  '/usaha/:merchantId/profil': longForm,
  '/usaha/:merchantId/profil/foto': photoForm,
  '/usaha/:merchantId/jam': form,
  '/usaha/:merchantId/dokumen/:kind': photoForm,
  '/usaha/:merchantId/dokumen/:kind/halaman/:fileId/hapus': form,
  '/usaha/:merchantId/tim': form,
  '/usaha/:merchantId/tim/anggota/:personId/:role/akhiri': form,
  '/usaha/:merchantId/tim/undangan/:invitationId/batal': form,
  '/usaha/:merchantId/tim/hp-lapak': form,
  '/usaha/:merchantId/tim/hp-lapak/:stallPhoneId/cabut': form,
  '/usaha/:merchantId/bantuan': form,
  '/usaha/:merchantId/bantuan/:helpId/akhiri': form,
  '/usaha/:merchantId/bantuan/periksa/benar': form,
  '/usaha/:merchantId/bantuan/periksa/urungkan': form,
  '/bantu': form,
  '/bantu/:merchantId/selesai': form,
  '/usaha/:merchantId/menu': form,
  '/usaha/:merchantId/menu/:dishId': longForm,
  '/usaha/:merchantId/menu/:dishId/foto': photoForm,
  '/usaha/:merchantId/menu/:dishId/tanpa-foto': form,
  '/usaha/:merchantId/menu/:dishId/pilihan': longForm,
  '/usaha/:merchantId/menu/:dishId/pilihan/hapus': form,
  '/usaha/:merchantId/menu/:dishId/hapus': form,
  '/usaha/:merchantId/menu/:dishId/urungkan': form,
  '/usaha/:merchantId/menu/:dishId/pindah': form,
  '/usaha/:merchantId/menu/:dishId/modal': form,
  '/usaha/:merchantId/menu-festival': form,
  '/usaha/:merchantId/kontak': form,
  '/usaha/:merchantId/dompet/jadwal': form,
  '/usaha/:merchantId/penjualan/luar': form,
  '/usaha/:merchantId/penjualan/:participationId/:day/periksa': form,
  '/belajar/:merchantId/tips/:tip/buka': form,
  '/belajar/:merchantId/:lesson': form,
  '/belajar/:merchantId/:lesson/buka': form,
  '/belajar/:merchantId/kirim': taps,
  '/belajar/:merchantId/sertifikat': form,
  '/operator/sertifikat/:certificateId': form,
  '/penyelenggara/:organisationId/pendampingan': form,
  '/operator/pendampingan': form,
};

interface Pattern {
  parts: string[];
  rule: BodyRule;
}

const patterns: Pattern[] = Object.entries(bodyLimits)
  .map(([address, rule]) => ({ parts: address.split('/'), rule }))
  // A fixed word before a parameter, place by place: `/a/baru` before `/a/:id`.
  .sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'));

function sortKey({ parts }: Pattern): string {
  return parts.map((part) => (part.startsWith(':') ? '1' : '0')).join('');
}

/** The rule for a plain (Indonesian) path. */
export function bodyRuleFor(path: string): BodyRule {
  const parts = path.replace(/\/$/, '').split('/');
  const found = patterns.find(
    (pattern) =>
      pattern.parts.length === parts.length &&
      pattern.parts.every((part, i) => (part.startsWith(':') ? parts[i] !== '' : part === parts[i])),
  );
  return found?.rule ?? form;
}
