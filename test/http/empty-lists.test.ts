import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '~/shared/ids';
import { makeFestival, makeOrganiser } from '../factories/festivals';
import { makePerson, signInPerson } from '../factories/identity';
import { makeActiveMerchant } from '../factories/merchants';
import { startServer, type TestServer } from '../setup/server';

/** Pages with a list that nothing stands in yet, by whom they are opened: what each says instead. */
const EMPTY: Record<string, Record<string, string>> = {
  visitor: {
    '/keranjang': 'Keranjang masih kosong. Pilih menu dari lapak mana saja.',
    '/cari': 'Belum ada festival yang berlangsung. Pencarian dibuka saat festival mulai.',
    '/festival/OPEN': 'Susunan peserta belum diumumkan. Menu tampil di sini setelah pengumuman.',
    '/usaha-baru/SHOP': 'Usaha ini baru bergabung. Menunya sedang disiapkan.',
    '/dev/pesan': 'Belum ada pesan. Minta kode di halaman masuk.',
  },
  newcomer: {
    '/usaha': 'Belum ada usaha di nomor ini. Pendaftaran sekitar 4 menit.',
    '/penyelenggara': 'Akun ini belum menjadi anggota penyelenggara. Minta pengelola lembaga mengundang nomor HP Anda.',
    '/dompet': 'Dompet Anda belum dibuat. Buat PIN 6 angka, dompet langsung jadi.',
    '/dompet/mutasi': 'Belum ada mutasi. Isian saldo dan pesanan yang dibayar dari dompet tampil di sini.',
    '/akun': 'Belum ada. Passkey membuat Anda masuk tanpa menunggu kode.',
  },
  owner: {
    '': 'Mulai dari yang paling laku: nama, harga, lama masak.',
    '/menu': 'Belum ada menu. Mulai dari yang paling laku.',
    '/menu-festival': 'Belum ada menu untuk dipilih. Tambah dulu di daftar menu.',
    '/pemeriksaan': 'Belum ada yang dikirim. Lengkapi profil, lalu kirim.',
    '/dokumen': '0 dari 8 dokumen dijawab',
    '/dokumen/ktp/dilihat': 'Belum ada yang membuka foto atau nomor dokumen ini.',
    '/tim': 'Belum ada HP lapak.',
    '/bantuan': 'Belum pernah ada pendamping.',
    '/bantuan/periksa': 'Tidak ada isian yang menunggu.',
    '/dompet': 'Belum ada mutasi. Pesanan pertama yang dibayar lewat dompet tampil di sini.',
    '/rekening': 'Belum ada rekening yang dipakai.',
    '/penjualan': 'Belum ada penjualan. Slip pertama muncul setelah lapak dibuka di festival.',
    '/papan': 'Belum ada lapak yang buka. Papan muncul di sini pada hari festival.',
  },
  organiser: {
    '': 'Belum ada festival. Enam isian cukup untuk yang pertama.',
    '/klaim': 'Belum ada usaha tanpa nomor HP.',
    '/klaim/cetak': 'Tidak ada lembar untuk dicetak. Lembar dibuat untuk usaha tanpa nomor HP yang belum aktif.',
    '/pendampingan': 'Tidak ada yang perlu didampingi saat ini.',
  },
  'organiser of festivals': {
    '/DRAFT/pendaftar': 'Belum ada yang bisa mendaftar. Pendaftar muncul di sini setelah pendaftaran dibuka.',
    '/OPEN/pendaftar': 'Belum ada pendaftar. Bagikan tautan pendaftaran.',
    '/CURATING/pendaftar': 'Pendaftaran tutup tanpa pendaftar.',
    '/CURATING': 'Pendaftaran tutup tanpa pendaftar. Buka lagi supaya usaha bisa ikut.',
    '/DRAFT/susun': 'Susunan dibuat setelah pendaftaran ditutup.',
    '/CURATING/susun': 'Semua usaha yang lengkap sudah diputuskan.',
    '/CURATING/umumkan': 'Belum ada usaha yang terpilih.',
    '/OPEN/tawaran': 'Belum ada tawaran. Tawaran terkirim saat hasil diumumkan.',
    '/OPEN/tanda': 'Belum ada peserta. Tanda dibuat setelah usaha menerima tawaran.',
    '/OPEN/kendali': 'Ruang kendali terisi saat festival berlangsung.',
  },
  operator: {
    '/periksa': 'Tidak ada yang menunggu diperiksa. Yang baru muncul di sini.',
    '/dokumen': 'Tidak ada dokumen yang menunggu.',
    '/outbox': 'Tidak ada kiriman di sini.',
    '/privasi': 'Tidak ada permintaan di sini.',
    '/pendampingan': 'Tidak ada yang perlu didampingi saat ini.',
    '/sertifikat': 'Belum ada sertifikat. Yang pertama tampil di sini setelah seorang pedagang menyelesaikan kelas.',
  },
};

describe.each(['sqlite', 'postgres'] as const)('a list with nothing in it (%s)', (engine) => {
  let server: TestServer;
  const doors: Record<string, { base: string; personId: PersonId | null }> = {};
  const names: Record<string, string> = {};

  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
    const { world } = server;
    const shop = await makeActiveMerchant(world, { state: 'draft' });
    const fresh = await makeOrganiser(world, 'Dinas Baru');
    const organiser = await makeOrganiser(world);
    const installation = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
    const [draft, open, curating] = [
      await makeFestival(world, { organiser, state: 'draft', name: 'Draf' }),
      await makeFestival(world, { organiser, state: 'open', name: 'Buka' }),
      await makeFestival(world, { organiser, state: 'curating', name: 'Kurasi' }),
    ];
    Object.assign(names, { DRAFT: draft.festivalId, CURATING: curating.festivalId, SHOP: shop.slug });
    Object.assign(doors, {
      visitor: { base: '', personId: null },
      newcomer: { base: '', personId: (await makePerson(world)).personId },
      owner: { base: `/usaha/${shop.merchantId}`, personId: shop.ownerId },
      organiser: { base: `/penyelenggara/${fresh.organisationId}`, personId: fresh.organiserId },
      'organiser of festivals': {
        base: `/penyelenggara/${organiser.organisationId}/festival`,
        personId: organiser.organiserId,
      },
      operator: { base: '/operator', personId: (await makePerson(world, { role: installation })).personId },
    });
    names['festival/OPEN'] = `festival/${open.slug}`;
    names.OPEN = open.festivalId;
  });
  afterAll(() => server.stop());

  const fill = (path: string) =>
    Object.entries(names).reduce((filled, [name, value]) => filled.replace(name, value), path);

  it.each(Object.keys(EMPTY))('says to the %s why it is empty, or what comes next', async (who) => {
    const { base, personId } = doors[who]!;
    const session = personId ? await signInPerson(server.world, personId) : undefined;
    const silent: string[] = [];
    for (const [path, sentence] of Object.entries(EMPTY[who]!)) {
      const { status, text } = await server.send(`${base}${fill(path)}`, { session });
      if (status !== 200 || !text.includes(sentence)) silent.push(`${path} (${status}): ${sentence}`);
    }
    expect(silent).toEqual([]);
  });

  it('no page of a festival whose line-up is not out leads to that line-up', async () => {
    const festival = await server.send(`/${names['festival/OPEN']}`);
    expect(festival.text).not.toContain('/peserta');
    expect((await server.send(`/${names['festival/OPEN']}/peserta`)).status).toBe(404);
  });
});
