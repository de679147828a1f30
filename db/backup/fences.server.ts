import { type Kysely, sql } from 'kysely';
import { engineOf } from '../engine.server';
import type { Database } from '../schema';
import { readLayout, type TableLayout } from './table-layout.server';

/**
 * Empties every table (migrations fill some) and does `load` without triggers that forbid it and without an order of
 * tables; then puts the same triggers and foreign keys back and has each looked at. Inside one transaction.
 */
export async function withoutFences<Value>(
  tx: Kysely<Database>,
  layout: readonly TableLayout[],
  load: () => Promise<Value>,
): Promise<Value> {
  return engineOf(tx) === 'sqlite' ? withoutTriggers(tx, layout, load) : withoutForeignKeys(tx, layout, load);
}

async function withoutTriggers<Value>(
  tx: Kysely<Database>,
  layout: readonly TableLayout[],
  load: () => Promise<Value>,
): Promise<Value> {
  await sql`pragma defer_foreign_keys = on`.execute(tx);
  const { rows: triggers } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema where type = 'trigger' order by name`.execute(tx);
  for (const { name } of triggers) await sql`drop trigger ${sql.ref(name)}`.execute(tx);
  for (const { name } of layout) await sql`delete from ${sql.table(name)}`.execute(tx);
  const value = await load();
  for (const trigger of triggers) await sql.raw(trigger.sql).execute(tx);
  await checkForeignKeys(tx);
  return value;
}

async function checkForeignKeys(tx: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ table: string; parent: string }>`
    select "table", parent from pragma_foreign_key_check() limit 1`.execute(tx);
  if (rows[0]) throw new Error(`a row of ${rows[0].table} names one of ${rows[0].parent} that is not there`);
}

/** An owner may drop and put back a foreign key; only a superuser may switch it off. TRUNCATE asks no row trigger. */
async function withoutForeignKeys<Value>(
  tx: Kysely<Database>,
  layout: readonly TableLayout[],
  load: () => Promise<Value>,
): Promise<Value> {
  const { rows: keys } = await sql<{ name: string; of: string; says: string }>`
    select n.conname::text as name, c.relname::text as of, pg_get_constraintdef(n.oid) as says
    from pg_constraint n join pg_class c on c.oid = n.conrelid
    where n.contype = 'f' and n.connamespace = current_schema()::regnamespace order by n.conname`.execute(tx);
  for (const { name, of } of keys) {
    await sql`alter table ${sql.table(of)} drop constraint ${sql.ref(name)}`.execute(tx);
  }
  await sql`truncate ${sql.join(layout.map(({ name }) => sql.table(name)))}`.execute(tx);
  const value = await load();
  // Putting it back looks at every row.
  for (const { name, of, says } of keys) {
    await sql`alter table ${sql.table(of)} add constraint ${sql.ref(name)} ${sql.raw(says)}`.execute(tx);
  }
  return value;
}

/** Drops every table of the schema. */
export async function dropTables(tx: Kysely<Database>): Promise<void> {
  const tables = (await readLayout(tx)).map(({ name }) => sql.table(name));
  if (tables.length > 0) await sql`drop table ${sql.join(tables)} cascade`.execute(tx);
}
