import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSignInLink } from '~/domain/identity/make-sign-in-link.server';
import type { E164 } from '~/shared/phone';
import { makePerson, readSentCode, signInPerson } from '../factories/identity';
import { type Answer, startServer, type TestServer } from '../setup/server';

const cookieOf = (answer: Answer, name: string) =>
  answer.headers['set-cookie']?.find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
const pair = (cookie: string) => cookie.split(';')[0] ?? '';

describe.each(['sqlite', 'postgres'] as const)('signing in over HTTP (%s)', (engine) => {
  let server: TestServer;
  let last = 100;
  beforeAll(async () => {
    // The worker sleeps, so that the code is read where only a test can.
    server = await startServer(engine, { env: { ROLE: 'web' } });
  });
  afterAll(() => server.stop());

  async function signIn(lanjut?: string, prefix = '') {
    const number = String(++last).padStart(4, '0');
    const phone = `+628100001${number}` as E164;
    const asked = await server.send(`${prefix}/masuk`, {
      form: { phone, ...(lanjut === undefined ? {} : { lanjut }) },
    });
    expect([asked.status, asked.headers.location]).toEqual([303, `${prefix}/masuk/kode`]);
    const pending = pair(cookieOf(asked, 'masuk'));
    const code = await readSentCode(server.world.app, phone);
    return server.send(`${prefix}/masuk/kode`, { form: { code }, headers: { Cookie: pending } });
  }

  it('phone, code, and she is where she wanted to go', async () => {
    const answer = await signIn('/perangkat');
    expect([answer.status, answer.headers.location]).toEqual([303, '/perangkat']);
    const cookie = cookieOf(answer, 'sesi');
    expect(cookie).toMatch(/^sesi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    const devices = await server.send('/perangkat', { headers: { Cookie: pair(cookie) } });
    expect(devices.status).toBe(200);
    expect(devices.text).toContain('perangkat ini');
  });

  it('in English she stays in English', async () => {
    expect((await signIn('/perangkat', '/en')).headers.location).toBe('/en/perangkat');
  });

  it.each([
    '//evil.test',
    'https://evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    'javascript:alert(1)',
    '\\\\evil.test',
    '/..//evil.test',
    '%2F%2Fevil.test',
  ])('never goes on to %j', async (lanjut) => {
    const { location } = (await signIn(lanjut)).headers;
    expect(new URL(String(location), server.origin).origin).toBe(server.origin);
    expect(String(location)).not.toContain('evil');
  });

  it('a page that needs signing in leads back to itself', async () => {
    const sent = await server.send('/en/perangkat?x=1');
    expect([sent.status, sent.headers.location]).toEqual([
      302,
      `/en/masuk?lanjut=${encodeURIComponent('/en/perangkat?x=1')}`,
    ]);
  });

  it('a changed cookie between phone and code is worth nothing', async () => {
    const asked = await server.send('/masuk', { form: { phone: '0810-0000-0055' } });
    const [name, value = ''] = pair(cookieOf(asked, 'masuk')).split('=');
    const forged = Buffer.from(JSON.stringify({ phone: '+6281000000056', next: null })).toString('base64url');
    for (const cookie of [`${name}=${forged}.${value.split('.')[1]}`, `${name}=x${value}`, `${name}=`]) {
      const answer = await server.send('/masuk/kode', { headers: { Cookie: cookie } });
      expect([answer.status, answer.headers.location]).toEqual([303, '/masuk']);
    }
  });

  it('a one-time link shows on opening, signs in on the tap, once', async () => {
    const { world } = server;
    const { personId } = await makePerson(world, { name: 'Siti' });
    const path = await world.inTransaction((tx) => makeSignInLink(tx, { personId, now: server.world.clock.now() }));
    for (let opened = 0; opened < 3; opened++) expect((await server.send(path)).text).toContain('Masuk sebagai Siti?');
    const tapped = await server.send(path, { form: {} });
    expect(tapped.status).toBe(303);
    expect(cookieOf(tapped, 'sesi')).not.toBe('');
    expect((await server.send(path)).status).toBe(410);
    expect((await server.send(path, { form: {} })).status).toBe(410);
  });

  it('signing out ends the session, also for a copy of the cookie', async () => {
    const { personId } = await makePerson(server.world);
    const session = await signInPerson(server.world, personId);
    expect((await server.send('/perangkat', { session })).status).toBe(200);
    const out = await server.send('/keluar', { form: {}, session });
    expect(cookieOf(out, 'sesi')).toContain('Max-Age=0');
    expect((await server.send('/perangkat', { session })).status).toBe(302);
  });

  it('signing in again ends the session this browser had', async () => {
    const { personId } = await makePerson(server.world);
    const session = await signInPerson(server.world, personId);
    const path = await server.world.inTransaction((tx) =>
      makeSignInLink(tx, { personId, now: server.world.clock.now() }),
    );
    expect((await server.send(path, { form: {}, session })).status).toBe(303);
    expect((await server.send('/perangkat', { session })).status).toBe(302);
  });

  it('what was typed stays when it was wrong', async () => {
    const answer = await server.send('/masuk', { form: { phone: '0812-34' } });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="0812-34"');
    expect(answer.text).toContain('Nomor HP kurang');
  });
});

describe('https', () => {
  it('cookies are __Host- and Secure, and the transport is pinned', async () => {
    const origin = 'https://pestarasa.example';
    const server = await startServer('sqlite', { env: { ORIGINS: origin, ROLE: 'web' } });
    try {
      const headers = { Host: 'pestarasa.example', Origin: origin };
      const { personId } = await makePerson(server.world);
      const path = await server.world.inTransaction((tx) =>
        makeSignInLink(tx, { personId, now: server.world.clock.now() }),
      );
      const answer = await server.send(path, { form: {}, headers });
      expect(cookieOf(answer, '__Host-sesi')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure;/);
      expect(answer.headers['strict-transport-security']).toContain('max-age=');
      const plain = { ...headers, Cookie: pair(cookieOf(answer, '__Host-sesi')).replace('__Host-', '') };
      expect((await server.send('/perangkat', { headers: plain })).status).toBe(302);
    } finally {
      await server.stop();
    }
  });
});
