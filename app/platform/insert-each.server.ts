import type { Database } from '~db/schema';
import type { Tx } from './app-context';
import { type InsertOptions, insertCells, type JsonColumns } from './json-rows.server';

type Cell = string | number | null;

/** A column, its type and what it takes from a thing, all on one line, so that none slips into another's place. */
export type RowOf<Thing> = Readonly<Record<string, readonly ['text' | 'integer', (thing: Thing) => Cell]>>;

interface Plan {
  columns: JsonColumns;
  takes: readonly ((thing: never) => Cell)[];
}

/** By the shape's own object: keep it in a constant. */
const plans = new WeakMap<object, Plan>();

function planOf(shape: RowOf<never>): Plan {
  const known = plans.get(shape);
  if (known) return known;
  const columns = Object.entries(shape);
  const plan = {
    columns: Object.fromEntries(columns.map(([name, [type]]) => [name, type])),
    takes: columns.map(([, [, take]]) => take),
  };
  plans.set(shape, plan);
  return plan;
}

/** A row for each thing, without an object between thing and row. Says how many went in. */
export async function insertEach<Thing>(
  tx: Tx,
  table: keyof Database,
  shape: RowOf<Thing>,
  things: readonly Thing[],
  options: InsertOptions = {},
): Promise<number> {
  const { columns, takes } = planOf(shape as RowOf<never>);
  const rows = things.map((thing) => {
    const row = new Array<Cell>(takes.length);
    for (let index = 0; index < takes.length; index++) row[index] = (takes[index] as (thing: Thing) => Cell)(thing);
    return row;
  });
  return insertCells(tx, { table, columns, ...options }, rows);
}
