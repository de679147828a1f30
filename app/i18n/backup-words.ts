import type { BackupRefusal } from '~/shared/backup-refusals';

/** What the commands backup and restore say to whoever runs an installation, in both languages. */

interface Said {
  id: string;
  en: string;
}

type Refused<Code extends BackupRefusal['code']> = Extract<BackupRefusal, { code: Code }>;

const REFUSED: { [Code in BackupRefusal['code']]: (refusal: Refused<Code>) => Said } = {
  usage: ({ command }) => ({
    id: `Cara pakai: ${USAGE[command]}`,
    en: `usage: ${USAGE[command]}`,
  }),
  file_exists: ({ file }) => ({
    id: `${file} sudah ada dan tidak ditimpa. Pilih nama lain.`,
    en: `${file} is there already and is not overwritten: choose another name`,
  }),
  file_missing: ({ file }) => ({ id: `${file} tidak ada.`, en: `${file} is not there` }),
  not_a_backup: ({ file }) => ({
    id: `${file} bukan cadangan Pestarasa. Tidak ada yang diubah.`,
    en: `${file} is no backup of Pestarasa; nothing was changed`,
  }),
  damaged: ({ file }) => ({
    id: `${file} rusak: terpotong atau berubah sejak dibuat. Tidak ada yang diubah. Pakai salinan lain.`,
    en: `${file} is damaged: cut short or changed since it was made; nothing was changed; take another copy`,
  }),
  newer_format: ({ format, formatMax }) => ({
    id: `Cadangan ini berformat ${format}; versi ini membaca sampai ${formatMax}. Pasang versi Pestarasa yang lebih baru. Tidak ada yang diubah.`,
    en: `this backup has format ${format}, this version reads up to ${formatMax}: install a newer Pestarasa; nothing was changed`,
  }),
  newer_level: ({ migrations }) => ({
    id: `Cadangan ini dibuat oleh versi yang lebih baru (${migrations.join(', ')}). Pasang versi itu. Tidak ada yang diubah.`,
    en: `this backup was made by a newer version (${migrations.join(', ')}): install that one; nothing was changed`,
  }),
  other_key: () => ({
    id: 'Cadangan ini dibuat dengan SECRET_KEY lain: NIK, NPWP, rekening, dan surat tidak akan terbuka. Pakai kunci itu. Kalau kuncinya hilang, tambahkan --other-key. Tidak ada yang diubah.',
    en: 'this backup was made under another SECRET_KEY, so NIK, NPWP, accounts and papers would stay closed: use that key, or add --other-key when it is lost; nothing was changed',
  }),
  no_database: ({ place }) => ({
    id: `Tidak ada data Pestarasa di ${place}. Periksa DATA_DIR atau DATABASE_URL.`,
    en: `no data of Pestarasa at ${place}: check DATA_DIR or DATABASE_URL`,
  }),
  source_damaged: ({ says }) => ({
    id: `Berkas database rusak (${says}), jadi cadangannya tidak bisa dipercaya dan tidak dibuat. Hentikan Pestarasa, salin berkasnya beserta -wal, lalu pulihkan cadangan terakhir.`,
    en: `the database file is damaged (${says}), so a backup of it could not be trusted and was not made: stop Pestarasa, copy the file with its -wal, then restore the last backup`,
  }),
  target_not_empty: ({ place }) => ({
    id: `Di ${place} sudah ada data, dan tidak diubah. Pilih DATA_DIR atau DATABASE_URL lain. Untuk menggantinya: hentikan Pestarasa, lalu tambahkan --replace.`,
    en: `${place} holds data, which was not changed: choose another DATA_DIR or DATABASE_URL, or stop Pestarasa and add --replace`,
  }),
  target_foreign: ({ place }) => ({
    id: `Isi ${place} bukan data Pestarasa, dan tidak diubah. Pilih tempat lain. Berkas SQLite yang rusak bisa diganti dengan --replace.`,
    en: `what stands at ${place} is not Pestarasa's and was not changed: choose another place; a broken SQLite file is replaced with --replace`,
  }),
  target_in_use: ({ place }) => ({
    id: `${place} sedang dipakai. Hentikan Pestarasa dan program lain yang membukanya, lalu ulangi. Tidak ada yang diubah.`,
    en: `${place} is in use: stop Pestarasa and whatever else has it open, then try again; nothing was changed`,
  }),
  list_unreadable: ({ file }) => ({
    id: `${file} bukan daftar penghapusan yang bisa dibaca. Tanpa daftar itu, data yang sudah dihapus bisa muncul lagi. Tidak ada yang diubah.`,
    en: `${file} is no readable list of erasures, without which erased data could come back; nothing was changed`,
  }),
};

