import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { E164 } from '~/shared/phone';
import { makePerson, readSentCode, signInPerson } from '../factories/identity';
import { nextPhone } from '../factories/merchants';
import { makeAuthenticator, type Twist } from '../factories/passkeys';
import { type Answer, startServer, type TestServer } from '../setup/server';

const cookieOf = (answer: Answer, name: string) =>
  answer.headers['set-cookie']?.find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
const pair = (cookie: string) => cookie.split(';')[0] ?? '';

interface Heard {
  to?: string;
  text?: string;
  options?: { challenge: string; user: { id: string } };
}

describe.each(['sqlite', 'postgres'] as const)('passkeys over HTTP (%s)', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
  }, 120_000);
  afterAll(() => server?.stop());

  const place = () => ({ origin: server.origin, rpId: 'localhost' });

  /** As the elements send it: a form, answered with JSON. */
  async function post(path: string, form: Record<string, string> = {}, session?: string, browser = '') {
    const Cookie = [session && `sesi=${session}`, browser].filter(Boolean).join('; ');
    const answer = await server.send(path, { form, headers: { Cookie } });
    return { answer, heard: JSON.parse(answer.text) as Heard };
  }

  /** A challenge, the cookie of the browser that asked, and, where a passkey is made, for whom. */
  async function ask(path: string, session?: string) {
    const { answer, heard } = await post(path, {}, session);
    const { challenge = '', user } = heard.options ?? {};
    const personId = Buffer.from(user?.id ?? '', 'base64url').toString();
    return { challenge, browser: pair(cookieOf(answer, 'passkey-browser')), personId };
  }

  async function give(session: string, name = '') {
    const { challenge, browser, personId } = await ask('/akun/passkey/tantangan', session);
    const phone = makeAuthenticator({ personId, place: place() });
    const answer = JSON.stringify(phone.make(challenge));
    const kept = await post('/akun/passkey', { answer, name, lanjut: '/dompet' }, session, browser);
    return { phone, kept };
  }

  async function enter(phone: ReturnType<typeof makeAuthenticator>, lanjut = '', prefix = '') {
    const { challenge, browser } = await ask(`${prefix}/masuk/passkey/tantangan`);
    const answer = JSON.stringify(phone.sign(challenge));
    return post(`${prefix}/masuk/passkey`, { answer, lanjut }, undefined, browser);
  }

  /** Signs in by code, from a browser that says it could keep a passkey. */
  async function signInByCode(form: Record<string, string>, { lanjut = '', Cookie = '', phone = nextPhone() } = {}) {
    const asked = await server.send('/masuk', { form: { phone, lanjut } });
    const code = await readSentCode(server.world.app, phone as E164);
    const cookies = [pair(cookieOf(asked, 'masuk')), Cookie].filter(Boolean).join('; ');
    return server.send('/masuk/kode', { form: { code, ...form }, headers: { Cookie: cookies } });
  }

  it('made on one page, listed with its name, signs in, goes on to where she wanted, is removed', async () => {
    const { personId } = await makePerson(server.world);
    const session = await signInPerson(server.world, personId);
    expect((await server.send('/akun', { session })).text).toContain('href="/akun/passkey/baru"');
    const { phone, kept } = await give(session, 'HP merah');
    expect([kept.answer.status, kept.heard.to]).toEqual([200, '/dompet']);
    expect(cookieOf(kept.answer, 'passkey-ditawarkan')).not.toBe('');
    const listed = (await server.send('/akun', { session })).text;
    expect(listed).toContain('HP merah');
    expect(listed).toContain('belum pernah');
    const entered = await enter(phone, '/perangkat');
    expect([entered.answer.status, entered.heard.to]).toEqual([200, '/perangkat']);
    const Cookie = pair(cookieOf(entered.answer, 'sesi'));
    const devices = await server.send('/perangkat', { headers: { Cookie } });
    expect(devices.text).toContain('perangkat ini');
    expect(devices.text).toMatch(/Masuk dengan<\/dt><dd[^>]*>passkey/);
    const [, remove = ''] = /action="(\/akun\/passkey\/pky_\w+\/hapus)"/.exec(listed) ?? [];
    const stranger = await signInPerson(server.world, (await makePerson(server.world)).personId);
    expect((await server.send(remove, { session: stranger, form: {} })).status).toBe(404);
    expect((await server.send(remove, { session, form: {} })).headers.location).toBe('/akun');
    expect((await server.send('/perangkat', { headers: { Cookie } })).status).toBe(302);
    const after = await enter(phone);
    expect([after.answer.status, after.heard.text]).toEqual([410, expect.stringContaining('sudah dihapus dari akun')]);
    expect(cookieOf(after.answer, 'sesi')).toBe('');
    expect((await server.send(remove, { session, form: {} })).status).toBe(404);
  });

  it('says in words what was wrong, in the language of the page, and signs nobody in', async () => {
    const stranger = await enter(makeAuthenticator({ place: place() }), '', '/en');
    expect([stranger.answer.status, stranger.heard.text]).toEqual([422, expect.stringContaining('do not know')]);
    const session = await signInPerson(server.world, (await makePerson(server.world)).personId);
    const { phone } = await give(session);
    const { challenge, browser } = await ask('/masuk/passkey/tantangan');
    const answerIn = (cookie: string, twist?: Twist) =>
      post('/masuk/passkey', { answer: JSON.stringify(phone.sign(challenge, twist)) }, undefined, cookie);
    const gone = [410, expect.stringContaining('lewat 5 menit')];
    for (const cookie of ['', 'passkey-browser=', (await ask('/masuk/passkey/tantangan')).browser]) {
      const other = await answerIn(cookie);
      expect([other.answer.status, other.heard.text], cookie).toEqual(gone);
      expect(cookieOf(other.answer, 'sesi')).toBe('');
    }
    expect((await answerIn(browser, { origin: 'https://pestarasa.evil' })).answer.status).toBe(403);
    const used = await answerIn(browser);
    expect([used.answer.status, used.heard.text]).toEqual(gone);
    for (const answer of ['', '{}', 'x', '[]', '{"id":1}', JSON.stringify({ ...phone.sign(challenge), id: '%00' })]) {
      const broken = await post('/masuk/passkey', { answer });
      expect([broken.answer.status, broken.heard.text], answer).toEqual([422, expect.stringContaining('tidak cocok')]);
      expect((await post('/akun/passkey', { answer }, session)).answer.status, answer).toBe(422);
    }
  });

  it('never goes on to another site', async () => {
    const session = await signInPerson(server.world, (await makePerson(server.world)).personId);
    const { phone } = await give(session);
    for (const lanjut of ['//evil.test', 'https://evil.test', '/\\evil.test']) {
      const { heard } = await enter(phone, lanjut);
      expect(new URL(heard.to ?? '', server.origin).origin, lanjut).toBe(server.origin);
      expect(heard.to).not.toContain('evil');
    }
  });

  it('is offered after a code where the browser can keep one, skipped once and not offered on that phone again', async () => {
    const offer = `/akun/passkey/baru?lanjut=${encodeURIComponent('/perangkat')}`;
    const offered = await signInByCode({ passkey: 'bisa' }, { lanjut: '/perangkat' });
    expect(offered.headers.location).toBe(offer);
    const session = pair(cookieOf(offered, 'sesi'));
    const page = await server.send(offer, { headers: { Cookie: session } });
    expect([page.status, page.text.includes('Nanti saja'), page.text.includes('passkey-new')]).toEqual([
      200,
      true,
      true,
    ]);
    const skipped = await server.send('/akun/passkey/nanti', {
      form: { lanjut: '/perangkat' },
      headers: { Cookie: session },
    });
    expect(skipped.headers.location).toBe('/perangkat');
    const Cookie = pair(cookieOf(skipped, 'passkey-ditawarkan'));
    const again = await signInByCode({ passkey: 'bisa' }, { lanjut: '/perangkat', Cookie });
    expect(again.headers.location).toBe('/perangkat');
  });

  it('is offered to nobody whose browser cannot, and not amid signing up or paying', async () => {
    expect((await signInByCode({}, { lanjut: '/perangkat' })).headers.location).toBe('/perangkat');
    expect((await signInByCode({ passkey: '' }, { lanjut: '/perangkat' })).headers.location).toBe('/perangkat');
    for (const lanjut of ['/daftar/usaha', '/keranjang/bayar', '/en/pesanan/x'])
      expect((await signInByCode({ passkey: 'bisa' }, { lanjut })).headers.location).not.toContain('passkey');
  });

  it('the door shows its button only to scripts, and only pages of passkeys load their file', async () => {
    const door = (await server.send('/masuk')).text;
    expect(door).toMatch(/<passkey-sign-in[^>]* hidden=/);
    const scripts = (text: string) => [...text.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, address]) => address);
    const both = [expect.stringMatching(/^\/assets\/customer-/), expect.stringMatching(/^\/assets\/passkey-/)];
    expect(scripts(door)).toEqual(both);
    const session = await signInPerson(server.world, (await makePerson(server.world)).personId);
    const made = scripts((await server.send('/akun/passkey/baru', { session })).text);
    expect(made).toEqual([expect.stringMatching(/workplace-/), expect.stringMatching(/passkey-/)]);
    expect(scripts((await server.send('/akun', { session })).text)).toHaveLength(1);
    const file = await server.send(String(made[1]));
    expect([file.status, /\bimport\b[^(]/.test(file.text)]).toEqual([200, false]);
  });
});

it('where browsers allow no passkey, the door has no button and its addresses say so', async () => {
  const origin = 'http://127.0.0.1:3000';
  const server = await startServer('sqlite', { env: { ROLE: 'web', ORIGINS: origin } });
  try {
    const headers = { Host: '127.0.0.1:3000', Origin: origin };
    expect((await server.send('/masuk', { headers })).text).not.toContain('<passkey-sign-in');
    const session = await signInPerson(server.world, (await makePerson(server.world)).personId);
    expect((await server.send('/akun', { headers, session })).text).not.toContain('passkey');
    const asked = await server.send('/masuk/passkey/tantangan', { form: {}, headers });
    expect([asked.status, asked.text]).toEqual([409, expect.stringContaining('tidak bisa dipakai di alamat ini')]);
  } finally {
    await server.stop();
  }
}, 60_000);
