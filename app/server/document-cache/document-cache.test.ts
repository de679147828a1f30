import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sendRaw } from '../../../test/setup/http-client';
import {
  close,
  door,
  get,
  html,
  keepPagesInTests,
  kept,
  open,
  type Page,
  renders,
  texts,
  touch,
  world,
} from '../../../test/setup/kept-pages';

keepPagesInTests();

describe('a kept page', () => {
  it('is rendered once and then sent from memory, byte for byte, with the site’s headers', async () => {
    await open(kept());
    const [first, second] = [await get('/'), await get('/')];
    expect(renders).toHaveLength(1);
    expect(second.text).toBe(first.text);
    const { date: _1, ...headers } = first.headers;
    const { date: _2, ...again } = second.headers;
    expect(again).toEqual(headers);
    expect(headers).toMatchObject({
      'cache-control': 'public, no-cache',
      vary: 'Accept-Encoding',
      'content-length': String(Buffer.byteLength(first.text)),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    });
  });

  it('is another one in the other language, at another address and under another host', async () => {
    await open(kept());
    const [id, en, other] = await texts('/festival/a', '/en/festival/a', '/festival/b');
    expect(new Set([id, en, other]).size).toBe(3);
    await get('/festival/a', { headers: { Host: `127.0.0.1:${door!.port}` } });
    expect(renders.map(({ url }) => new URL(url).origin)).toEqual([
      ...Array(3).fill(door!.origin),
      `http://127.0.0.1:${door!.port}`,
    ]);
  });

  it('keeps the parameters of its table in any order, and is not kept with others', async () => {
    await open(kept());
    await texts('/festival/a?saring=halal&harga=10000', '/festival/a?harga=10000&saring=halal', '/festival/a?');
    await texts('/festival/a', '/festival/a?saring=buka');
    expect(renders).toHaveLength(3);
    await texts('/festival/a?fbclid=1', '/festival/a?fbclid=1', '/festival/a?saring=halal&x=1');
    expect(renders).toHaveLength(6);
    await texts('/festival/a/peserta?saring=halal', '/festival/a/peserta?saring=halal');
    expect(renders).toHaveLength(8);
  });

  it('is sent as identity, gzip or brotli, each with its own tag, whichever came first', async () => {
    await open(kept());
    const ways = ['', 'gzip', 'gzip, deflate, br', 'br;q=0, gzip', 'br;q=0'];
    const seen = [];
    for (const accepted of [...ways, ...ways]) {
      const { headers, bytes } = await get('/', { headers: { 'Accept-Encoding': accepted } });
      const encoding = headers['content-encoding'];
      const plain = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
      expect(plain.toString()).toBe('<!doctype html><p>/ 1');
      expect(headers['content-length']).toBe(String(bytes.length));
      seen.push([encoding ?? 'identity', headers.etag]);
    }
    expect(seen.map(([encoding]) => encoding)).toEqual([
      ...['identity', 'gzip', 'br', 'gzip', 'identity'],
      ...['identity', 'gzip', 'br', 'gzip', 'identity'],
    ]);
    expect(new Set(seen.map((each) => each.join(' '))).size).toBe(3);
    expect(renders).toHaveLength(1);
  });

  it('answers 304 without a body to whoever has it, in whatever spelling', async () => {
    await open(kept());
    const plain = String((await get('/')).headers.etag);
    const packed = String((await get('/', { headers: { 'Accept-Encoding': 'br' } })).headers.etag);
    for (const tag of [plain, packed, `W/${plain}`, `"x", ${packed}`]) {
      const { status, text, headers } = await get('/', { headers: { 'If-None-Match': tag } });
      expect([status, text, headers.etag, headers['cache-control'], headers.vary]).toEqual([
        304,
        '',
        plain,
        'public, no-cache',
        'Accept-Encoding',
      ]);
    }
    expect((await get('/', { headers: { 'If-None-Match': '"another"' } })).status).toBe(200);
    await touch('festival:fst_1');
    expect((await get('/', { headers: { 'If-None-Match': plain } })).status).toBe(200);
  });

  it('answers HEAD with the same headers and no body', async () => {
    await open(kept());
    const head = await get('/', { method: 'HEAD' });
    const again = await get('/', { method: 'HEAD' });
    const page = await get('/');
    expect([head.text, again.text, renders.length]).toEqual(['', '', 1]);
    const { date: _1, ...wanted } = page.headers;
    for (const { date: _2, ...headers } of [head.headers, again.headers]) expect(headers).toEqual(wanted);
  });

  it('is rendered from a request that has nothing of its sender', async () => {
    await open(kept());
    const headers = { Cookie: 'keranjang=abc; peramban=b; pesanan=c', 'User-Agent': 'Tester', 'X-Forwarded-For': '1' };
    await get('/', { headers });
    expect(renders.map((request) => [...request.headers])).toEqual([[['host', new URL(door!.origin).host]]]);
    await get('/', { headers: { Cookie: 'keranjang=other' } });
    expect(renders).toHaveLength(1);
  });
});

