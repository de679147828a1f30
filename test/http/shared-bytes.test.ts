import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedPages } from '~/server/document-cache/shared-pages';
import { newSecretId } from '~/shared/ids';
import { makePerson, signInPerson } from '../factories/identity';
import { makeOpenFestival, type OpenFestival } from '../factories/stalls';
import { openFrontDoor } from '../setup/front-door';
import { send } from '../setup/http-client';
import { startServer, type TestServer } from '../setup/server';
import { makeWorld } from '../setup/world';
import { fillAddress } from './built-routes';
import { findSharedSecrets, type Visitor } from './shared-bytes';

describe('two people and one cache', () => {
  let server: TestServer;
  let festival: OpenFestival;
  beforeAll(async () => {
    server = await startServer('sqlite', { env: { ROLE: 'web' } });
    festival = await makeOpenFestival(server.world, [{ stallName: 'Satu' }, { stallName: 'Dua' }]);
  });
  afterAll(() => server.stop());

  /** Every address of the table, in both languages, with each parameter of its query. */
  function paths(): string[] {
    const [stall] = festival.stalls;
    const params = { slug: festival.slug, stall: stall!.slug };
    const values: Record<string, string> = {
      saring: 'halal',
      harga: '20000',
      tanpa: 'egg',
      jenis: 'fish_cakes',
      hal: '1',
    };
    return Object.entries(sharedPages).flatMap(([pattern, query]) => {
      const slug = pattern.startsWith('/usaha-baru') ? stall!.slug : festival.slug;
      const path = fillAddress(pattern, { ...params, slug });
      const asked = query.map((name) => `?${name}=${values[name] ?? stall!.listings[0]}`);
      return ['', ...asked].flatMap((each) => [path + each, (path === '/' ? '/en' : `/en${path}`) + each]);
    });
  }

  async function visitor(name: string, quantity: number, signedIn: boolean): Promise<Visitor> {
    const { world } = server;
    const { personId, phone } = await makePerson(world, { name: `Rahasia ${name}` });
    const session = signedIn ? await signInPerson(world, personId) : null;
    const form = {
      festival: festival.slug,
      menu: String(festival.stalls[0]!.listings[0]),
      jumlah: String(quantity),
      kembali: '/keranjang',
    };
    const filled = await server.send('/keranjang/isi', { form });
    const basket = /keranjang=([^;]+)/.exec(String(filled.headers['set-cookie']))?.[1] ?? '';
    expect(basket).not.toBe('');
    const order = newSecretId('ord');
    const browser = `browser-of-${name}`;
    const Cookie = `keranjang=${basket}; peramban=${browser}; pesanan=${order}`;
    const summary = await server.send('/keranjang/ringkas', { headers: { Cookie } });
    const { label } = JSON.parse(summary.text) as { label: string };
    expect(label).toContain(String(quantity));
    return {
      name,
      cookie: session ? `${Cookie}; sesi=${session}` : Cookie,
      secrets: {
        name: `Rahasia ${name}`,
        phone,
        'phone as written': phone.replace('+62', '0'),
        'person id': personId,
        'basket cookie': basket,
        'basket line': label,
        browser,
        order,
        ...(session ? { session } : {}),
      },
    };
  }

  it('share no byte of their own on any page that is kept for all', async () => {
    const all = [await visitor('Ayu', 3, true), await visitor('Budi', 7, false), await visitor('Citra', 5, true)];
    expect(await findSharedSecrets(server.send, paths(), all)).toEqual([]);
    // They did meet over the cache: who comes after them is answered from memory.
    for (const path of paths()) {
      const [one, two] = [await server.send(path), await server.send(path)];
      expect([one.status, two.text === one.text, typeof one.headers.etag], path).toEqual([200, true, 'string']);
    }
  }, 120_000);
});

describe('the same look at a planted site', () => {
  const ayu: Visitor = {
    name: 'Ayu',
    cookie: 'keranjang=a; sesi=secret-of-ayu',
    secrets: { session: 'secret-of-ayu' },
  };
  const budi: Visitor = { name: 'Budi', cookie: 'keranjang=secret-of-budi', secrets: { basket: 'secret-of-budi' } };

  /** A page that may be kept, written by `write`. */
  async function look(write: (request: Request) => { text: string; headers?: Record<string, string> }) {
    const world = await makeWorld('sqlite');
    const door = await openFrontDoor(world.app, (request, { keepPage }) => {
      keepPage({ topics: ['festival:fst_1'], freshUntil: Number.POSITIVE_INFINITY });
      const { text, headers } = write(request);
      return new Response(text, { headers: { 'Content-Type': 'text/html', ...headers } });
    });
    const found = await findSharedSecrets((path, options) => send(door.origin, path, options), ['/'], [ayu, budi]);
    await door.close();
    await world.close();
    return found;
  }

  it('finds nothing on a page that is the same for all', async () => {
    expect(await look(() => ({ text: 'Pesta Rasa' }))).toEqual([]);
  });

  it('finds a session that the site remembers outside the request', async () => {
    let last = '';
    const found = await look((request) => {
      last = request.headers.get('cookie') ?? last;
      return { text: `Halo ${last}` };
    });
    expect(found).toContain('/: Budi was sent the session of Ayu');
  });

  it('finds a cookie, and bytes in a header', async () => {
    expect(await look(() => ({ text: 'x', headers: { 'Set-Cookie': 'sesi=new' } }))).toEqual(['/: brings a cookie']);
    let last = '';
    const found = await look((request) => {
      last = request.headers.get('cookie') ?? last;
      return { text: 'x', headers: { 'X-Last': last } };
    });
    expect(found).toContain('/: stranger was sent the session of Ayu');
  });

  it('finds nothing where a page echoes its own visitor’s cookies: a kept page never gets to see any', async () => {
    expect(await look((request) => ({ text: `${request.headers.get('cookie')}` }))).toEqual([]);
  });
});
