import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { readTombstones } from '~/platform/tombstone.server';
import { MINUTE_MS } from '~/shared/time';
import { makePerson, signInPerson } from '../factories/identity';
import { type MarkedPerson, makeMarkedPerson } from '../factories/marked-person';
import { MARK } from '../factories/marked-rows';
import { HttpBrowser } from '../setup/http-browser';
import { type Answer, freePort, send } from '../setup/http-client';
import { type SiteProcess, startSite } from '../setup/site-process';
import { makeWorld, type World } from '../setup/world';

const ENCODINGS = { identity: (body: Buffer) => body, gzip: gunzipSync, br: brotliDecompressSync };
type Encoding = keyof typeof ENCODINGS;

/** Where anybody may come across her: her stall, her business, what the festival and the search say of her. */
async function publicPathsOf(world: World, { stall, merchantId, festivalSlug }: MarkedPerson): Promise<string[]> {
  const { slug } = await world.db
    .selectFrom('merchant_profile')
    .select('slug')
    .where('id', '=', merchantId)
    .executeTakeFirstOrThrow();
  const { code } = await world.db.selectFrom('training_certificate').select('code').executeTakeFirstOrThrow();
  const festival = `/festival/${festivalSlug}`;
  const pages = [
    festival,
    `${festival}/peserta`,
    `${festival}/lapak/${stall.slug}`,
    `/usaha-baru/${slug}`,
    `/sertifikat/${code}`,
    // What was asked for is written on the page: not all of the mark.
    `/cari?q=${MARK.slice(0, -1)}`,
  ];
  return ['/', '/en', ...pages, ...pages.map((path) => `/en${path}`)];
}

describe.each(['sqlite', 'postgres'] as const)('pages kept in memory (%s)', (engine) => {
  it('hold nothing of her once she is erased, in no encoding and for no browser that kept one', async () => {
    const world = await makeWorld(engine);
    onTestFinished(() => world.close());
    const her = await makeMarkedPerson(world);
    const role = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
    const { personId: officerId } = await makePerson(world, { role });
    const sessions = [await signInPerson(world, her.personId), await signInPerson(world, officerId)] as const;
    const paths = await publicPathsOf(world, her);
    const folder = mkdtempSync(join(inject('databaseFolder'), 'kept-'));
    const now = world.clock.now();
    const site = await startSite({ location: world.location, folder, port: await freePort(), now });
    onTestFinished(() => site.stop());

    const before = await visitAll(site, paths);
    const shown = before.filter(({ text }) => her.needles.some((needle) => text.includes(needle)));
    const kept = shown.filter(({ answer }) => answer.headers.etag);
    expect(new Set(kept.map(({ path }) => path)).size, 'kept pages that show her').toBeGreaterThanOrEqual(3);

    await eraseThroughPages(site, sessions);
    site.moveClock(now + 5 * MINUTE_MS);
    await vi.waitFor(async () => expect(await readTombstones(world.db)).not.toEqual([]), 30_000);

    for (const { path, encoding, text } of await visitAll(site, paths)) {
      const found = her.needles.filter((needle) => text.includes(needle));
      expect(found, `${path} as ${encoding}`).toEqual([]);
    }
    for (const { path, encoding, answer } of kept) {
      const again = await visit(site, path, encoding, { 'If-None-Match': String(answer.headers.etag) });
      expect(again.status, `${path} as ${encoding}, kept by a browser`).not.toBe(304);
    }
  }, 120_000);
});

interface Seen {
  path: string;
  encoding: Encoding;
  answer: Answer;
  text: string;
}

/** Everybody's page twice in every encoding: what is kept is what the second is sent. */
async function visitAll(site: SiteProcess, paths: readonly string[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const path of paths) {
    for (const encoding of Object.keys(ENCODINGS) as Encoding[]) {
      await visit(site, path, encoding);
      const answer = await visit(site, path, encoding);
      const read = ENCODINGS[(answer.headers['content-encoding'] ?? 'identity') as Encoding];
      // Links to the other language repeat the address that was asked for, with her name in it.
      const text = read(answer.bytes).toString().replaceAll(path.replace(/^\/en/, ''), '');
      seen.push({ path, encoding, answer, text });
    }
  }
  return seen;
}

const visit = ({ origin }: SiteProcess, path: string, encoding: Encoding, headers: Record<string, string> = {}) =>
  send(origin, path, { headers: { 'Accept-Encoding': encoding, ...headers } });

/** She asks, the officer takes it and begins. */
async function eraseThroughPages({ origin }: SiteProcess, [hers, officers]: readonly [string, string]): Promise<void> {
  expect((await new HttpBrowser(origin, hers).visit('/privasi/hapus', {})).status).toBe(303);
  const officer = new HttpBrowser(origin, officers);
  const queue = (await officer.visit('/operator/privasi')).text;
  for (const [, id = ''] of queue.matchAll(/\/operator\/privasi\/(prq_\w{26})"/g)) {
    await officer.visit(`/operator/privasi/${id}/ambil`, {});
    await officer.visit(`/operator/privasi/${id}/hapus`, {});
  }
}
