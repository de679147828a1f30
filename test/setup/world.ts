import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
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
  const app = await buildAppContext(config, { clock, database });
  const close = async () => {
    await database.close();
    if ('file' in location) removeFile(location.file);
    else await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { engine, db: app.db, inTransaction: app.inTransaction, clock, app, config, database, location, close };
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

interface AccountFold {
  id: string;
  kind: string;
  balance: number | null;
  held: number;
  version: number | null;
  credits: number;
  debits: number;
  lines: number;
  top: number;
  open: number;
}

/**
 * Throws when an account's stored balance is not the fold of its entries, its versions have a gap,
 * or what it holds is not the sum of its open holds (targets.md §2, invariants 1, 3 and 5).
 */
export async function checkLedger(db: ReadDb): Promise<void> {
  const { rows } = await sql<AccountFold>`
    select a.id, a.kind, a.balance, a.held, a.version,
      coalesce((select sum(amount) from wallet_entry where credit_account_id = a.id), 0) as credits,
      coalesce((select sum(amount) from wallet_entry where debit_account_id = a.id), 0) as debits,
      (select count(*) from wallet_entry where credit_account_id = a.id or debit_account_id = a.id) as lines,
      coalesce((select max(case when credit_account_id = a.id then credit_version else debit_version end)
        from wallet_entry where credit_account_id = a.id or debit_account_id = a.id), 0) as top,
      coalesce((select sum(amount) from wallet_hold where account_id = a.id and state = 'open'), 0) as open
    from wallet_account a`.execute(db);
  for (const account of rows) checkAccount(account);
  const total = rows.reduce((sum, account) => sum + account.credits - account.debits, 0);
  if (total !== 0) throw new Error(`the ledger does not sum to zero: ${total}`);
}

function checkAccount(account: AccountFold): void {
  const { id, kind, balance, version, held, open } = account;
  if (held !== open) throw new Error(`${kind} ${id} holds ${held}, its open holds are ${open}`);
  if (balance === null) return;
  const fold = kind === 'receivable' ? account.debits - account.credits : account.credits - account.debits;
  if (balance !== fold) throw new Error(`${kind} ${id} stores ${balance}, its entries fold to ${fold}`);
  if (version !== account.lines || version !== account.top) {
    throw new Error(`${kind} ${id} is at version ${version} after ${account.lines} lines, the newest ${account.top}`);
  }
}
