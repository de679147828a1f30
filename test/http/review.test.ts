import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from '~/domain/identity/add-member.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { readMerchantState } from '~/domain/merchants/read-merchant.server';
import { readOwnSections } from '~/domain/merchants/read-sections.server';
import { checkPayoutAccount } from '~/domain/wallet/check-payout-account.server';
import { proposePayoutAccount } from '~/domain/wallet/propose-payout-account.server';
import { readPayoutAccounts } from '~/domain/wallet/read-payout-account.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { makePerson, signInPerson } from '../factories/identity';
import { accepted, type MadeMerchant, makeActiveMerchant, nextNik } from '../factories/merchants';
import { startServer, type TestServer } from '../setup/server';

const house = (role: 'operator' | 'verifier') =>
  ({ scopeKind: 'installation', scopeId: 'installation', role }) as const;
const BRI = { bank: '002', number: '001201001234821', holder: 'Siti' };
const BCA = { bank: '014', number: '0210001122', holder: 'Siti' };

describe.each(['sqlite', 'postgres'] as const)('the verifier at work (%s)', (engine) => {
  let server: TestServer;
  let operator: string;
  let operatorId: PersonId;
  const verifiers: { personId: PersonId; session: string }[] = [];
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
    ({ personId: operatorId } = await makePerson(server.world, { role: house('operator') }));
    operator = await signInPerson(server.world, operatorId);
    for (const name of ['Rani', 'Budi']) {
      const { personId } = await makePerson(server.world, { name, role: house('verifier') });
      verifiers.push({ personId, session: await signInPerson(server.world, personId) });
    }
  });
  afterAll(() => server.stop());

  const post = (path: string, form: Record<string, string>, session = operator) => server.send(path, { form, session });
  const waiting = () => makeActiveMerchant(server.world, { state: 'submitted' });
  const pageOf = (merchantId: MerchantId, section: string) => `/operator/periksa/${merchantId}/${section}`;

  async function proposed(): Promise<{ merchant: MadeMerchant; path: string }> {
    const merchant = await makeActiveMerchant(server.world);
    const { merchantId, ownerId: by } = merchant;
    const { secrets } = server.world.app.ports;
    const now = server.world.clock.now();
    const id = await server.world.inTransaction(async (tx) => {
      const first = accepted(await proposePayoutAccount(tx, { ...BRI, merchantId, by, secrets, now }));
      accepted(await checkPayoutAccount(tx, { payoutAccountId: first, by: operatorId, now }));
      return accepted(await proposePayoutAccount(tx, { ...BCA, merchantId, by, secrets, now: now + 1 }));
    });
    return { merchant, path: `/operator/rekening/${id}` };
  }

  it('whoever comes second is shown who decided, and the way to the next', async () => {
    const { merchantId } = await waiting();
    const page = pageOf(merchantId, 'identity');
    const [rani, budi] = verifiers;
    expect((await post(`${page}/lolos`, { revision: '1' }, rani?.session)).status).toBe(303);
    const late = { revision: '1', reason: 'nik_missing', fix: 'Isi NIK.' };
    const refused = await post(page, late, budi?.session);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Bagian ini baru saja diputuskan Rani: lolos.');
    expect(refused.text).toContain('Periksa berikutnya');
    const passedLate = await post(`${page}/lolos`, { revision: '1' }, budi?.session);
    const answer = await server.send(String(passedLate.headers.location), { session: budi?.session });
    expect(answer.text).toContain('Bagian ini sudah diputuskan.');
    expect(answer.text).toContain('Lolos oleh Rani');
  });

  it('a section sent back says why and what to mend on the page of its owner, and comes back alone', async () => {
    const { merchantId, ownerId } = await waiting();
    const page = pageOf(merchantId, 'business');
    const empty = await post(page, { revision: '1', reason: '', fix: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Pilih satu alasan.');
    expect(empty.text).toContain('Tulis apa yang perlu diperbaiki.');
    const fix = 'Tulis nama lapak seperti di spanduk.';
    expect((await post(page, { revision: '1', reason: 'stall_name_unclear', fix })).status).toBe(303);
    const session = await signInPerson(server.world, ownerId);
    for (const path of ['', '/pemeriksaan', '/profil']) {
      const { text } = await server.send(`/usaha/${merchantId}${path}`, { session });
      expect([path, text.includes(fix), text.includes('nama lapak belum jelas')]).toEqual([path, true, true]);
    }
    const resent = await post(`/usaha/${merchantId}/pemeriksaan/business/kirim`, {}, session);
    expect(resent.headers.location).toBe(`/usaha/${merchantId}/pemeriksaan?kabar=dikirim`);
    const states = (await readOwnSections(server.world.db, merchantId)).map(({ section, state }) => [section, state]);
    expect(states).toEqual([
      ['identity', 'submitted'],
      ['business', 'submitted'],
    ]);
  });

  it.each([
    ['nib_differs', ['/dokumen/nib'], ['/dokumen', '/dokumen/halal', '/profil']],
    ['food_paper_unclear', ['/dokumen', '/dokumen/halal', '/dokumen/pirt'], ['/dokumen/ktp', '/profil']],
    ['other', ['/profil', '/dokumen/nib', '/dokumen/hygiene'], ['/dokumen/ktp', '/dokumen/npwp']],
  ])('what came back for %s stands on the pages where it is mended, and nowhere else', async (reason, there, not) => {
    const { merchantId, ownerId } = await waiting();
    const fix = 'Foto ulang yang terang, tepi kertas terlihat.';
    expect((await post(pageOf(merchantId, 'business'), { revision: '1', reason, fix })).status).toBe(303);
    const session = await signInPerson(server.world, ownerId);
    const says = async (path: string) =>
      (await server.send(`/usaha/${merchantId}${path}`, { session })).text.includes(fix);
    for (const path of there) expect([path, await says(path)]).toEqual([path, true]);
    for (const path of not) expect([path, await says(path)]).toEqual([path, false]);
  });

  it('a look at the NIK is written down; her owner reads who it was', async () => {
    const { merchantId, ownerId: by } = await waiting();
    const { secrets } = server.world.app.ports;
    const number = nextNik();
    const paper = { merchantId, kind: 'ktp', answer: 'have', number, by, secrets } as const;
    const now = server.world.clock.now();
    accepted(await server.world.inTransaction((tx) => declareDocument(tx, { ...paper, now })));
    const session = await signInPerson(server.world, by);
    const seen = async () => (await server.send(`/usaha/${merchantId}/dokumen/ktp/dilihat`, { session })).text;
    expect(await seen()).toContain('Belum ada yang membuka foto atau nomor dokumen ini.');
    const shown = await server.send(pageOf(merchantId, 'identity'), { session: verifiers[0]?.session });
    expect(shown.text).toContain(number);
    const list = await seen();
    expect([list.includes('Rani, verifikator Pestarasa'), list.includes('nomor KTP')]).toEqual([true, true]);
  });

  it('what changed meanwhile is not decided; a member of the business decides nothing', async () => {
    const { merchantId } = await waiting();
    const page = pageOf(merchantId, 'identity');
    const moved = await post(`${page}/lolos`, { revision: '7' });
    expect(moved.headers.location).toBe(`${page}?kabar=section_moved`);
    const shown = await server.send(String(moved.headers.location), { session: operator });
    expect(shown.text).toContain('Isi bagian ini baru saja berubah.');
    const [rani] = verifiers;
    const scope = { scopeKind: 'merchant', scopeId: merchantId, role: 'cashier' } as const;
    await server.world.inTransaction((tx) =>
      addMember(tx, { personId: rani!.personId, ...scope, createdBy: null, now: server.world.clock.now() }),
    );
    const refused = await post(page, { revision: '1', reason: 'nik_missing', fix: 'Isi NIK.' }, rani?.session);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Anda anggota usaha ini.');
    expect(await readMerchantState(server.world.db, merchantId)).toBe('submitted');
  });

  it('a change of account needs two people, and shows old and new side by side', async () => {
    const { merchant, path } = await proposed();
    const { text } = await server.send(path, { session: operator });
    expect([text.includes(BCA.number), text.includes(BRI.number)]).toEqual([true, true]);
    expect(text).toContain('perlu dua orang berbeda');
    // Her owner reads who of the house was shown the whole number.
    const owner = await signInPerson(server.world, merchant.ownerId);
    const own = (await server.send(`/usaha/${merchant.merchantId}/rekening`, { session: owner })).text;
    expect([own.includes('Siapa yang melihat'), own.includes('verifikator Pestarasa')]).toEqual([true, true]);
    expect((await post(`${path}/lolos`, {})).status).toBe(303);
    const twice = await post(`${path}/lolos`, {});
    expect(twice.headers.location).toBe(`${path}?kabar=same_person_twice`);
    const said = await server.send(String(twice.headers.location), { session: operator });
    expect(said.text).toContain('Pergantian rekening perlu orang kedua.');
    expect((await post(`${path}/lolos`, {}, verifiers[1]?.session)).status).toBe(303);
    const { inForce } = await readPayoutAccounts(server.world.db, { merchantId: merchant.merchantId, now: 0 });
    expect(inForce?.numberEnd).toBe('1122');
    const late = await post(path, { reason: 'other', fix: 'Cek lagi.' }, verifiers[0]?.session);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Rekening ini sekarang: dipakai.');
  });

  it('a refused change rests; its owner reads why, until when, and that the old one stays', async () => {
    const { merchant, path } = await proposed();
    const { merchantId, ownerId, phone } = merchant;
    const fix = 'Samakan nama dengan buku rekening.';
    expect((await post(path, { reason: 'holder_differs', fix })).status).toBe(303);
    const session = await signInPerson(server.world, ownerId);
    const { text } = await server.send(`/usaha/${merchantId}/rekening`, { session });
    expect(text).toContain('nama di bank berbeda');
    expect(text).toContain(fix);
    expect(text).toContain('BRI ••4821');
    expect(text).not.toContain(BRI.number);
    accepted(await setPin(server.world.app, { personId: ownerId, phone, pin: '481920' }));
    const again = await post(`/usaha/${merchantId}/rekening`, { ...BCA, proof: 'pin', secret: '481920' }, session);
    expect(again.status).toBe(409);
    expect(again.text).toContain('Bisa diajukan lagi mulai');
    expect(again.text).not.toContain('481920');
  });

  it('an account is proposed with the PIN, and taken back', async () => {
    const { merchantId, ownerId, phone } = await makeActiveMerchant(server.world);
    accepted(await setPin(server.world.app, { personId: ownerId, phone, pin: '481920' }));
    const session = await signInPerson(server.world, ownerId);
    const base = `/usaha/${merchantId}/rekening`;
    const wrong = await post(base, { ...BRI, number: '12', proof: 'pin', secret: '481920' }, session);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Nomor rekening berisi 8 sampai 18 angka.');
    const bad = await post(base, { ...BRI, proof: 'pin', secret: '111222' }, session);
    expect(bad.text).toContain('PIN belum cocok.');
    expect((await post(base, { ...BRI, proof: 'pin', secret: '481920' }, session)).status).toBe(303);
    const { open } = await readPayoutAccounts(server.world.db, { merchantId, now: 0 });
    expect((await post(`${base}/${open?.id}/batal`, {}, session)).status).toBe(303);
    expect((await readPayoutAccounts(server.world.db, { merchantId, now: 0 })).open).toBeNull();
    const { merchant } = await proposed();
    const theirs = await readPayoutAccounts(server.world.db, { merchantId: merchant.merchantId, now: 0 });
    expect((await post(`${base}/${theirs.open?.id}/batal`, {}, session)).status).toBe(404);
    const sent = await post(`${base}/kode`, {}, session);
    expect(sent.headers.location).toBe(`${base}?kode=terkirim`);
  });

  it('a verifier has the queue and nothing else; the operator invites and ends, and the last operator stays', async () => {
    const [rani] = verifiers;
    expect((await server.send('/operator/periksa', { session: rani?.session })).status).toBe(200);
    expect((await server.send('/operator', { session: rani?.session })).status).toBe(404);
    const invited = await post('/operator/orang', { phone: '0810-0000-9931', role: 'verifier' });
    expect(invited.status).toBe(303);
    expect((await server.send('/operator/orang', { session: operator })).text).toContain('0810-••••-9931');
    const last = await post(`/operator/orang/anggota/${operatorId}/operator/akhiri`, {});
    expect(last.status).toBe(409);
    const { personId } = await makePerson(server.world, { role: house('verifier') });
    expect((await post(`/operator/orang/anggota/${personId}/verifier/akhiri`, {})).status).toBe(303);
  });
});
