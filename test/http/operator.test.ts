import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMemberships } from '~/domain/identity/read-memberships.server';
import { addToOutbox } from '~/platform/outbox.server';
import { newId, type OrganisationId, type PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { makePerson, readSentCode, signInPerson } from '../factories/identity';
import { startServer, type TestServer } from '../setup/server';

const OPERATOR = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;

describe.each(['sqlite', 'postgres'] as const)('the operator at work (%s)', (engine) => {
  let server: TestServer;
  let session: string;
  let operatorId: PersonId;
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
    ({ personId: operatorId } = await makePerson(server.world, { role: OPERATOR }));
    session = await signInPerson(server.world, operatorId);
  });
  afterAll(() => server.stop());

  const post = (path: string, form: Record<string, string> = {}, as = session) =>
    server.send(path, { form, session: as });

  async function makeOrganisation(name: string): Promise<{ id: OrganisationId; path: string }> {
    const made = await post('/operator/lembaga', { name, kind: 'government', region: '1671' });
    expect(made.status).toBe(303);
    const path = String(made.headers.location);
    return { id: path.split('/').at(-1) as OrganisationId, path };
  }

  it('creates an organisation; a form without a name keeps the rest and says so', async () => {
    const { path } = await makeOrganisation('Dinas Koperasi Palembang');
    const page = await server.send(path, { session });
    expect(page.text).toContain('Dinas Koperasi Palembang');
    expect((await server.send('/operator/lembaga', { session })).text).toContain('Kota Palembang');
    const wrong = await post('/operator/lembaga', { kind: 'partner', region: '1671' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Isi nama lembaga.');
    expect(wrong.text).toMatch(/value="partner"[^>]*checked|checked[^>]*value="partner"/);
    expect(wrong.text).toMatch(/<option value="1671" selected=""/);
  });

  it('invites by phone; the person signs in and is in', async () => {
    const { id, path } = await makeOrganisation('Komunitas Kuliner');
    const phone: E164 = '+6281000009001';
    expect((await post(path, { phone: '0810-0000-9001', role: 'organiser' })).status).toBe(303);
    const page = await server.send(path, { session });
    expect(page.text).toContain('0810-••••-9001');
    expect(page.text).not.toContain('0810-0000-9001');
    const again = await post(path, { phone: '0810-0000-9001', role: 'organiser' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Nomor ini sudah diundang.');

    const asked = await server.send('/masuk', { form: { phone } });
    const code = await readSentCode(server.world.app, phone);
    const cookie = String(asked.headers['set-cookie']?.[0]).split(';')[0] ?? '';
    const signed = await server.send('/masuk/kode', { form: { code }, headers: { Cookie: cookie } });
    expect(signed.headers.location).toBe('/penyelenggara');
    expect((await server.send(path, { session })).text).toContain('Penyelenggara');
    const last = await server.world.db
      .selectFrom('identity_member')
      .select('person_id')
      .where('scope_id', '=', id)
      .executeTakeFirstOrThrow();
    const ended = await post(`${path}/anggota/${last.person_id}/organiser/akhiri`);
    expect(ended.status).toBe(409);
    expect(ended.text).toContain('orang terakhir');
  });

  it('who was here before sees the invitation and taps; a stranger’s tap finds nothing', async () => {
    const { id, path } = await makeOrganisation('EO Nusantara');
    const rani = await makePerson(server.world);
    const [hers, strangers] = [
      await signInPerson(server.world, rani.personId),
      await signInPerson(server.world, (await makePerson(server.world)).personId),
    ];
    expect((await post(path, { phone: rani.phone, role: 'observer' })).status).toBe(303);
    const devices = await server.send('/perangkat', { session: hers });
    expect(devices.text).toContain('EO Nusantara: sebagai Pemantau');
    const action = /action="(\/undangan\/[^"]+)"/.exec(devices.text)?.[1] ?? '';
    expect((await post(action, {}, strangers)).status).toBe(404);
    const accepted = await post(action, {}, hers);
    expect([accepted.status, accepted.headers.location]).toEqual([303, `/penyelenggara/${id}`]);
    expect(await readMemberships(server.world.db, rani.personId)).toHaveLength(1);
    expect((await post(action, {}, hers)).status).toBe(404);
    const ended = await post(`${path}/anggota/${rani.personId}/observer/akhiri`);
    expect([ended.status, ended.headers.location]).toEqual([303, path]);
    expect(await readMemberships(server.world.db, rani.personId)).toHaveLength(0);
  });

  it('takes an invitation back', async () => {
    const { path } = await makeOrganisation('Mitra Pelatihan');
    await post(path, { phone: '0810-0000-9007', role: 'observer' });
    const action =
      /action="([^"]+\/undangan\/[^"]+\/batal)"/.exec((await server.send(path, { session })).text)?.[1] ?? '';
    expect((await post(action)).status).toBe(303);
    expect((await server.send(path, { session })).text).not.toContain('0810-••••-9007');
    expect((await post(action)).status).toBe(404);
  });

  it('sees a stuck message, tries it again and cancels it', async () => {
    const { world } = server;
    const now = world.clock.now();
    const key = newId('tst', now);
    await world.inTransaction((tx) =>
      addToOutbox(tx, { kind: 'stalls.dish_changed', key, payload: { dishId: newId('dsh', now) }, now }),
    );
    await world.inTransaction((tx) =>
      tx
        .updateTable('platform_outbox')
        .set({ stuck_at: now, attempts: 12, last_error: 'no answer' })
        .where('key', '=', key)
        .execute(),
    );
    const { id } = await world.db
      .selectFrom('platform_outbox')
      .select('id')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    const list = await server.send('/operator/outbox', { session });
    expect(list.text).toContain('Perbarui menu di lapak');
    expect(list.text).toContain('no answer');
    expect((await post(`/operator/outbox/${id}/ulang`)).headers.location).toBe('/operator/outbox');
    expect((await server.send('/operator/outbox', { session })).text).not.toContain(`${id}/ulang`);
    const twice = await post(`/operator/outbox/${id}/ulang`);
    expect(twice.headers.location).toBe('/operator/outbox?kabar=outbox_not_stuck');
    expect((await server.send(String(twice.headers.location), { session })).text).toContain('tidak macet lagi');
    expect((await post(`/operator/outbox/${id}/batal`)).headers.location).toBe('/operator/outbox');
    expect((await post(`/operator/outbox/${id}/batal`)).headers.location).toBe('/operator/outbox?kabar=outbox_ended');
    expect((await server.send('/operator/outbox?tampil=cancelled', { session })).text).toContain(
      'Perbarui menu di lapak',
    );
  });

  it('the message box shows what was sent and is not there in production', async () => {
    expect((await server.send('/dev/pesan')).status).toBe(200);
    const origin = 'https://pestarasa.example';
    const production = await startServer(engine, {
      env: {
        APP_MODE: 'production',
        ORIGINS: origin,
        SECRET_KEY: 'a-key-of-this-test-only-0123456789abcdef',
        OPERATOR_PHONE: '+6281000009999',
        WHATSAPP_TOKEN: 'x',
        WHATSAPP_PHONE_NUMBER_ID: '1',
        CLOCK_STARTS_AT: '',
        ROLE: 'web',
      },
    });
    try {
      expect((await production.send('/dev/pesan', { headers: { Host: 'pestarasa.example' } })).status).toBe(404);
    } finally {
      await production.stop();
    }
  });
});
