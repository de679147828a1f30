import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import { readLayout } from '~db/backup/table-layout.server';
import { goOn, lookInto, makeFolder, rewrite } from '../factories/backups';
import { makeEmpty } from '../factories/empty-database';
import { eraseMarked } from '../factories/erased-person';
import { makePerson, signInPerson } from '../factories/identity';
import { type MadeMerchant, makeActiveMerchant } from '../factories/merchants';
import { makeOrder } from '../factories/orders';
import { makePaperPage } from '../factories/papers';
import { makeOpenFestival } from '../factories/stalls';
import { makeWallet } from '../factories/wallet';
import { freePort, send } from '../setup/http-client';
import { npmRun } from '../setup/npm-run';
import { type SiteProcess, startSite } from '../setup/site-process';
import { makeWorld, WORLD_BEGINS, type World } from '../setup/world';

/** Where one installation keeps its things. */
interface Place {
  folder: string;
  location: World['location'];
  env: Record<string, string>;
}

function placeAt(location: World['location'] | null): Place {
  const folder = mkdtempSync(join(inject('databaseFolder'), 'installation-'));
  const own = location ?? { file: join(folder, 'pestarasa.sqlite') };
  if (location && 'file' in location) symlinkSync(location.file, join(folder, 'pestarasa.sqlite'));
  const env = { APP_MODE: 'test', CLOCK_STARTS_AT: String(WORLD_BEGINS), DATA_DIR: folder };
  return { folder, location: own, env: 'url' in own ? { ...env, DATABASE_URL: own.url } : env };
}

interface Address {
  path: string;
  session?: string;
  /** So that a page in which it is missing is never taken for the same. */
  shows: string;
}

/** Somebody sells, somebody ordered and paid, somebody handed in a paper. */
async function fill(world: World): Promise<Address[]> {
  const wishes = { stallName: 'Pempek Cek Siti', dishes: [{ name: 'Tekwan' }] };
  const festival = await makeOpenFestival(world, [wishes]);
  const stall = festival.stalls[0]!;
  const { personId } = await makePerson(world, { name: 'Wati' });
  const wallet = await makeWallet(world, { personId, balance: 50_000 });
  const { orderId } = await makeOrder(world, [stall], { wallet, quantity: 2 });
  const fileId = await makePaperPage(world, stall);
  const owner = await signInPerson(world, stall.ownerId);
  return [
    { path: '/', shows: festival.slug },
    { path: `/festival/${festival.slug}`, shows: 'Pempek Cek Siti' },
    { path: `/festival/${festival.slug}/lapak/${stall.slug}`, shows: 'Tekwan' },
    { path: `/pesanan/${orderId}`, shows: 'Tekwan' },
    { path: `/papan/${stall.participationId}`, session: owner, shows: 'Tekwan' },
    { path: '/dompet', session: await signInPerson(world, personId), shows: 'Rp30.000' },
    { path: `/usaha/${stall.merchantId}/dokumen/ktp/halaman/${fileId}`, session: owner, shows: 'WEBP' },
  ];
}

async function startAt({ location, folder }: Place): Promise<SiteProcess> {
  const site = await startSite({ location, folder, port: await freePort(), now: WORLD_BEGINS, env: { ROLE: 'web' } });
  site.moveClock(WORLD_BEGINS, { stands: true });
  return site;
}

/** What people are sent, without what differs from process to process and from answer to answer. */
async function look({ origin }: SiteProcess, addresses: readonly Address[]): Promise<Record<string, string>> {
  const pages: Record<string, string> = {};
  for (const { path, session, shows } of addresses) {
    const { status, text } = await send(origin, path, { session });
    expect(status, path).toBe(200);
    expect(text, path).toContain(shows);
    pages[path] = text.replaceAll(origin, '').replaceAll(/nonce(="|":")[\w+/=-]+/g, 'nonce');
  }
  return pages;
}

describe.each(['sqlite', 'postgres'] as const)('npm run backup and npm run restore (%s)', (engine) => {
  const file = join(makeFolder(), 'cadangan.gz');
  let world: World;
  let addresses: Address[];
  let leaver: MadeMerchant;
  let pages: Record<string, string>;
  const running: SiteProcess[] = [];

  /** Nothing in it yet. */
  const emptyPlace = async () => placeAt(engine === 'postgres' ? await makeEmpty(engine) : null);

  beforeAll(async () => {
    world = await makeWorld(engine);
    addresses = await fill(world);
    leaver = await makeActiveMerchant(world, { stallName: 'Model Bu Pergi' });
    const place = placeAt(world.location);
    const site = await startAt(place);
    running.push(site);
    pages = await look(site, addresses);
    expect((await send(site.origin, `/usaha-baru/${leaver.slug}`)).text).toContain(leaver.stallName);
    const made = await npmRun('backup', [file], place.env);
    expect(made.said).toMatch(/selesai: \d+ tabel, \d+ baris/);
    expect(made.code).toBe(0);
  }, 120_000);
  afterAll(async () => {
    for (const site of running) await site.stop();
    await world.close();
  });

  it('bring a site to an empty place in one file, where everybody is sent the same, and who was erased since stays erased', async () => {
    await eraseMarked(world, { personId: leaver.ownerId });
    const place = await emptyPlace();
    const restored = await npmRun('restore', [file, '--tombstones', world.config.tombstoneList], place.env);
    expect(restored.said).toContain('semuanya sama dengan cadangan');
    expect(restored.said).toContain('erased again, as before the restore: 1 person');
    expect(restored.code).toBe(0);
    const site = await startAt(place);
    onTestFinished(() => site.stop());
    expect(await look(site, addresses)).toEqual(pages);
    expect((await send(site.origin, `/usaha-baru/${leaver.slug}`)).status).toBe(404);
    await goOn(place.location, async ({ db }) => expect(await readBrokenInvariants(db)).toEqual([]));
  }, 60_000);

  it.each([
    ['of which one bit is another', 'damaged', () => changed((bytes) => flipBit(bytes))],
    ['that was cut in half', /damaged|no backup/, () => changed((bytes) => bytes.subarray(0, bytes.length >> 1))],
    ['of a newer version', 'newer version', () => rewrite(file, toNewer)],
  ])(
    'refuse a file %s in words, and leave the place as empty as it was',
    async (_, words, makeFile) => {
      const place = await emptyPlace();
      const refused = await npmRun('restore', [await makeFile()], place.env);
      expect(refused.said).toMatch(words);
      expect(refused.said).toContain('nothing was changed');
      expect(refused.code).toBe(64);
      expect(readdirSync(place.folder)).toEqual([]);
      if ('url' in place.location) {
        expect(await lookInto(place.location, ({ db }) => readLayout(db))).toEqual([]);
      }
    },
    60_000,
  );

  function changed(change: (bytes: Buffer) => Buffer): string {
    const copy = join(makeFolder(), 'lain.gz');
    writeFileSync(copy, change(readFileSync(file)));
    return copy;
  }
});

function flipBit(bytes: Buffer): Buffer {
  const at = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
}

function toNewer(line: string, index: number): string {
  if (index > 0) return line;
  const header = JSON.parse(line) as { migrations: string[] };
  return JSON.stringify({ ...header, migrations: [...header.migrations, '9999-from-tomorrow'] });
}
