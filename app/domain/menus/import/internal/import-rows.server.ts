import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { insertJsonRows, jsonRows } from '~/platform/json-rows.server';
import type { ImportId } from '~/shared/ids';
import type { ImportedRow, ImportRowState, RowProblem, SheetRow } from '../import';

const CELLS = { import_id: 'text', row_number: 'integer', cells: 'text', errors: 'text', state: 'text' } as const;

/** Keeps rows as they were read. */
export async function keepRows(tx: Tx, importId: ImportId, rows: readonly SheetRow[]): Promise<void> {
  const kept = rows.map(({ number, cells }) => ({
    import_id: importId,
    row_number: number,
    cells: JSON.stringify(cells),
    errors: '[]',
    state: 'read',
  }));
  await insertJsonRows(tx, 'menu_import_row', CELLS, kept, { skipExisting: true });
}

/** The next rows of a file, in their order. */
export async function readRowsAfter(
  db: ReadDb | Tx,
  importId: ImportId,
  after: number,
  limit: number,
): Promise<SheetRow[]> {
  const rows = await db
    .selectFrom('menu_import_row')
    .select(['row_number', 'cells'])
    .where('import_id', '=', importId)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ number: row.row_number, cells: JSON.parse(row.cells) as string[] }));
}

export interface StagedRow {
  number: number;
  reading: ImportedRow | null;
  merchantKey: string | null;
  problems: RowProblem[];
  state: ImportRowState;
}

const STAGED = { row_number: 'integer', reading: 'text', merchant_key: 'text', errors: 'text', state: 'text' } as const;

/** Writes what the rows say, in one statement. The rows are there: the caller holds their import. */
export async function writeStagedRows(tx: Tx, importId: ImportId, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const given = jsonRows(
    tx,
    STAGED,
    rows.map((row) => ({
      row_number: row.number,
      reading: row.reading === null ? null : JSON.stringify(row.reading),
      merchant_key: row.merchantKey,
      errors: JSON.stringify(row.problems),
      state: row.state,
    })),
  );
  // An upsert finds each row by its key; SQLite would scan the whole set again for every row of an update from it.
  await sql`
    insert into menu_import_row (import_id, row_number, cells, reading, merchant_key, errors, state)
    select ${importId}, row_number, '[]', reading, merchant_key, errors, state from ${given} as given where true
    on conflict (import_id, row_number) do update set
      reading = excluded.reading, merchant_key = excluded.merchant_key, errors = excluded.errors, state = excluded.state, applied_at = null`.execute(
    tx,
  );
}

/** Holds back every good row of these merchants, because her own fields are wrong on another row. */
export async function holdRows(tx: Tx, importId: ImportId, merchantKeys: readonly string[]): Promise<void> {
  if (merchantKeys.length === 0) return;
  const given = jsonRows(
    tx,
    { merchant_key: 'text' },
    merchantKeys.map((merchant_key) => ({ merchant_key })),
  );
  await sql`
    update menu_import_row set state = case when state = 'bad' then 'bad' else 'held' end, reading = null
    where import_id = ${importId} and state in ('good', 'bad') and merchant_key in (select merchant_key from ${given} as given)`.execute(
    tx,
  );
}

/** How many rows stand in each state. */
export async function countRows(db: ReadDb | Tx, importId: ImportId): Promise<Record<ImportRowState, number>> {
  const counts: Record<ImportRowState, number> = { read: 0, good: 0, bad: 0, held: 0, applied: 0, skipped: 0 };
  const rows = await db
    .selectFrom('menu_import_row')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('import_id', '=', importId)
    .groupBy('state')
    .execute();
  for (const row of rows) counts[row.state as ImportRowState] = Number(row.count);
  return counts;
}
