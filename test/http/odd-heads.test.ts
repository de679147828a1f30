import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson, signInPerson } from '../factories/identity';
import { startServer, type TestServer } from '../setup/server';
import { fillAddress, readPages } from './built-routes';

const FORM = 'application/x-www-form-urlencoded';

let server: TestServer;
let session: string;
beforeAll(async () => {
  server = await startServer('sqlite', { env: { ROLE: 'web' } });
  session = await signInPerson(server.world, (await makePerson(server.world)).personId);
});
afterAll(() => server.stop());

const statusOf = (raw: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(raw)?.[1] ?? 0);
const own = (more: Record<string, string> = {}) => ({ Origin: server.origin, 'Content-Type': FORM, ...more });

it('HEAD answers like GET without a page, whatever Origin says, for pages and their data', async () => {
  for (const path of ['/masuk', '/masuk.data', '/perangkat.data', '/en/masuk.data', '/_root.data']) {
    for (const origin of ['null', 'http://evil.test', ':::', '']) {
      const headers: Record<string, string> = origin ? { Origin: origin } : {};
      const [head, get] = [
        await server.send(path, { method: 'HEAD', headers, session }),
        await server.send(path, { headers, session }),
      ];
      expect(get.status, path).toBeLessThan(400);
      expect([head.status, head.text], `${path} ${origin}`).toEqual([get.status, '']);
    }
  }
});

it('an address that only answers buttons is no page to whoever opens it, in either language', async () => {
  const acting = (await readPages()).filter(({ hasAction, hasLoader, hasPage }) => hasAction && !hasLoader && !hasPage);
  expect(acting.length).toBeGreaterThan(40);
  // Every fifth: the whole table is asked for each, which takes its time.
  const odd = acting
    .filter((_, n) => n % 5 === 0)
    .map(async ({ address }) => {
      const { status, text } = await server.send(fillAddress(address), { session });
      return status === 404 && text.includes('Halaman ini tidak ada') ? [] : [`${address}: ${status}`];
    });
  expect((await Promise.all(odd)).flat()).toEqual([]);
  expect((await server.send(`/en${fillAddress(acting[0]!.address)}`)).text).toContain('lang="en"');
});

it('the host may be written in capitals: a form still arrives', async () => {
  const headers = own({ Host: `LOCALHOST:${server.port}` });
  for (const path of ['/masuk', '/masuk.data']) {
    const answer = await server.send(path, { method: 'POST', headers, body: 'phone=0812' });
    expect(answer.status, path).toBeOneOf([202, 422]);
  }
});

it('an address that becomes another site once its dots are resolved is refused', async () => {
  for (const path of ['/..//evil.test', '/x/..//evil.test', '/%2e%2e//evil.test', '/./%2e//evil.test/masuk']) {
    expect((await server.send(path)).status, path).toBe(400);
  }
});

