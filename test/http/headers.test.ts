import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson, signInPerson } from '../factories/identity';
import { type Answer, startServer, type TestServer } from '../setup/server';
import { fillAddress, readPages } from './built-routes';

let server: TestServer;
let session: string;
beforeAll(async () => {
  server = await startServer('sqlite');
  const operator = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
  const { personId } = await makePerson(server.world, { role: operator });
  session = await signInPerson(server.world, personId);
});
afterAll(() => server.stop());

function expectPolicy(path: string, { status, headers, text }: Answer) {
  expect(status, path).toBeLessThan(500);
  const policy = String(headers['content-security-policy']);
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
  const nonce = /'nonce-([^']+)'/.exec(String(scripts))?.[1];
  expect(scripts, path).toBe(nonce ? `'self' 'nonce-${nonce}'` : "'self'");
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("style-src 'self';");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe/);
  expect(headers['referrer-policy'], path).toBe('same-origin');
  expect(headers['x-content-type-options'], path).toBe('nosniff');
  expect(headers['x-powered-by'], path).toBeUndefined();
  expect(headers['cache-control'], path).toBeTruthy();
  // Inline scripts only with this page's nonce, inline styles never.
  for (const [tag] of text.matchAll(/<script\b[^>]*>/g)) {
    if (!/\ssrc=/.test(tag)) expect(tag, path).toContain(`nonce="${nonce}"`);
  }
  expect(text, path).not.toMatch(/<[a-z][^>]*\sstyle=/i);
  expect(text, path).not.toMatch(/<style/i);
  expect(text, path).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
}

it('every page keeps the policy, signed out and signed in, in both languages', async () => {
  for (const { address } of await readPages()) {
    const path = fillAddress(address);
    const ways = [path, path === '/' ? '/en' : `/en${path}`].flatMap((each) => [
      [each, undefined] as const,
      [each, session] as const,
    ]);
    const answers = await Promise.all(
      ways.map(async ([each, as]) => [each, await server.send(each, { session: as })] as const),
    );
    for (const [each, answer] of answers) expectPolicy(each, answer);
  }
}, 120_000);

it('refused requests, files, unknown addresses and redirects keep it too', async () => {
  for (const path of [
    '/tidak-ada',
    '/en/tidak-ada',
    '/masuk?_data=x',
    '/operator',
    '/favicon.svg',
    '/health',
    '/__manifest',
    '/berkas/fil_x',
  ]) {
    const answer = await server.send(path);
    if (path !== '/health') expectPolicy(path, answer);
  }
});

it('pages of a signed-in person are never stored', async () => {
  for (const path of ['/operator', '/perangkat', '/masuk']) {
    expect((await server.send(path, { session })).headers['cache-control'], path).toBe('private, no-store');
  }
});

it('the list of routes is never cached', async () => {
  expect((await server.send('/__manifest?version=x&p=/masuk')).headers['cache-control']).toMatch(/no-store|no-cache/);
});

it('built files are immutable, compressed once and answered 304', async () => {
  const page = await server.send('/masuk');
  const css = /href="(\/assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? '';
  const plain = await server.send(css);
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const brotli = await server.send(css, { headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(Number(brotli.headers['content-length'])).toBeLessThan(plain.text.length / 2);
  const again = await server.send(css, { headers: { 'If-None-Match': String(plain.headers.etag) } });
  expect([again.status, again.text]).toEqual([304, '']);
});

it('the service worker is asked for anew each time and may be served to nobody but us', async () => {
  const answer = await server.send('/sw.js');
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
  expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expectPolicy('/sw.js', answer);
});

it('nothing outside the client folder is served', async () => {
  for (const path of [
    '/../server/main.js',
    '/assets/../../server/main.js',
    '/.vite/manifest.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/package.json',
  ]) {
    const answer = await server.send(path);
    expect(answer.status, path).toBe(404);
  }
});

it('a page that is not there is 404 in words, not a stack trace', async () => {
  const answer = await server.send('/tidak-ada');
  expect(answer.status).toBe(404);
  expect(answer.text).toContain('Halaman ini tidak ada');
  expect(answer.text).not.toMatch(/\bat .*\.js:\d+/);
});
