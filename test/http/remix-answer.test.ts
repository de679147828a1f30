import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { beforeAll, expect, it } from 'vitest';
import { findPlainPage, readAddresses } from '~/server/remix-answer';
import { pages } from '../../app/routes';
import { fillAddress, readBuiltRoutes } from './built-routes';

let routes: Awaited<ReturnType<typeof readBuiltRoutes>>;
let addresses: ReturnType<typeof readAddresses>;
beforeAll(async () => {
  routes = await readBuiltRoutes();
  addresses = readAddresses({ routes: routes as unknown as ServerBuild['routes'] });
});

/** As Remix ranks the whole table. */
function remixFinds(pathname: string): string | null {
  const table = Object.values(routes)
    .filter(({ id }) => id !== 'root')
    .map(({ id, path, index }) => (index ? { id, path, index: true as const } : { id, path }));
  return matchRoutes(table, pathname)?.at(-1)?.route.id ?? null;
}

it('a plain page is found as Remix itself finds it, in both languages', () => {
  let found = 0;
  for (const { address } of pages) {
    const path = fillAddress(address);
    for (const each of [path, path === '/' ? '/en' : `/en${path}`]) {
      const id = findPlainPage(addresses, each);
      if (id === null) continue;
      found += 1;
      expect(id, each).toBe(remixFinds(each));
    }
  }
  expect(found).toBeGreaterThan(100);
});

it('a fixed word goes before a parameter, also where both could be meant', () => {
  for (const path of [
    '/penyelenggara/org_1/festival/baru',
    '/dompet/isi/top_1',
    '/keranjang/isi',
    '/festival/x/peserta',
  ]) {
    const id = findPlainPage(addresses, path);
    if (id !== null) expect(id, path).toBe(remixFinds(path));
  }
});

it('what is not surely a plain page is left to the whole table', () => {
  for (const path of ['/tidak-ada', '/festival', '/festival/x/', '//festival/x', '/Festival/x', '/__manifest']) {
    const id = findPlainPage(addresses, path);
    expect(id === null || id === remixFinds(path), path).toBe(true);
  }
  expect(findPlainPage(addresses, '/tidak-ada')).toBeNull();
});

it('page data belongs to the whole table, also where its address looks like a page of another name', () => {
  for (const path of ['/festival/x.data', '/penyelenggara/org_1/festival/baru.data', '/_root.data']) {
    expect(findPlainPage(addresses, path), path).toBe(null);
  }
});

it('a page that React takes over in the browser, and one without a component, are none', () => {
  const route = (id: string, module: object) => ({ id, path: id, module });
  const planted = {
    plain: route('plain', { default: () => null }),
    hydrated: route('hydrated', { default: () => null, handle: { hydrate: true } }),
    data: route('data', { loader: () => null }),
  };
  const known = readAddresses({ routes: planted as unknown as ServerBuild['routes'] });
  expect(['/plain', '/hydrated', '/data'].map((path) => findPlainPage(known, path))).toEqual(['plain', null, null]);
});
