import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { OrderRequest } from '~/domain/orders/place-orders.server';
import { makeTopUpRails } from '~/integrations/top-up-rails';
import { buildAppContext } from '~/platform/build-app-context.server';
import { SettableClock } from '~/platform/clock';
import { readConfig } from '~/platform/config.server';
import { newSecretId } from '~/shared/ids';
import { type Engine, openDatabase } from '~db/engine.server';
import { migrate } from '~db/migrate.server';
import { requestFor } from '../factories/orders';
import { makeOpenFestival, type OpenStall } from '../factories/stalls';
import { makeWallet, type TestWallet } from '../factories/wallet';
import { startPostgres } from '../setup/postgres';
import type { World } from '../setup/world';

export const STALLS = 30;
const WALLETS = 128;
/** Dishes in a basket: with three an order is fourteen written rows. */
export const DISHES = 3;
const PRICE = 1_000;

export interface BusyFestival {
  world: World;
  stalls: OpenStall[];
  wallets: TestWallet[];
  close: () => Promise<void>;
}

/** A running festival on a database of its own: SQLite on the disk, PostgreSQL as `startPostgres` starts it. */
export async function makeBusyFestival(engine: Engine): Promise<BusyFestival> {
  const folder = mkdtempSync(join(tmpdir(), 'pestarasa-bench-'));
  const place = engine === 'sqlite' ? fileIn(folder) : await serverIn(folder);
  const database = await openDatabase({ ...place.location, connectionsMax: 4 });
  await migrate(database);
  const config = readConfig({ APP_MODE: 'test', ORIGINS: 'http://localhost:3000' });
  // Saturday, 28 November 2026, 10.00 WIB.
  const clock = new SettableClock(Date.UTC(2026, 10, 28, 3, 0));
  const app = await buildAppContext(config, { clock, database, rails: makeTopUpRails(config) });
  const close = async () => {
    await database.close();
    await place.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const { db, inTransaction } = app;
  const world: World = { engine, db, inTransaction, clock, app, config, database, location: place.location, close };
  const dishes = Array.from({ length: DISHES }, (_, index) => ({
    name: `Pempek ${index}`,
    price: PRICE,
    makeSeconds: 30,
  }));
  const wishes = Array.from({ length: STALLS }, () => ({ cookedAtOnce: 60, portions: 10_000, dishes }));
  const { stalls } = await makeOpenFestival(world, wishes);
  const wallets: TestWallet[] = [];
  for (let made = 0; made < WALLETS; made++) wallets.push(await makeWallet(world, { balance: 2_000_000 }));
  // What autovacuum does on any real server: without it PostgreSQL plans on guesses.
  if (engine === 'postgres') await sql`analyze`.execute(database.writer);
  return { world, stalls, wallets, close };
}

function fileIn(folder: string) {
  return { location: { file: join(folder, 'bench.sqlite') }, stop: async () => undefined };
}

async function serverIn(folder: string) {
  // The server may run as another user.
  chmodSync(folder, 0o755);
  const server = await startPostgres(folder);
  return { location: { url: server.urlOf('postgres') }, stop: server.stop };
}

/** Baskets at the stalls in turn, each by the next wallet. */
export function basketsAt(festival: BusyFestival, stalls: readonly OpenStall[], count: number): OrderRequest[] {
  return Array.from({ length: count }, (_, index) => {
    const stall = stalls[index % stalls.length]!;
    const wallet = festival.wallets[index % festival.wallets.length]!;
    const request = requestFor(festival.world, [stall], { orderId: newSecretId('ord'), wallet, price: PRICE });
    const lines = stall.listings.map((listing) => ({ ...request.lines[0]!, listing }));
    return { ...request, lines };
  });
}
