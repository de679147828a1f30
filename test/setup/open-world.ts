import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTopUpRails } from '~/integrations/top-up-rails';
import type { AppContext, InTransaction, ReadDb } from '~/platform/app-context';
import { buildAppContext } from '~/platform/build-app-context.server';
import { SettableClock } from '~/platform/clock';
import { type Config, readConfig } from '~/platform/config.server';
import { type Engine, type OpenedDatabase, openDatabase } from '~db/engine.server';

/** Saturday, 28 November 2026, 10.00 WIB. */
export const WORLD_BEGINS = Date.UTC(2026, 10, 28, 3, 0);

/** One installation with its own database and a clock that stands still. */
export interface World {
  engine: Engine;
  /** Reads; writing through it fails, as it does in the process. */
  db: ReadDb;
  inTransaction: InTransaction;
  clock: SettableClock;
  app: AppContext;
  config: Config;
  /** The connection of the unit of work, for tests of the database itself. */
  database: OpenedDatabase;
  /** Where the database is, for a second process or connection. */
  location: { url: string } | { file: string };
  close: () => Promise<void>;
}

export interface WorldOptions {
  /** Environment of the process, such as { SIMULATOR_RAIL: 'off' }. */
  env?: Record<string, string>;
  now?: number;
}

/** Opens a migrated database as a world; `close` closes its connections and leaves the database where it is. */
export async function openWorldAt(
  location: World['location'],
  { env = {}, now = WORLD_BEGINS }: WorldOptions = {},
): Promise<World> {
  const database = await openDatabase({ ...location, connectionsMax: 20 });
  const clock = new SettableClock(now);
  const config = readConfig({
    APP_MODE: 'test',
    ORIGINS: 'http://localhost:3000',
    DATA_DIR: dataFolderOf(location),
    ...env,
  });
  const app = await buildAppContext(config, { clock, database, rails: makeTopUpRails(config) });
  const { engine, db, inTransaction, close } = app;
  return { engine, db, inTransaction, clock, app, config, database, location, close };
}

/** What a world writes besides its database. */
export function dataFolderOf(location: World['location']): string {
  if ('file' in location) return `${location.file}-data`;
  return join(tmpdir(), `pestarasa-test-data${new URL(location.url).pathname.replaceAll('/', '-')}`);
}
