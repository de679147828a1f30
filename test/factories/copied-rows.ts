import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { Engine } from '~db/engine.server';
import type { Database } from '~db/schema';

/**
 * Many rows, in a few statements: what verbs have made once is copied by the database itself, `i` being the number of the
 * copy. Copies hang together as their pattern does, but say nothing about how they came about: they are for plans, pages
 * and times, never for proofs of a verb.
 */

export type Value = RawBuilder<unknown>;
type Overrides = Record<string, Value>;

export interface Pattern {
  /** Condition on the rows to copy, of the table under the name `t`. */
  where: Value;
  /** Columns whose ids are made anew; the same id becomes the same new id in every table. */
  ids: readonly string[];
  /** Other columns, by the number of the copy. */
  set?: Overrides;
}

export interface Copies {
  /** Numbers of the first and last copy. */
  from: number;
  to: number;
}

/** Number of the copy. */
export const I = sql.ref('n.i');

/** The id of copy `i` of a row: its time is lost, its random part kept. */
function copyOfId(engine: Engine, column: Value, i: Value = I): Value {
  return sql`substr(${column}, 1, 4) || ${padded(engine, i)} || substr(${column}, 13)`;
}

export function padded(engine: Engine, i: Value): Value {
  return engine === 'sqlite' ? sql`printf('%08d', ${i})` : sql`lpad((${i})::text, 8, '0')`;
}

/** What an id of the pattern is called in copy `i`. */
export function copyId<Id extends string>(id: Id, i: number): Id {
  return `${id.slice(0, 4)}${String(i).padStart(8, '0')}${id.slice(12)}` as Id;
}

/** Copies the rows of the pattern once for each number. */
export async function copyRows(
  tx: Tx,
  engine: Engine,
  table: keyof Database,
  { where, ids, set = {} }: Pattern,
  { from, to }: Copies,
): Promise<void> {
  if (to < from) return;
  if (engine === 'postgres') await sql`set local statement_timeout = 0`.execute(tx);
  const { rows } = await sql<
    Record<string, unknown>
  >`select * from ${sql.table(table)} as t where ${where} limit 1`.execute(tx);
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) throw new Error(`nothing to copy in ${table}`);
  const values = columns.map((column) => {
    const own = sql.ref(`t.${column}`);
    return set[column] ?? (ids.includes(column) ? copyOfId(engine, own) : own);
  });
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    with recursive n(i) as (
      select cast(${from} as bigint) union all select n.i + 1 from n where n.i < cast(${to} as bigint))
    select ${sql.join(values)} from ${sql.table(table)} as t cross join n where ${where}`.execute(tx);
}

/** The same where there may be none. */
export async function copyIfAny(
  tx: Tx,
  engine: Engine,
  table: keyof Database,
  rows: Pattern,
  copies: Copies,
): Promise<void> {
  const { rows: found } = await sql`select 1 as one from ${sql.table(table)} as t where ${rows.where} limit 1`.execute(
    tx,
  );
  if (found.length > 0) await copyRows(tx, engine, table, rows, copies);
}

/** One of the words for each copy, in turn. */
export function oneOf(words: readonly string[]): Value {
  const cases = words.map((word, at) => sql`when ${I} % ${sql.lit(words.length)} = ${sql.lit(at)} then ${word}`);
  return sql`case ${sql.join(cases, sql` `)} else ${words[0] ?? ''} end`;
}