const USAGE = {
  backup: 'npm run backup -- <file>',
  restore: 'npm run restore -- <file> [--tombstones <file>] [--replace] [--other-key]',
};

/** An instant as the log says it; the commands know no place. */
const instant = (at: number) =>
  new Date(at)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');

type Sums = Readonly<Record<string, { rows: number }>>;
const rowsOf = (sums: Sums) => Object.values(sums).reduce((all, { rows }) => all + rows, 0);
const counts = (sums: Sums) => ({ tables: Object.keys(sums).length, rows: rowsOf(sums) });

function refused(refusal: BackupRefusal): Said {
  return (REFUSED[refusal.code] as (given: BackupRefusal) => Said)(refusal);
}

export const backupWords = {
  refused,
  made: ({ file, madeAt, sums }: { file: string; madeAt: number; sums: Sums }): Said => {
    const { tables, rows } = counts(sums);
    return {
      id: `Cadangan ${file} selesai: ${tables} tabel, ${rows} baris, keadaan ${instant(madeAt)}. Isinya data pribadi; simpan terpisah dari SECRET_KEY.`,
      en: `backup ${file} is made: ${tables} tables, ${rows} rows, as of ${instant(madeAt)}. It holds personal data; keep it apart from SECRET_KEY`,
    };
  },
  restored: ({ madeAt, sums }: { madeAt: number; sums: Sums }): Said => {
    const { tables, rows } = counts(sums);
    return {
      id: `Dipulihkan ke keadaan ${instant(madeAt)}: ${tables} tabel, ${rows} baris, semuanya sama dengan cadangan.`,
      en: `restored as of ${instant(madeAt)}: ${tables} tables, ${rows} rows, all the same as in the backup`,
    };
  },
  putAside: ({ file }: { file: string }): Said => ({
    id: `Data sebelumnya disimpan di ${file}. Hapus kalau tidak diperlukan lagi: isinya data pribadi.`,
    en: `what stood there lies in ${file}; delete it when it is not needed any more: it holds personal data`,
  }),
  waiting: ({ count }: { count: number }): Said => ({
    id: `${count} pekerjaan dan pesan menunggu saat cadangan dibuat dan akan dijalankan begitu worker hidup. Nyalakan dulu dengan ROLE=web dan periksa /operator/outbox.`,
    en: `${count} acts and messages waited when the backup was made and will be done once a worker runs: start with ROLE=web first and look at /operator/outbox`,
  }),
  erasedAgain: ({ persons, toldUntil }: { persons: number; toldUntil: number }): Said => ({
    id: `${persons} orang yang sudah dihapus, dihapus lagi. ${toldUntil > 0 ? `Daftar penghapusan sampai ${instant(toldUntil)}.` : 'Tidak ada daftar penghapusan.'}`,
    en: `erased again, as before the restore: ${persons === 1 ? '1 person' : `${persons} people`}; ${toldUntil > 0 ? `the list of erasures is told until ${instant(toldUntil)}` : 'there is no list of erasures'}`,
  }),
  listTooOld: ({ madeAt }: { madeAt: number }): Said => ({
    id: `PERHATIAN: tidak ada daftar penghapusan yang lebih baru dari cadangan (${instant(madeAt)}). Orang yang dihapus setelah itu MUNCUL LAGI. Cari tombstones.ndjson terbaru, lalu jalankan: npm run restore -- --tombstones <file>`,
    en: `WARNING: no list of erasures is newer than the backup (${instant(madeAt)}). Whoever was erased since IS BACK. Find the newest tombstones.ndjson and run: npm run restore -- --tombstones <file>`,
  }),
  oldListLost: {
    id: 'PERHATIAN: daftar penghapusan di data lama tidak terbaca. Yang dipakai hanya daftar di luar database.',
    en: 'WARNING: the list of erasures in the data that was replaced could not be read; only lists outside the database were used',
  } satisfies Said,
  unsettled: ({ persons }: { persons: readonly string[] }): Said => ({
    id: `PERHATIAN: pada keadaan lama ini mereka masih punya uang, pesanan, atau festival; periksa dengan tangan: ${persons.join(', ')}`,
    en: `WARNING: as of this older state they still have money, orders or a festival; look at them by hand: ${persons.join(', ')}`,
  }),
  ledgerBroken: ({ broken }: { broken: readonly string[] }): Said => ({
    id: `PERHATIAN: buku kas di cadangan ini tidak seimbang. Baris dipulihkan apa adanya:\n${broken.join('\n')}`,
    en: `WARNING: the ledger in this backup does not balance; its rows were restored as they are`,
  }),
};
