import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawApplication } from '~/domain/festivals/withdraw-application.server';
import { addMember } from '~/domain/identity/add-member.server';
import { readPaper } from '~/domain/merchants/read-paper.server';
import { readPaperViews } from '~/domain/merchants/read-paper-views.server';
import { makeApplicant, makeFestival, makeOrganiser } from '../factories/festivals';
import { MARKER, makeHostileFiles } from '../factories/hostile-files';
import { makePerson, signInPerson } from '../factories/identity';
import { accepted, makeActiveMerchant } from '../factories/merchants';
import { makePaperPage, photoOf } from '../factories/papers';
import { startServer, type TestServer } from '../setup/server';
import { MULTIPART, multipart, type Part } from './multipart';

describe('papers over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer('sqlite', { env: { ROLE: 'web' } });
  });
  afterAll(() => server.stop());

  const sendForm = (path: string, session: string, parts: readonly Part[]) =>
    server.send(path, {
      session,
      body: multipart(parts),
      headers: { 'Content-Type': MULTIPART, Origin: server.origin, 'Sec-Fetch-Site': 'same-origin' },
    });
  const photo = async (grey?: number): Promise<Part> => ({
    name: 'camera',
    value: { fileName: 'IMG_0001.jpg', type: 'image/jpeg', bytes: await photoOf(grey) },
  });
  const makeVerifier = async () => {
    const { world } = server;
    const role = { scopeKind: 'installation', scopeId: 'installation', role: 'verifier' } as const;
    const { personId } = await makePerson(world, { role });
    return { personId, session: await signInPerson(world, personId) };
  };

  it('answer, number, dates and photo are one form on one screen; a wrong number costs neither the rest nor the photo', async () => {
    const { world } = server;
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const session = await signInPerson(world, ownerId);
    const path = `/usaha/${merchantId}/dokumen/nib`;
    expect((await server.send(path, { session })).text).toContain('capture="environment"');
    const texts = (number: string): Part[] => [
      { name: 'answer', value: 'have' },
      { name: 'number', value: number },
      { name: 'edition', value: '2020' },
      { name: 'issuedOn', value: '2024-05-06' },
    ];
    const wrong = await sendForm(path, session, [...texts('912000000000'), await photo()]);
    expect(wrong.status).toBe(422);
    for (const kept of [
      'NIB 13 angka; baru 12.',
      'value="912000000000"',
      'value="2024-05-06"',
      'Foto sudah tersimpan.',
    ]) {
      expect(wrong.text).toContain(kept);
    }
    const right = await sendForm(path, session, texts('9120000000001'));
    expect(right.headers.location).toBe(`/usaha/${merchantId}/dokumen`);
    const paper = await readPaper(world.db, { merchantId, kind: 'nib' });
    expect(paper).toMatchObject({ answer: 'have', edition: '2020', issuedOn: '2024-05-06', hasNumber: true });
    expect(paper?.pages).toHaveLength(1);

    const bad = await sendForm(path, session, [
      ...texts('9120000000002'),
      { name: 'file', value: { fileName: 'nib.pdf', type: 'application/pdf', bytes: Buffer.from('<svg/>') } },
    ]);
    expect([bad.status, bad.text.includes('value="9120000000002"')]).toEqual([422, true]);
    expect(bad.text).toContain('bukan foto JPEG, PNG, WebP, atau PDF');
  });

  it('"belum punya" opens help for her own regency, and is never an error', async () => {
    const { world } = server;
    const { merchantId, ownerId } = await makeActiveMerchant(world, { regionCode: '3510' });
    const session = await signInPerson(world, ownerId);
    const path = `/usaha/${merchantId}/dokumen/hygiene`;
    const answered = await server.send(path, { session, form: { answer: 'none_yet' } });
    expect([answered.status, answered.headers.location]).toEqual([303, `${path}?kabar=belum`]);
    const help = await server.send(`${path}?kabar=belum`, { session });
    expect(help.text).toContain('Dinas Kesehatan Kabupaten Banyuwangi');
    const halal = await server.send(`/usaha/${merchantId}/dokumen/halal`, { session });
    expect(halal.text).toContain('SEHATI');
    expect(halal.text).toContain('PP 42/2024');
  });

  it('a page is served to its owner and a verifier only, kept by nobody, each look written down before', async () => {
    const { world } = server;
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const other = await makeActiveMerchant(world);
    const fileId = await makePaperPage(world, { merchantId, ownerId });
    const page = `/usaha/${merchantId}/dokumen/ktp/halaman/${fileId}`;
    const owner = await signInPerson(world, ownerId);
    const verifier = await makeVerifier();
    const seen = await server.send(page, { session: owner });
    expect([seen.status, seen.headers['content-type'], seen.headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'private, no-store',
    ]);
    expect(seen.headers['x-content-type-options']).toBe('nosniff');
    expect((await sharp(seen.bytes).metadata()).format).toBe('webp');
    const asVerifier = await server.send(`/operator/dokumen/${merchantId}/ktp/${fileId}`, {
      session: verifier.session,
    });
    expect(asVerifier.status).toBe(200);
    const foreign = await signInPerson(world, other.ownerId);
    const own = `/usaha/${other.merchantId}/dokumen/ktp/halaman/${fileId}`;
    for (const path of [page, own, `/operator/dokumen/${merchantId}/ktp/${fileId}`, `/berkas/${fileId}`]) {
      expect([path, (await server.send(path, { session: foreign })).status]).toEqual([path, 404]);
    }
    expect((await server.send(page)).headers.location).toContain('/masuk');
    const views = await readPaperViews(world.db, { merchantId, kind: 'ktp' });
    expect(views.map(({ viewerId, right }) => [viewerId, right])).toEqual([
      [verifier.personId, 'verifier'],
      [ownerId, 'merchant.edit'],
    ]);
    const who = await server.send(`/usaha/${merchantId}/dokumen/ktp/dilihat`, { session: owner });
    expect(who.text).toContain('verifikator Pestarasa');
  });

  it('whoever reviews the identity opens its photographs from there; each look is told to the owner', async () => {
    const { world } = server;
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'submitted' });
    const ktp = await makePaperPage(world, { merchantId, ownerId });
    const book = await makePaperPage(world, { merchantId, ownerId, kind: 'bank_book' });
    const verifier = await makeVerifier();
    const { session } = verifier;
    const section = await server.send(`/operator/periksa/${merchantId}/identity`, { session });
    expect(section.text).toContain(`href="/operator/dokumen/${merchantId}/ktp/${ktp}"`);
    expect(section.text).not.toContain(book);
    expect((await server.send(`/operator/periksa/${merchantId}/business`, { session })).text).not.toContain(ktp);
    // A link is no look yet.
    expect(await readPaperViews(world.db, { merchantId, kind: 'ktp' })).toEqual([]);
    expect((await server.send(`/operator/dokumen/${merchantId}/ktp/${ktp}`, { session })).status).toBe(200);
    const views = await readPaperViews(world.db, { merchantId, kind: 'ktp' });
    expect(views).toMatchObject([{ viewerId: verifier.personId, right: 'verifier' }]);
    const member = await makePerson(world, { role: { scopeKind: 'merchant', scopeId: merchantId, role: 'cashier' } });
    const house = { scopeKind: 'installation', scopeId: 'installation', role: 'verifier', createdBy: null } as const;
    await world.inTransaction((tx) => addMember(tx, { ...house, personId: member.personId, now: world.clock.now() }));
    const own = await server.send(`/operator/dokumen/${merchantId}/ktp`, {
      session: await signInPerson(world, member.personId),
      form: { outcome: 'fits', revision: '1' },
    });
    expect([own.status, own.text.includes('Anda anggota usaha ini.')]).toEqual([403, true]);
    const queue = await server.send('/operator/dokumen', { session });
    expect([queue.status, queue.text.includes('/operator/outbox')]).toEqual([200, false]);
  });

  it('an organiser sees the papers her call asks for while the application is live, on the festival’s days, and checks one', async () => {
    const { world } = server;
    const organiser = await makeOrganiser(world);
    const festival = await makeFestival(world, { organiser });
    const applicant = await makeApplicant(world, festival.festivalId);
    const { merchantId, ownerId, applicationId } = applicant;
    const ktp = await makePaperPage(world, { merchantId, ownerId });
    const bank = await makePaperPage(world, { merchantId, ownerId, kind: 'bank_book' });
    const session = await signInPerson(world, organiser.organiserId);
    const stranger = await signInPerson(world, (await makeOrganiser(world)).organiserId);
    const base = `/penyelenggara/${organiser.organisationId}/festival/${festival.festivalId}/pendaftar/${applicationId}`;
    expect((await server.send(base, { session })).text).toContain('Berlaku di hari festival');
    expect((await server.send(`${base}/dokumen/ktp/${ktp}`, { session })).status).toBe(200);
    // Not asked for by this call; another's organiser; another paper's page.
    for (const [path, who] of [
      [`${base}/dokumen/bank_book/${bank}`, session],
      [`${base}/dokumen/ktp/${ktp}`, stranger],
      [`${base}/dokumen/ktp/${bank}`, session],
    ] as const) {
      expect([path, (await server.send(path, { session: who })).status]).toEqual([path, 404]);
    }
    const paper = await readPaper(world.db, { merchantId, kind: 'ktp' });
    const form = { outcome: 'does_not_fit', level: 'festival', revision: String(paper?.revision) };
    const mute = await server.send(`${base}/dokumen/ktp`, { session, form });
    expect([mute.status, mute.text.includes('Tulis apa yang tidak cocok')]).toEqual([422, true]);
    const checked = await server.send(`${base}/dokumen/ktp`, { session, form: { ...form, note: 'Tanggal tertutup' } });
    expect([checked.status, checked.headers.location]).toEqual([303, base]);
    expect((await server.send(base, { session })).text).toContain('Tanggal tertutup');
    const owner = await signInPerson(world, ownerId);
    expect((await server.send(`/usaha/${merchantId}/dokumen/ktp`, { session: owner })).text).toContain(
      'Tanggal tertutup',
    );
    const gone = { applicationId, by: ownerId, now: world.clock.now() };
    accepted(await world.inTransaction((tx) => withdrawApplication(tx, gone)));
    expect((await server.send(`${base}/dokumen/ktp/${ktp}`, { session })).status).toBe(404);
    expect((await server.send(`${base}/dokumen/ktp`, { session })).status).toBe(404);
    expect(await readPaperViews(world.db, { merchantId, kind: 'ktp' })).toHaveLength(1);
  });

  it('a page taken away is gone for everybody; a second tap is no error', async () => {
    const { world } = server;
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const fileId = await makePaperPage(world, { merchantId, ownerId });
    const session = await signInPerson(world, ownerId);
    const page = `/usaha/${merchantId}/dokumen/ktp/halaman/${fileId}`;
    for (let tap = 0; tap < 2; tap++) {
      expect((await server.send(`${page}/hapus`, { session, form: { ya: '1' } })).status).toBe(303);
    }
    expect((await server.send(page, { session })).status).toBe(404);
  });

  it('hostile files are refused in words or drawn anew, never our failure', async () => {
    const { world } = server;
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const session = await signInPerson(world, ownerId);
    const files = (await makeHostileFiles()).filter((_, at) => at % 13 === 0);
    for (const { title, name, type, bytes } of files) {
      const parts = [
        { name: 'answer', value: 'have' },
        { name: 'file', value: { fileName: name, type, bytes } },
      ];
      const { status, text } = await sendForm(`/usaha/${merchantId}/dokumen/ktp`, session, parts);
      expect([title, status < 500, text.includes(MARKER)]).toEqual([title, true, false]);
    }
    const kept = await world.db
      .selectFrom('platform_file')
      .select('bytes')
      .where('owner_id', '=', merchantId)
      .execute();
    expect(kept.some(({ bytes }) => Buffer.from(bytes).includes(MARKER))).toBe(false);
    expect(server.said()).not.toContain(MARKER);
  }, 120_000);
});
