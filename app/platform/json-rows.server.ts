import { type RawBuilder, sql } from 'kysely';
import { engineOf } from '~db/engine.server';
import type { Database } from '~db/schema';
import type { ReadDb, Tx } from './app-context';

/** Columns of a set that travels as one JSON parameter. */
export type JsonColumns = Readonly<Record<string, 'text' | 'integer'>>;

export type JsonRow<Columns extends JsonColumns> = {
  readonly [Name in keyof Columns]: (Columns[Name] extends 'text' ? string : number) | null;
};

/**
 * Rows as one JSON parameter, readable in SQL as a table: a statement stays the same text for one row
 * or for a thousand, so it is prepared once. Use as `${jsonRows(tx, columns, rows)} as given`.
 */
export function jsonRows<Columns extends JsonColumns>(
  db: Tx | ReadDb,
  columns: Columns,
  rows: readonly JsonRow<Columns>[],
): RawBuilder<unknown> {
  const names = Object.keys(columns) as (keyof Columns & string)[];
  const parameter = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
  if (engineOf(db) === 'sqlite') {
    const fields = names.map((name, index) => sql`value->>${sql.lit(index)} as ${sql.ref(name)}`);
    return sql`(select ${sql.join(fields)} from json_each(${parameter}))`;
  }
  const fields = names.map((name, index) =>
    columns[name] === 'integer'
      ? sql`(value->>${sql.lit(index)})::bigint as ${sql.ref(name)}`
      : sql`(value->>${sql.lit(index)}) collate "C" as ${sql.ref(name)}`,
  );
  return sql`(select ${sql.join(fields)} from jsonb_array_elements(${parameter}::jsonb))`;
}

/** Inserts a set in one statement and says how many rows went in; with `skipExisting` a row that is there stays. */
export async function insertJsonRows<Columns extends JsonColumns>(
  tx: Tx,
  table: keyof Database,
  columns: Columns,
  rows: readonly JsonRow<Columns>[],
  { skipExisting }: { skipExisting?: true } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
  // "where true" keeps SQLite from reading "on conflict" as part of a join.
  const conflict = skipExisting ? sql` on conflict do nothing` : sql``;
  const result = await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from ${jsonRows(tx, columns, rows)} as given where true${conflict}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** `for update of <alias>` on PostgreSQL; SQLite has one writer and no such words. Order the select by key. */
export function lockOf(db: Tx | ReadDb, alias: string): RawBuilder<unknown> {
  return engineOf(db) === 'postgres' ? sql`for update of ${sql.ref(alias)}` : sql``;
}
