import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { beforeAll, expect, it } from 'vitest';
import { findAlone, readAddresses } from '~/server/remix-answer';
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

it('a route is found as Remix itself finds it, in both languages', () => {
  let found = 0;
  for (const { address } of pages) {
    const path = fillAddress(address);
    for (const each of [path, path === '/' ? '/en' : `/en${path}`]) {
      const id = findAlone(addresses, each);
      if (id === null) continue;
      found += 1;
      expect(id, each).toBe(remixFinds(each));
    }
  }
  expect(found).toBeGreaterThan(300);
});

const planted = (id: string, path: string, module: object = { default: () => null }) => ({ id, path, module });
const knownOf = (...list: ReturnType<typeof planted>[]) =>
  readAddresses({
    routes: Object.fromEntries(list.map((each) => [each.id, each])) as unknown as ServerBuild['routes'],
  });

it('a fixed word goes before a parameter, wherever it stands in the table', () => {
  const known = knownOf(planted('one', 'a/:id'), planted('of any', ':letter/baru'), planted('new', 'a/baru'));
  expect(['/a/baru', '/a/x', '/b/baru', '/b/x'].map((path) => findAlone(known, path))).toEqual([
    'new',
    'one',
    'of any',
    null,
  ]);
});

it('what is not written as the table writes it is left to the whole table', () => {
  for (const path of ['/tidak-ada', '/festival', '/festival/x/', '//festival/x', '/Festival/x', '/__manifest'])
    expect(findAlone(addresses, path), path).toBeNull();
});

it('page data belongs to the whole table, also where its address looks like a page of another name', () => {
  for (const path of ['/festival/x.data', '/penyelenggara/org_1/festival/baru.data', '/_root.data']) {
    expect(findAlone(addresses, path), path).toBe(null);
  }
});

it('a page that React takes over in the browser belongs to the whole table', () => {
  const known = knownOf(
    planted('plain', 'plain'),
    planted('hydrated', 'hydrated', { default: () => null, handle: { hydrate: true } }),
    planted('data', 'data', { loader: () => null }),
  );
  expect(['/plain', '/hydrated', '/data'].map((path) => findAlone(known, path))).toEqual(['plain', null, 'data']);
});
