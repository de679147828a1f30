import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endMember } from '~/domain/identity/end-member.server';
import { hasConsent } from '~/domain/identity/has-consent.server';
import { readMemberships } from '~/domain/identity/read-memberships.server';
import { readMenu } from '~/domain/menus/read-menu.server';
import type { MerchantId } from '~/shared/ids';
import { makePerson, signInPerson } from '../factories/identity';
import { makeDish } from '../factories/menus';
import { makeActiveMerchant } from '../factories/merchants';
import { startServer, type TestServer } from '../setup/server';

describe.each(['sqlite', 'postgres'] as const)('a business over HTTP (%s)', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
  });
  afterAll(() => server.stop());

  it('begun on one phone, finished on another, public after five answers, and nothing typed is lost', async () => {
    const { personId } = await makePerson(server.world);
    const first = await signInPerson(server.world, personId);
    const wrong = { stallName: 'Tekwan Bu Rani', city: 'Bandung', consent: 'yes' };
    const asked = await server.send('/daftar/usaha', { session: first, form: wrong });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Ada Kabupaten Bandung dan Kota Bandung. Pilih salah satu.');

    const second = await signInPerson(server.world, personId);
    expect((await server.send('/daftar/usaha', { session: second })).text).toContain('Tekwan Bu Rani');
    const opened = await server.send('/daftar/usaha', { session: second, form: { ...wrong, cityChoice: '3273' } });
    expect([opened.status, opened.headers.location]).toEqual([303, '/daftar/menu']);
    const page = await server.send('/usaha-baru/tekwan-bu-rani');
    expect(page.text).toContain('Kota Bandung');
    expect(page.text).toContain('content="noindex"');

    expect(
      (await server.send('/daftar/isian', { session: first, form: { ownerName: 'Rukmini', lain: 'x' } })).status,
    ).toBe(200);
    expect((await server.send('/daftar/menu', { session: second })).text).toContain('value="Rukmini"');
    const answers = { ownerName: 'Rukmini', category: 'soups', dishName: 'Tekwan', dishPrice: '15' };
    const odd = await server.send('/daftar/menu', { session: second, form: answers });
    expect(odd.text).toContain('Harga Rp15? Mungkin Rp15.000.');
    const done = await server.send('/daftar/menu', { session: second, form: { ...answers, priceAnswer: '15000' } });
    expect(done.headers.location).toMatch(/^\/usaha\/mrc_\w+\?kabar=terdaftar$/);
    const [member] = await readMemberships(server.world.db, personId);
    const menu = await readMenu(server.world.db, member?.scopeId as MerchantId);
    expect(menu.map(({ name, price }) => [name, price])).toEqual([['Tekwan', 15_000]]);
    const unchecked = await server.send('/usaha-baru/tekwan-bu-rani');
    expect(unchecked.text).toContain('content="noindex"');
    expect(unchecked.text).not.toContain('Rukmini');
  });

  it('search engines are let in once a verifier has looked and there is a dish', async () => {
    const robots = async (state: 'active' | 'submitted', dishes: 'yes' | 'no') => {
      const { merchantId, slug } = await makeActiveMerchant(server.world, { state });
      if (dishes === 'yes') await makeDish(server.world, { merchantId });
      return (await server.send(`/usaha-baru/${slug}`)).text.includes('content="noindex"') ? 'out' : 'in';
    };
    expect(await robots('active', 'no')).toBe('out');
    expect(await robots('submitted', 'yes')).toBe('out');
    expect(await robots('active', 'yes')).toBe('in');
  });

  it('consent withdrawn: the page is gone with the next request', async () => {
    const { merchantId, ownerId, slug } = await makeActiveMerchant(server.world, { stallName: 'Model Gandum' });
    const session = await signInPerson(server.world, ownerId);
    expect((await server.send(`/usaha-baru/${slug}`)).status).toBe(200);
    await server.send(`/usaha/${merchantId}/persetujuan`, { session, form: { consent: 'no' } });
    expect((await server.send(`/usaha-baru/${slug}`)).status).toBe(404);
    await server.send(`/usaha/${merchantId}/persetujuan`, { session, form: { consent: 'yes' } });
    expect((await server.send(`/usaha-baru/${slug}`)).status).toBe(200);
    // What she agreed to, both times, in its very words and in either language.
    const agreed = (text: string) => text.split('Nama usaha, kota, menu, dan foto tampil untuk umum').length - 1;
    const { text } = await server.send('/privasi', { session });
    expect([text.split('Baca teks yang Anda setujui').length - 1, agreed(text)]).toEqual([2, 3]);
    expect((await server.send('/en/privasi', { session })).text).toContain('Read the text you agreed to');
  });

  it('a former owner takes her consent back on the page of her data, and cannot give it again', async () => {
    const { merchantId, ownerId: personId } = await makeActiveMerchant(server.world);
    const scope = { scopeKind: 'merchant', scopeId: merchantId, role: 'owner' } as const;
    const { personId: endedBy } = await makePerson(server.world, { role: scope });
    await server.world.inTransaction((tx) =>
      endMember(tx, { ...scope, personId, endedBy, now: server.world.clock.now() }),
    );
    const session = await signInPerson(server.world, personId);
    const say = (consent: 'yes' | 'no') => {
      const form = { purpose: 'publish', subject: merchantId, consent };
      return server.send('/privasi/persetujuan', { session, form });
    };
    expect((await server.send('/privasi', { session })).text).toContain(merchantId);
    expect((await say('no')).status).toBe(303);
    expect(await hasConsent(server.world.db, { personId, subjectId: merchantId, purpose: 'publish' })).toBe(false);
    expect((await server.send('/privasi', { session })).text).not.toContain(merchantId);
    expect((await say('yes')).status).toBe(404);
  });

  it("a dish of another merchant is not there, whatever address is tried with one's own", async () => {
    const mine = await makeActiveMerchant(server.world);
    const theirs = await makeActiveMerchant(server.world);
    const dishId = await makeDish(server.world, { merchantId: theirs.merchantId });
    const session = await signInPerson(server.world, mine.ownerId);
    const base = `/usaha/${mine.merchantId}/menu/${dishId}`;
    expect((await server.send(base, { session })).status).toBe(404);
    for (const act of ['hapus', 'urungkan', 'pindah', 'tanpa-foto']) {
      expect([act, (await server.send(`${base}/${act}`, { session, form: { direction: 'up' } })).status]).toEqual([
        act,
        404,
      ]);
    }
    expect(await readMenu(server.world.db, theirs.merchantId)).toHaveLength(1);
  });

  it('a number that does not fit is explained beside its field and never printed in full elsewhere', async () => {
    const { merchantId, ownerId } = await makeActiveMerchant(server.world);
    const session = await signInPerson(server.world, ownerId);
    const answer = (number: string) =>
      server.send(`/usaha/${merchantId}/dokumen/nib`, { session, form: { answer: 'have', number } });
    const short = await answer('912000000000');
    expect([short.status, short.text.includes('NIB 13 angka; baru 12. Mungkin 0 di depan hilang.')]).toEqual([
      422,
      true,
    ]);
    expect((await answer('9120000000001')).headers.location).toBe(`/usaha/${merchantId}/dokumen`);
    expect((await server.send(`/usaha/${merchantId}/dokumen`, { session })).text).not.toContain('9120000000001');
  });
});
