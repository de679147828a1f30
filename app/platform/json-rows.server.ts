import { type RawBuilder, sql } from 'kysely';
import { type Engine, engineOf } from '~db/engine.server';
import type { Database } from '~db/schema';
import type { ReadDb, Tx } from './app-context';

/** Columns of a set that travels as one JSON parameter. */
export type JsonColumns = Readonly<Record<string, 'text' | 'integer'>>;

export type JsonRow<Columns extends JsonColumns> = {
  readonly [Name in keyof Columns]: (Columns[Name] extends 'text' ? string : number) | null;
};

/** Text of a set with these columns: what stands before its parameter, what stands after it, and its columns' names. */
interface SetText {
  around: TemplateStringsArray;
  names: RawBuilder<unknown>;
}

/** By the columns' own object, so keep it in a constant: building the text costs more than running a small statement. */
const texts: Record<Engine, WeakMap<JsonColumns, SetText>> = { sqlite: new WeakMap(), postgres: new WeakMap() };

function textOf(engine: Engine, columns: JsonColumns): SetText {
  const known = texts[engine].get(columns);
  if (known) return known;
  const fields = Object.entries(columns).map(([name, type], index) => {
    if (engine === 'sqlite') return `value->>${index} as "${name}"`;
    return type === 'integer'
      ? `(value->>${index})::bigint as "${name}"`
      : `(value->>${index}) collate "C" as "${name}"`;
  });
  // jsonb_each hands on each row as parsed; json_each writes it as text, and every column would parse it again.
  const [source, end] = engine === 'sqlite' ? ['jsonb_each(', '))'] : ['jsonb_array_elements(', '::jsonb))'];
  const parts = [`(select ${fields.join(', ')} from ${source}`, end];
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const text = { around: Object.assign(parts, { raw: parts }), names: sql.raw(names.join(', ')) };
  texts[engine].set(columns, text);
  return text;
}

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
  return sql(textOf(engineOf(db), columns).around, parameter);
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
  const { names } = textOf(engineOf(tx), columns);
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
