import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { makeTopUpRails } from '~/integrations/top-up-rails';
import type { AppContext, InTransaction, ReadDb } from '~/platform/app-context';
import { buildAppContext } from '~/platform/build-app-context.server';
import { SettableClock } from '~/platform/clock';
import { type Config, readConfig } from '~/platform/config.server';
import { type Engine, type OpenedDatabase, openDatabase } from '~db/engine.server';
import { TEMPLATE_DATABASE } from './global';

/** Saturday, 28 November 2026, 10.00 WIB. */
export const WORLD_BEGINS = Date.UTC(2026, 10, 28, 3, 0);

/** One empty installation with its own database and a clock that stands still. */
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

let made = 0;

/** Makes a fresh world from the migrated template. */
export async function makeWorld(engine: Engine, { env = {}, now = WORLD_BEGINS }: WorldOptions = {}): Promise<World> {
  const name = `world_${process.pid}_${++made}_${Math.random().toString(36).slice(2, 8)}`;
  const location = engine === 'sqlite' ? copyTemplateFile(name) : await cloneTemplateDatabase(name);
  const database = await openDatabase({ ...location, connectionsMax: 20 });
  const clock = new SettableClock(now);
  const config = readConfig({ APP_MODE: 'test', ORIGINS: 'http://localhost:3000', ...env });
  const app = await buildAppContext(config, { clock, database, rails: makeTopUpRails(config) });
  const close = async () => {
    await app.close();
    if ('file' in location) removeFile(location.file);
    else await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { engine, db: app.db, inTransaction: app.inTransaction, clock, app, config, database, location, close };
}

/** A second process's context on a world's database, with connections of its own. Close it before the world ends. */
export async function openNeighbour({ location, config, clock }: World): Promise<AppContext> {
  return buildAppContext(config, { clock, database: await openDatabase(location) });
}

function copyTemplateFile(name: string): { file: string } {
  const file = join(inject('databaseFolder'), `${name}.sqlite`);
  copyFileSync(inject('sqliteTemplate'), file);
  return { file };
}

function removeFile(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}

async function cloneTemplateDatabase(name: string): Promise<{ url: string }> {
  await onServer((client) => client.query(`create database ${name} template ${TEMPLATE_DATABASE}`));
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { url: url.href };
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
