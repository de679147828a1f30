import jsqr from 'jsqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveDish } from '~/domain/menus/archive-dish.server';
import { makePerson, signInPerson } from '../factories/identity';
import { type MadeMerchant, makeActiveMerchant } from '../factories/merchants';
import { finishCourse } from '../factories/training';
import { readSheet } from '../setup/read-pdf';
import { startServer, type TestServer } from '../setup/server';

/** Terms and values of the page's list of facts. */
function rowsOf(html: string): [string, string][] {
  const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
  return [...html.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map(([, term = '', value = '']) => [
    plain(term),
    plain(value),
  ]);
}

describe.each(['sqlite', 'postgres'] as const)('a certificate (%s)', (engine) => {
  let server: TestServer;
  let merchant: MadeMerchant;
  let owner: string;
  let operator: string;
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
    merchant = await makeActiveMerchant(server.world, {
      stallName: 'Pempek "Cek" Siti & Anak',
      ownerName: 'Siti Nurhaliza',
    });
    owner = await signInPerson(server.world, merchant.ownerId);
    const role = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
    operator = await signInPerson(server.world, (await makePerson(server.world, { role })).personId);
  }, 120_000);
  afterAll(() => server.stop());

  const own = () => `/belajar/${merchant.merchantId}/sertifikat`;
  const codeOf = async () =>
    await server.world.db.selectFrom('training_certificate').select(['id', 'code']).executeTakeFirstOrThrow();

  it('is refused in words while the course is unfinished, and offers no button', async () => {
    const page = await server.send(own(), { session: owner });
    expect(page.text).toContain('Yang belum selesai');
    expect(page.text).not.toContain('Terbitkan sertifikat');
    const refused = await server.send(own(), { form: {}, session: owner });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Sertifikat belum bisa terbit');
  });

  it('issued, its page repeats every row of the sheet, and the sheet has none that the page lacks', async () => {
    await finishCourse(server.world, merchant);
    expect((await server.send(own(), { session: owner })).text).toContain('Terbitkan sertifikat');
    expect((await server.send(own(), { form: {}, session: owner })).status).toBe(303);
    const { code } = await codeOf();
    const page = await server.send(`/sertifikat/${code}`);
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toContain('no-store');
    expect(page.text).toContain('Sertifikat ini asli dan berlaku sampai');
    const pdf = await server.send(`/sertifikat/${code}/pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const sheet = await readSheet(pdf.bytes);
    const rows = rowsOf(page.text);
    expect(rows.map(([term]) => term)).toEqual([
      'Usaha',
      'Pemilik',
      'Kabupaten atau kota',
      'Kelas',
      'Isi',
      'Terbit',
      'Berlaku sampai',
      'Nomor',
    ]);
    let rest = sheet.text;
    for (const [term, value] of rows) {
      expect(rest).toContain(`${term} ${value}`);
      rest = rest.replace(`${term} ${value}`, '');
    }
    const address = `${server.origin}/sertifikat/${code}`;
    expect(rest.replace(/\s+/g, '')).toBe(
      `Pestarasa${'Sertifikat kelas jualan online'}${'Pada tanggal terbit, semua kuis kelas ini lulus dan semua praktiknya terbukti di data usaha.'}${'Periksa keadaannya di'}${address}`.replace(
        /\s+/g,
        '',
      ),
    );
    const { data, width, height } = sheet.picture;
    expect(jsqr(data, width, height)?.data).toBe(address);
  });

  it('shows nothing to anybody beyond what is printed, and needs no script', async () => {
    const { code } = await codeOf();
    const { text } = await server.send(`/sertifikat/${code}`);
    for (const secret of [merchant.merchantId, merchant.ownerId, merchant.phone]) expect(text).not.toContain(secret);
    expect(text).toContain('noindex');
    const english = await server.send(`/en/sertifikat/${code}`);
    expect(english.text).toContain('This certificate is genuine and valid until');
  });

  it('a number typed off the sheet leads there; a wrong letter and an unknown number are told apart', async () => {
    const { code } = await codeOf();
    const found = await server.send(`/sertifikat?kode=${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`);
    expect(found.headers.location).toBe(`/sertifikat/${code}`);
    expect((await server.send(`/sertifikat?kode=${code.slice(0, 9)}`)).text).toContain('Ada huruf yang salah');
    expect((await server.send('/sertifikat?kode=')).text).toContain('Isi nomor sertifikat');
    expect((await server.send('/sertifikat?kode=7K3M2-9XWPS')).text).toContain('Tidak ada sertifikat dengan nomor ini');
    expect((await server.send('/sertifikat/7K3M29XWPS')).status).toBe(404);
    expect((await server.send(`/sertifikat/${code.slice(0, 9)}`)).status).toBe(404);
  });

  it('revoked by the operator with a reason, its page says so and no sheet is printed any more', async () => {
    const { id, code } = await codeOf();
    const path = `/operator/sertifikat/${id}`;
    expect((await server.send('/operator/sertifikat', { session: operator })).text).toContain(id);
    const wrong = await server.send(path, { form: { why: '' }, session: operator });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Tulis alasannya.');
    const form = { why: 'Nama pemilik salah tulis.', again: 'later' };
    expect((await server.send(path, { form, session: owner })).status).toBe(404);
    expect((await server.send(path, { form, session: operator })).status).toBe(303);
    const again = await server.send(path, { form, session: operator });
    expect(again.status).toBe(409);
    expect(again.text).toContain('sudah dicabut');
    const page = await server.send(`/sertifikat/${code}`);
    expect(page.text).toContain('Dicabut');
    expect(page.text).toContain('Alasan: Nama pemilik salah tulis.');
    expect((await server.send(`/sertifikat/${code}/pdf`)).headers.location).toBe(`/sertifikat/${code}`);
    const refused = await server.send(own(), { form: {}, session: owner });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Yang baru bisa diminta mulai');
  });

  it('what was finished and came undone is not certified', async () => {
    const other = await makeActiveMerchant(server.world);
    await finishCourse(server.world, other);
    const dishes = await server.world.db
      .selectFrom('menu_dish')
      .select('id')
      .where('merchant_id', '=', other.merchantId)
      .execute();
    for (const { id } of dishes) {
      const options = { dishId: id, merchantId: other.merchantId, by: other.ownerId, now: server.world.clock.now() };
      await server.world.inTransaction((tx) => archiveDish(tx, options));
    }
    const session = await signInPerson(server.world, other.ownerId);
    const refused = await server.send(`/belajar/${other.merchantId}/sertifikat`, { form: {}, session });
    expect(refused.status).toBe(409);
  });
});
