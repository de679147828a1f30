import { sql } from 'kysely';
import type { OpenedDatabase } from './engine.server';
import {
  createIndex,
  createTable,
  forbidChanges,
  growTable,
  type MigrationDb,
  type MigrationTools,
} from './migrations/columns';
import { migrations } from './migrations/list';

/** Any number that means us; PostgreSQL's advisory locks are one space a database. */
const MIGRATION_LOCK = 7_301_402;

/**
 * Brings a database to the newest tables in one transaction: all that is missing, or nothing.
 * Several processes may call it at once; the others wait. Returns the names that ran.
 */
export async function migrate({ engine, writer }: OpenedDatabase): Promise<string[]> {
  return writer.transaction().execute((tx) => migrateInside(tx, engine));
}

/** The same inside a transaction of the caller's; with `wanted` only as far as a backup had come. */
export async function migrateInside(
  tx: MigrationDb,
  engine: OpenedDatabase['engine'],
  wanted?: readonly string[],
): Promise<string[]> {
  if (engine === 'postgres') {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`set local lock_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
  }
  const done = await readDone(tx, engine);
  const missing = migrations.filter(({ name }) => !done.has(name) && (wanted?.includes(name) ?? true));
  for (const { name, run } of missing) {
    await run(toolsFor(tx, engine));
    await sql`insert into platform_migration (name, applied_at) values (${name}, ${Date.now()})`.execute(tx);
  }
  return missing.map((migration) => migration.name);
}

async function readDone(tx: MigrationDb, engine: OpenedDatabase['engine']): Promise<Set<string>> {
  const strict = sql.raw(engine === 'sqlite' ? 'strict' : '');
  const integer = sql.raw(engine === 'sqlite' ? 'integer' : 'bigint');
  await sql`create table if not exists platform_migration (name text primary key, applied_at ${integer} not null) ${strict}`.execute(
    tx,
  );
  const { rows } = await sql<{ name: string }>`select name from platform_migration`.execute(tx);
  return new Set(rows.map((row) => row.name));
}

function toolsFor(db: MigrationDb, engine: OpenedDatabase['engine']): MigrationTools {
  return {
    db,
    table: (name, kinds, rules) => createTable(db, engine, name, kinds, rules),
    grow: (name, grown) => growTable(db, engine, name, grown),
    index: (table, on, options) => createIndex(db, { table, on, ...options }),
    forbidChanges: (name) => forbidChanges(db, engine, name),
  };
}
