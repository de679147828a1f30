import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId, PrivacyRequestId } from '~/shared/ids';
import { DAY_MS, HOUR_MS } from '~/shared/time';
import { drainOutbox } from '~/worker/run-worker.server';
import { makePerson, signInPerson } from '../factories/identity';
import { type MadeMerchant, makeActiveMerchant } from '../factories/merchants';
import { makeWallet } from '../factories/wallet';
import { HttpBrowser } from '../setup/http-browser';
import { startServer, type TestServer } from '../setup/server';
import { WORLD_BEGINS } from '../setup/world';

const ROLE = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
const NOBODY = 'prq_00000000000000000000000000';

describe.each(['sqlite', 'postgres'] as const)('a person’s own data over HTTP (%s)', (engine) => {
  let server: TestServer;
  let officer: HttpBrowser;
  /** Somebody who asks the same for herself, and for others. */
  let other: HttpBrowser;

  beforeAll(async () => {
    // The worker sleeps; a test does its work when it says so.
    server = await startServer(engine, { env: { ROLE: 'web' } });
    officer = await browserOf((await makePerson(server.world, { role: ROLE })).personId);
    other = await browserOf((await makePerson(server.world, { name: 'Orang Lain' })).personId);
  });
  afterAll(() => server.stop());

  const browserOf = async (personId: PersonId) =>
    new HttpBrowser(server.origin, await signInPerson(server.world, personId));

  async function someone(name = 'Siti Aminah'): Promise<{ personId: PersonId; her: HttpBrowser }> {
    const { personId } = await makePerson(server.world, { name });
    return { personId, her: await browserOf(personId) };
  }

  async function owner(): Promise<MadeMerchant & { her: HttpBrowser }> {
    const merchant = await makeActiveMerchant(server.world, { stallName: 'Rujak Bu Sri', ownerName: 'Sri' });
    return { ...merchant, her: await browserOf(merchant.ownerId) };
  }

  /** What waits is done, as by the worker some time later. */
  async function work(): Promise<void> {
    server.world.clock.advance(HOUR_MS);
    await drainOutbox(server.world.app);
  }

  async function requestOf(personId: PersonId): Promise<{ id: PrivacyRequestId; state: string }> {
    const rows = server.world.db.selectFrom('privacy_request').select(['id', 'state']);
    return rows.where('person_id', '=', personId).orderBy('asked_at', 'desc').executeTakeFirstOrThrow();
  }

  /** As the page says it of herself. */
  async function nameOn(her: HttpBrowser): Promise<string | undefined> {
    return /<dt>Nama<\/dt><dd>([^<]*)</.exec((await her.visit('/privasi')).text)?.[1];
  }

  async function expectNotFound(visitor: HttpBrowser, path: string, form?: Record<string, string>): Promise<void> {
    expect((await visitor.visit(path, form)).status, path).toBe(404);
  }

  it('is nobody’s who is not signed in: pages and forms lead to signing in, and nothing is asked', async () => {
    const stranger = new HttpBrowser(server.origin);
    expect((await stranger.visit('/privasi')).text).toContain('Masuk untuk mengatur data');
    const pages = [
      `/privasi/salinan/${NOBODY}`,
      `/privasi/salinan/${NOBODY}/json`,
      '/privasi/perbaikan',
      '/privasi/hapus',
    ];
    const forms = [
      '/privasi/persetujuan',
      '/privasi/salinan',
      '/privasi/perbaikan',
      '/privasi/pembatasan',
      '/privasi/pembatasan/cabut',
      '/privasi/hapus',
      `/privasi/permintaan/${NOBODY}/batal`,
    ];
    for (const [path, form] of [...pages.map((path) => [path] as const), ...forms.map((path) => [path, {}] as const)]) {
      const answer = await stranger.visit(path, form);
      expect([answer.status, answer.headers.location], path).toEqual([
        form ? 303 : 302,
        expect.stringMatching(/^\/masuk/),
      ]);
    }
    expect(await server.world.db.selectFrom('privacy_request').select('id').execute()).toEqual([]);
  });

  it('is copied once asked, told in words and as JSON, to herself alone, for a week', async () => {
    const { personId, her } = await someone();
    expect((await her.visit('/privasi/salinan', {})).headers.location).toBe('/privasi#permintaan');
    await her.visit('/privasi/salinan', {});
    expect((await her.visit('/privasi')).text).toContain('Sedang dibuat');
    const { id } = await requestOf(personId);
    await expectNotFound(her, `/privasi/salinan/${id}`);
    await work();
    expect((await her.visit('/privasi')).text).toContain(`href="/privasi/salinan/${id}"`);
    const page = await her.visit(`/privasi/salinan/${id}`);
    expect([page.status, page.headers['cache-control']]).toEqual([200, expect.stringContaining('no-store')]);
    expect(page.text).toContain('Siti Aminah');
    // Codes stand there in our pages' words; the file keeps them for machines.
    expect(page.text).toContain('<dd>Unduh data</dd>');
    expect(page.text).not.toContain('asked');
    const json = await her.visit(`/privasi/salinan/${id}/json`);
    expect(json.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="data-saya-pestarasa.json"',
    });
    expect(json.headers['cache-control']).toContain('no-store');
    expect(JSON.parse(json.text)).toMatchObject({ format: 'pestarasa-person', personId });
    expect(json.text).toContain('Siti Aminah');
    expect(json.text).toContain('"state":"asked"');
    for (const path of [`/privasi/salinan/${id}`, `/privasi/salinan/${id}/json`]) {
      await expectNotFound(other, path);
      await expectNotFound(officer, path);
    }
    expect(await server.world.db.selectFrom('privacy_request').select('id').execute()).toHaveLength(1);
    server.moveClock(WORLD_BEGINS + 8 * DAY_MS);
    await expectNotFound(her, `/privasi/salinan/${id}/json`);
    server.moveClock(WORLD_BEGINS);
  });

  it('is corrected by the officer, word by word; what was typed wrongly is kept, and another cannot take it back', async () => {
    const { personId, her } = await someone('Siti Amina');
    const wrong = await her.visit('/privasi/perbaikan', { field: 'email', wanted: 'siti di rumah' });
    expect([wrong.status, wrong.text.includes('siti di rumah')]).toEqual([422, true]);
    const empty = await her.visit('/privasi/perbaikan', { field: 'name', wanted: '' });
    expect([empty.status, empty.text.includes('Tulis data yang benar.')]).toEqual([422, true]);
    expect((await her.visit('/privasi/perbaikan', { field: 'name', wanted: 'Siti Aminah' })).status).toBe(303);
    const { id } = await requestOf(personId);
    await expectNotFound(other, `/privasi/permintaan/${id}/batal`, {});
    for (const act of ['ambil', 'jawab', 'tolak', 'hapus'])
      await expectNotFound(her, `/operator/privasi/${id}/${act}`, {});
    await expectNotFound(her, '/operator/privasi');
    await expectNotFound(her, `/operator/privasi/${id}`);
    expect((await officer.visit('/operator/privasi')).text).toContain(`/operator/privasi/${id}`);
    expect((await officer.visit(`/operator/privasi/${id}/ambil`, {})).status).toBe(303);
    expect((await officer.visit(`/operator/privasi/${id}`)).text).toContain('Siti Aminah');
    expect((await officer.visit(`/operator/privasi/${id}/tolak`, {})).text).toContain('Pilih alasannya.');
    expect(await nameOn(her)).toBe('Siti Amina');
    const done = await officer.visit(`/operator/privasi/${id}/jawab`, { answer: 'Sudah kami ubah.' });
    expect([done.status, done.headers.location]).toEqual([303, expect.stringMatching(/^\/operator\/privasi/)]);
    expect(await nameOn(her)).toBe('Siti Aminah');
    expect((await her.visit('/privasi')).text).toContain('Sudah kami ubah.');
    // A second answer finds it answered.
    const again = await officer.visit(`/operator/privasi/${id}/jawab`, { answer: 'Lagi.' });
    expect([again.status, again.text.includes('baru saja berubah')]).toEqual([409, true]);
  });

  it('is restricted at once: her business is shown no more, until she lifts it and consents again', async () => {
    const { her, slug, merchantId } = await owner();
    const stranger = new HttpBrowser(server.origin);
    const shown = async () => (await stranger.visit(`/usaha-baru/${slug}`)).status;
    expect(await shown()).toBe(200);
    expect((await her.visit('/privasi/pembatasan', {})).status).toBe(303);
    expect((await her.visit('/privasi')).text).toContain('Pemakaian data Anda sedang dibatasi.');
    expect(await shown()).toBe(404);
    const lifted = await her.visit('/privasi/pembatasan/cabut', {});
    expect((await her.visit(lifted.headers.location ?? '')).text).toContain('Pembatasan dicabut.');
    expect(await shown()).toBe(404);
    const consent = { purpose: 'publish', subject: merchantId, consent: 'yes' };
    await expectNotFound(other, '/privasi/persetujuan', consent);
    expect((await her.visit('/privasi/persetujuan', consent)).status).toBe(303);
    expect(await shown()).toBe(200);
  });

  it('is not erased while money waits, which both pages say; and she may think again until then', async () => {
    const { personId, her } = await someone();
    const form = await her.visit('/privasi/hapus');
    expect(form.text).toContain('Minta hapus data saya');
    expect((await her.visit('/privasi/hapus', {})).status).toBe(303);
    const { id } = await requestOf(personId);
    await makeWallet(server.world, { personId, balance: 10_000 });
    await officer.visit(`/operator/privasi/${id}/ambil`, {});
    expect((await officer.visit(`/operator/privasi/${id}`)).text).toContain('Saldo dompet masih Rp10.000');
    const begun = await officer.visit(`/operator/privasi/${id}/hapus`, {});
    expect((await officer.visit(begun.headers.location ?? '')).text).toContain('Penghapusan menunggu');
    expect(await requestOf(personId)).toEqual({ id, state: 'taken' });
    expect((await her.visit(`/privasi/permintaan/${id}/batal`, {})).status).toBe(303);
    expect(await requestOf(personId)).toEqual({ id, state: 'withdrawn' });
    const hindered = await her.visit('/privasi/hapus');
    expect(hindered.text).toContain('Saldo dompet masih Rp10.000');
    expect(hindered.text).not.toContain('Minta hapus data saya');
    const asked = await her.visit('/privasi/hapus', {});
    expect([asked.status, asked.text.includes('Penghapusan belum bisa: ada 1 hal')]).toEqual([409, true]);
  });

  it('is erased from the officer’s page: she is signed out, her business is gone, and the copy she had made too', async () => {
    const { ownerId, her, slug } = await owner();
    await her.visit('/privasi/salinan', {});
    const copy = await requestOf(ownerId);
    await work();
    expect((await her.visit(`/privasi/salinan/${copy.id}/json`)).text).toContain('Rujak Bu Sri');
    expect((await her.visit('/privasi/hapus')).text).toContain('Rujak Bu Sri');
    await her.visit('/privasi/hapus', {});
    const erasure = server.world.db.selectFrom('privacy_request').select('id').where('kind', '=', 'erasure');
    const { id } = await erasure.where('person_id', '=', ownerId).executeTakeFirstOrThrow();
    await officer.visit(`/operator/privasi/${id}/ambil`, {});
    expect((await officer.visit(`/operator/privasi/${id}`)).text).toContain('Data dan 1 usaha dihapus 2 menit lagi');
    expect((await officer.visit(`/operator/privasi/${id}/hapus`, {})).headers.location).toBe(`/operator/privasi/${id}`);
    await work();
    const gone = await her.visit('/privasi/hapus');
    expect([gone.status, gone.headers.location]).toEqual([302, expect.stringMatching(/^\/masuk/)]);
    expect((await new HttpBrowser(server.origin).visit(`/usaha-baru/${slug}`)).status).toBe(404);
    for (const path of ['/operator/privasi?tampil=selesai', `/operator/privasi/${id}`]) {
      expect((await officer.visit(path)).text, path).not.toContain('Sri');
    }
  });
});