describe('nothing is kept, and nothing is sent from memory', () => {
  it('for somebody signed in', async () => {
    await open(kept());
    await get('/');
    for (const name of ['sesi', '__Host-sesi']) {
      await get('/', { headers: { Cookie: `keranjang=x; ${name}=${'s'.repeat(43)}` } });
    }
    expect(renders).toHaveLength(3);
    expect(renders[2]?.headers.get('cookie')).toContain('__Host-sesi');
    await get('/', { headers: { Cookie: 'keranjang=x' } });
    expect(renders).toHaveLength(3);
  });

  const asking =
    (answer: () => Response, freshUntil = Number.POSITIVE_INFINITY): Page =>
    (_request, { keepPage }) => {
      keepPage({ topics: [], freshUntil });
      return answer();
    };
  const missing = () => new Response('no', { status: 404, headers: { 'Content-Type': 'text/html' } });
  const nonce = { 'Content-Security-Policy': "script-src 'nonce-1'" };
  // What may be somebody's own is rendered once for all in vain, then for each by itself.
  it.each<[string, Page, number]>([
    ['another status than 200', asking(missing), 1],
    ['a page that does not ask for it', () => html('x'), 1],
    ['what is no page', asking(() => Response.json({})), 2],
    ['an answer that brings a cookie', asking(() => html('x', { 'Set-Cookie': 'sesi=1' })), 2],
    ['a page with a nonce', asking(() => html('x', nonce)), 2],
    ['a page whose time is over', asking(() => html('x'), 1), 1],
  ])('of %s', async (_name, page, rendersEach) => {
    await open(page);
    await texts('/', '/', '/');
    expect(renders).toHaveLength(3 * rendersEach);
  });

  it('behind Vite, which changes pages without a commit', async () => {
    await open(kept(), { beforeRemix: async () => false });
    await texts('/', '/');
    expect(renders).toHaveLength(2);
  });

  it('at an address that is not in the table', async () => {
    await open(kept());
    await texts('/cari', '/cari', '/keranjang', '/keranjang', '/festival/a/b', '/festival/a/b');
    expect(renders).toHaveLength(6);
  });

  it('past the guard: a foreign host, two hosts or another method find nothing in memory', async () => {
    await open(kept());
    await get('/');
    expect((await get('/', { headers: { Host: 'evil.test' } })).status).toBe(421);
    expect((await get('/', { method: 'PUT' })).status).toBe(405);
    expect((await get('/?_data=root')).status).toBe(403);
    const host = `Host: localhost:${door!.port}\r\n`;
    expect(await sendRaw(door!.port, `GET / HTTP/1.1\r\n${host}${host}\r\n`)).toMatch(/^HTTP\/1.1 421/);
    expect(await sendRaw(door!.port, `GET ${door!.origin}/ HTTP/1.1\r\n${host}\r\n`)).toMatch(/^HTTP\/1.1 400/);
    expect(renders).toHaveLength(1);
  });
});

describe('a built process', () => {
  it('keeps pages in whatever mode it runs: a plain `npm start` is a development one', async () => {
    for (const mode of ['development', 'demo', 'production'] as const) {
      await open(kept(), { app: { ...world.app, config: { ...world.config, mode } } });
      await texts('/', '/');
      expect(renders, mode).toHaveLength(1);
      await close();
    }
  });
});
