import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../setup/server';

const FORM = 'application/x-www-form-urlencoded';

describe.each(['sqlite', 'postgres'] as const)('hostile requests (%s)', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(engine);
  });
  afterAll(() => server.stop());

  const own = (more: Record<string, string> = {}) => ({ Origin: server.origin, 'Content-Type': FORM, ...more });
  const statusOf = (raw: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(raw)?.[1] ?? 0);

  it.each(['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])('%s is answered 405', async (method) => {
    expect((await server.send('/masuk', { method })).status).toBe(405);
  });

  it('a method nobody knows, and CONNECT, are answered 405', async () => {
    const host = `Host: localhost:${server.port}\r\n\r\n`;
    expect(statusOf(await server.sendRaw(`FOO / HTTP/1.1\r\n${host}`))).toBe(405);
    expect(statusOf(await server.sendRaw(`CONNECT evil.test:443 HTTP/1.1\r\n${host}`))).toBe(405);
  });

  it.each(['evil.test', 'localhost', 'localhost:1', '', 'localhost:3000@evil.test', '127.0.0.1'])(
    'the foreign host %j is answered 421',
    async (host) => {
      expect((await server.send('/masuk', { headers: { Host: host } })).status).toBe(421);
    },
  );

  it('two host lines and no host are refused', async () => {
    const host = `Host: localhost:${server.port}\r\n`;
    expect(statusOf(await server.sendRaw(`GET /masuk HTTP/1.1\r\n${host}Host: evil.test\r\n\r\n`))).toBeOneOf([
      400, 421,
    ]);
    expect(statusOf(await server.sendRaw('GET /masuk HTTP/1.1\r\n\r\n'))).toBe(400);
    expect(statusOf(await server.sendRaw('GET /masuk HTTP/1.0\r\n\r\n'))).toBe(421);
  });

  it('a forwarded host changes nothing', async () => {
    const headers = { 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.test' };
    const answer = await server.send('/operator', { headers });
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe('/masuk?lanjut=%2Foperator');
    const posted = await server.send('/masuk', { method: 'POST', headers: { ...own(), ...headers }, body: 'phone=1' });
    expect(posted.status).toBe(422);
  });

  it('/health answers any host and says nothing of the inside', async () => {
    const answer = await server.send('/health', { headers: { Host: 'evil.test' } });
    expect([answer.status, answer.text]).toEqual([200, '{"status":"ok"}']);
  });

  it.each(['?_data=root', '?_data', '?x=1&_data=routes%2Fx', '?%5Fdata=root'])('%s is answered 403', async (query) => {
    expect((await server.send(`/masuk${query}`)).status).toBe(403);
    const post = { method: 'POST', headers: own(), body: 'phone=1' };
    expect((await server.send(`/masuk${query}`, post)).status).toBe(403);
  });

  it.each([
    'text/plain',
    'application/json',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
    'text/html;x=application/x-www-form-urlencoded',
  ])('a form sent as %j is answered 415', async (type) => {
    const headers = { Origin: server.origin, ...(type ? { 'Content-Type': type } : {}) };
    expect((await server.send('/masuk', { method: 'POST', headers, body: 'phone=1' })).status).toBe(415);
  });

  it('a compressed body is answered 415', async () => {
    const headers = own({ 'Content-Encoding': 'gzip' });
    expect((await server.send('/masuk', { method: 'POST', headers, body: 'phone=1' })).status).toBe(415);
  });

  it('a body over the cap is answered 413, by its length and while it arrives', async () => {
    const big = 'a'.repeat(20 * 1024);
    expect((await server.send('/masuk', { method: 'POST', headers: own(), body: `phone=${big}` })).status).toBe(413);
    const head = `POST /masuk HTTP/1.1\r\nHost: localhost:${server.port}\r\nOrigin: ${server.origin}\r\nContent-Type: ${FORM}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `${(1024).toString(16)}\r\n${'a'.repeat(1024)}\r\n`;
    expect(statusOf(await server.sendRaw(head + chunk.repeat(40)))).toBe(413);
    const lying = `POST /masuk HTTP/1.1\r\nHost: localhost:${server.port}\r\nOrigin: ${server.origin}\r\nContent-Type: ${FORM}\r\nContent-Length: 99999999999\r\n\r\n`;
    expect(statusOf(await server.sendRaw(lying))).toBe(413);
  });

  it('what was too long is said on a page of ours, in its language, with the way back that keeps the text', async () => {
    const big = `phone=${'a'.repeat(20 * 1024)}`;
    const long = await server.send('/masuk', { method: 'POST', headers: own(), body: big });
    expect(/<title>(.*?)<\/title>.*<h1>(.*?)<\/h1>/.exec(long.text)?.slice(1)).toEqual(
      Array(2).fill('Isian terlalu panjang'),
    );
    expect(long.text).toContain('Yang dikirim 21 kB, paling besar 16 kB. Tekan tombol kembali');
    const style = /<link rel="stylesheet" href="([^"]+)">/.exec(long.text)?.[1] ?? '';
    expect([(await server.send(style)).status, / style=|<script/.test(long.text)]).toEqual([200, false]);
    const headers = own({ 'Content-Type': 'multipart/form-data; boundary=x' });
    const photo = await server.send('/en/usaha/mrc_1/profil/foto', {
      method: 'POST',
      headers,
      body: Buffer.alloc(12 * 1024 ** 2),
    });
    expect([photo.status, photo.text]).toEqual([413, expect.stringContaining('<html lang="en">')]);
    expect(photo.text).toContain('What was sent is 12 MB; at most 11 MB fits. Press the back button');
    expect(photo.text).toContain('<a class="brand" href="/en">');
  });

  it('a long path and a long query are answered 414', async () => {
    expect((await server.send(`/${'a'.repeat(4_100)}`)).status).toBe(414);
    expect((await server.send(`/masuk?x=${'a'.repeat(8_200)}`)).status).toBe(414);
    expect((await server.send(`/masuk?x=${'a'.repeat(8_000)}`)).status).toBe(200);
  });

  it('endless headers are answered 431', async () => {
    const raw = `GET /masuk HTTP/1.1\r\nHost: localhost:${server.port}\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`;
    expect(statusOf(await server.sendRaw(raw))).toBe(431);
  });

  it.each([
    '//evil.test',
    '//',
    '/%',
    '/%ff',
    '/%E0%A4%A',
    '/a%00b',
    '/masuk?x=%00',
    '/a\\b',
    'http://evil.test/',
    'masuk',
    '/masuk#isi',
  ])('the target %j is answered 400', async (target) => {
    const raw = await server.sendRaw(`GET ${target} HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n`);
    expect(statusOf(raw)).toBe(400);
  });

  it('bytes that are not HTTP are answered 400', async () => {
    expect(statusOf(await server.sendRaw('\u0016\u0003\u0001 hello\r\n\r\n'))).toBeOneOf([400, 405]);
    expect(statusOf(await server.sendRaw(`GET /masuk HTTP/9.9\r\nHost: localhost:${server.port}\r\n\r\n`))).toBe(400);
    const both = `POST /masuk HTTP/1.1\r\nHost: localhost:${server.port}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc`;
    expect(statusOf(await server.sendRaw(both))).toBe(400);
  });

  it('odd values in forms, queries, cookies and parameters are never our failure', async () => {
    const odd = [
      '%00',
      '%ff%fe',
      '%F0%9F%8D%9C',
      '__proto__',
      'a'.repeat(9_000),
      "'; drop table identity_person; --",
      '$' + '{7*7}',
      '%0d%0aSet-Cookie:x=1',
    ];
    for (const value of odd) {
      const answers = [
        await server.send('/masuk', { method: 'POST', headers: own(), body: `phone=${value}&lanjut=${value}` }),
        await server.send('/masuk', { method: 'POST', headers: own(), body: `${value}=1&phone=${value}&phone=2` }),
        await server.send(
          `/operator/outbox?tampil=${encodeURI(value).slice(0, 4_000)}&hal=${encodeURI(value).slice(0, 3_000)}`,
        ),
        await server.send(`/masuk/tautan/${encodeURIComponent(value.slice(0, 900))}`),
        await server.send('/perangkat', { headers: { Cookie: `sesi=${value}; masuk=${value}; =; ;;` } }),
        await server.send('/masuk/kode', { headers: { Cookie: `masuk=${value}` } }),
      ];
      for (const answer of answers)
        expect(answer.status, `${value.slice(0, 30)} ${answer.text.slice(-200)}`).toBeLessThan(500);
      for (const answer of answers)
        expect(answer.headers['set-cookie'] ?? []).not.toContainEqual(expect.stringMatching(/^x=1/));
    }
  });

  it('it still works for honest people afterwards', async () => {
    expect((await server.send('/masuk')).status).toBe(200);
    const answer = await server.send('/masuk', { form: { phone: '0810-0000-0009' } });
    expect([answer.status, answer.headers.location]).toEqual([303, '/masuk/kode']);
    expect(server.said()).not.toContain('"level":50');
  });
});