it('no page links to another site because its address was odd', async () => {
  for (const path of ['/en//evil.test', '/en///evil.test/x', '/masuk?lanjut=/en//evil.test', '/EN//evil.test']) {
    for (const as of [undefined, session]) {
      const { status, text, headers } = await server.send(path, { session: as });
      expect(status, path).toBeLessThan(500);
      expect(`${text} href="${headers.location ?? ''}"`, path).not.toMatch(/(href|value|action)="(https?:)?\/[/\\]/);
    }
  }
});

it('a form with two content types counts as its first', async () => {
  const head = `POST /masuk HTTP/1.1\r\nHost: localhost:${server.port}\r\nOrigin: ${server.origin}\r\nContent-Length: 10\r\n`;
  const types = (...all: string[]) => all.map((type) => `Content-Type: ${type}\r\n`).join('');
  const send = (...all: string[]) => server.sendRaw(`${head}${types(...all)}\r\nphone=0812`);
  expect(statusOf(await send(FORM, 'multipart/form-data; boundary=x'))).toBe(422);
  expect(statusOf(await send('text/plain', FORM))).toBe(415);
  expect(statusOf(await send(`${FORM}, text/plain`))).toBe(415);
});

it('two origins, two lengths and both kinds of length are refused', async () => {
  const head = `POST /masuk HTTP/1.1\r\nHost: localhost:${server.port}\r\nContent-Type: ${FORM}\r\n`;
  const two = `Origin: ${server.origin}\r\nOrigin: http://evil.test\r\nContent-Length: 10\r\n\r\nphone=0812`;
  expect(statusOf(await server.sendRaw(head + two))).toBe(403);
  const origin = `Origin: ${server.origin}\r\n`;
  const lengths = `${origin}Content-Length: 10\r\nContent-Length: 4\r\n\r\nphone=0812`;
  expect(statusOf(await server.sendRaw(head + lengths))).toBe(400);
  const both = `${origin}Content-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`;
  expect(statusOf(await server.sendRaw(head + both))).toBe(400);
  const odd = `${origin}Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n`;
  expect(statusOf(await server.sendRaw(head + odd))).toBeOneOf([400, 422]);
});

it('a whole address as target, and a star, are refused', async () => {
  const host = `Host: localhost:${server.port}\r\n\r\n`;
  expect(statusOf(await server.sendRaw(`GET http://evil.test/masuk HTTP/1.1\r\n${host}`))).toBe(400);
  expect(statusOf(await server.sendRaw(`GET ${server.origin}/masuk HTTP/1.1\r\n${host}`))).toBe(400);
  expect(statusOf(await server.sendRaw(`OPTIONS * HTTP/1.1\r\n${host}`))).toBe(405);
});

it('chunks with trailers are read as a form, and the trailers are nobody’s headers', async () => {
  const head = `POST /masuk HTTP/1.1\r\nHost: localhost:${server.port}\r\nOrigin: ${server.origin}\r\nContent-Type: ${FORM}\r\n`;
  const body = 'a\r\nphone=0812\r\n0\r\nSec-Fetch-Site: cross-site\r\nCookie: sesi=x\r\n\r\n';
  expect(statusOf(await server.sendRaw(`${head}Transfer-Encoding: chunked\r\nTrailer: Cookie\r\n\r\n${body}`))).toBe(
    422,
  );
});

it('a form with fields for ten thousand forms is refused where only a photo may be long', async () => {
  const path = '/usaha/mrc_00000000000000000000000000/profil/foto';
  const headers = own({ 'Content-Length': String(5 * 1024 * 1024) });
  expect((await server.send(path, { method: 'POST', headers, body: 'a=' })).status).toBe(413);
});

it('a long file of somebody who is not signed in is never waited for', async () => {
  const head =
    `POST /penyelenggara/org_00000000000000000000000000/impor HTTP/1.1\r\nHost: localhost:${server.port}\r\n` +
    `Origin: ${server.origin}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 20000000\r\n`;
  const begun = performance.now();
  for (const cookie of ['', `Cookie: sesi=${'x'.repeat(43)}\r\n`]) {
    const answer = await server.sendRaw(`${head}${cookie}\r\n--x\r\n`);
    expect(statusOf(answer)).toBe(303);
    expect(answer).toMatch(/location: \/masuk\?lanjut=/i);
    expect(answer).toMatch(/connection: close/i);
  }
  expect(performance.now() - begun).toBeLessThan(5_000);
});

it('whoever sends nonsense and holds the line is cut off', async () => {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
  const isCut = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), 8_000);
    socket.on('error', () => undefined);
    // Bytes sent to a socket that is gone come back as a reset.
    const prod = setInterval(() => socket.write('x'), 500);
    socket.on('close', () => {
      clearTimeout(timer);
      clearInterval(prod);
      resolve(true);
    });
  });
  socket.write('NONSENSE\r\n\r\n');
  expect(await isCut).toBe(true);
}, 15_000);

it('an answer that sets a cookie is stored nowhere, and a one-time sign-in address neither', async () => {
  const sent = await server.send('/masuk', { form: { phone: '0812-3000-4000' } });
  expect(sent.status).toBe(303);
  expect(sent.headers['set-cookie']?.join()).toMatch(/^masuk=/);
  expect(sent.headers['cache-control']).toBe('private, no-store');
  expect((await server.send('/masuk/tautan/x')).headers['cache-control']).toBe('no-store');
});
