import { type RawBuilder, sql } from 'kysely';
import { manyRows } from '~db/dialects/many-rows';
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

/** Inserts rows and says how many went in; with `skipExisting` a row that is there stays. */
export async function insertJsonRows<Columns extends JsonColumns>(
  tx: Tx,
  table: keyof Database,
  columns: Columns,
  rows: readonly JsonRow<Columns>[],
  options: InsertOptions = {},
): Promise<number> {
  const names = Object.keys(columns) as (keyof Columns & string)[];
  const cells = rows.map((row) => names.map((name) => row[name]));
  return insertCells(tx, { table, columns, ...options }, cells);
}

export interface InsertOptions {
  skipExisting?: true;
}

/**
 * The same for rows that are lists in the order of the columns. PostgreSQL gets them as one set; SQLite runs one
 * prepared statement row by row, which costs a fifth less there (docs/performance.md).
 */
export async function insertCells(
  tx: Tx,
  { table, columns, skipExisting }: InsertOptions & { table: keyof Database; columns: JsonColumns },
  rows: readonly (readonly (string | number | null)[])[],
): Promise<number> {
  if (rows.length === 0) return 0;
  if (engineOf(tx) === 'sqlite') {
    const names = Object.keys(columns);
    const text = `insert into "${table}" ("${names.join('", "')}") values (${names.map(() => '?').join(', ')})`;
    const { numAffectedRows } = await tx.executeQuery(
      manyRows(skipExisting ? `${text} on conflict do nothing` : text, rows),
    );
    return Number(numAffectedRows);
  }
  const { around, names } = textOf('postgres', columns);
  const conflict = skipExisting ? sql` on conflict do nothing` : sql``;
  const result = await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from ${sql(around, JSON.stringify(rows))} as given${conflict}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** `for update of <alias>` on PostgreSQL; SQLite has one writer and no such words. Order the select by key. */
export function lockOf(db: Tx | ReadDb, alias: string): RawBuilder<unknown> {
  return engineOf(db) === 'postgres' ? sql`for update of ${sql.ref(alias)}` : sql``;
}
