import type { Selectable } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { ImportId, OrganisationId } from '~/shared/ids';
import type { ImportTable } from '~db/schema/menus';
import type { ImportMapping, ImportState, RowProblem, RowProblemCode, SheetRow } from './import';
import { readRowsAfter } from './internal/import-rows.server';

/** One import with its counts. Instants in epoch ms. */
export interface ImportSummary {
  id: ImportId;
  organisationId: OrganisationId;
  state: ImportState;
  fileName: string;
  format: { kind: 'csv'; delimiter: string; encoding: string } | { kind: 'xlsx' };
  headings: string[];
  mapping: ImportMapping;
  createdAt: number;
  appliedAt: number | null;
  rows: { total: number; staged: number; good: number; bad: number; applied: number };
  merchants: { made: number; changed: number };
  dishes: { made: number; changed: number };
}

type Row = Selectable<ImportTable>;

function toSummary(row: Row): ImportSummary {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    state: row.state as ImportState,
    fileName: row.file_name,
    format: JSON.parse(row.format) as ImportSummary['format'],
    headings: JSON.parse(row.headings) as string[],
    mapping: {
      headingRow: null,
      columns: [],
      defaultRegion: null,
      ...(JSON.parse(row.mapping) as Partial<ImportMapping>),
    },
    createdAt: row.created_at,
    appliedAt: row.applied_at,
    rows: {
      total: row.rows_total,
      staged: row.rows_staged,
      good: row.rows_good,
      bad: row.rows_bad,
      applied: row.rows_applied,
    },
    merchants: { made: row.merchants_made, changed: row.merchants_changed },
    dishes: { made: row.dishes_made, changed: row.dishes_changed },
  };
}

/** One import of this organisation, or null. */
export async function readImport(
  db: ReadDb,
  { importId, organisationId }: { importId: ImportId; organisationId: OrganisationId },
): Promise<ImportSummary | null> {
  const row = await db
    .selectFrom('menu_import')
    .selectAll()
    .where('id', '=', importId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row ? toSummary(row) : null;
}

/** The last imports of an organisation, newest first. */
export async function readImports(db: ReadDb, organisationId: OrganisationId, limit = 50): Promise<ImportSummary[]> {
  const rows = await db
    .selectFrom('menu_import')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}

/** An earlier, applied import of the very same bytes, so that the page can say so. */
export async function readSameFile(
  db: ReadDb,
  { importId, organisationId }: { importId: ImportId; organisationId: OrganisationId },
): Promise<ImportSummary | null> {
  const row = await db
    .selectFrom('menu_import as mine')
    .innerJoin('menu_import as other', (join) =>
      join
        .onRef('other.file_sha256', '=', 'mine.file_sha256')
        .onRef('other.organisation_id', '=', 'mine.organisation_id'),
    )
    .selectAll('other')
    .where('mine.id', '=', importId)
    .where('mine.organisation_id', '=', organisationId)
    .where('other.id', '!=', importId)
    .where('other.state', '=', 'applied')
    .orderBy('other.applied_at', 'desc')
    .executeTakeFirst();
  return row ? toSummary(row) : null;
}

/** The first rows of a file as they stand in it, headings and titles included. */
export async function readFirstRows(db: ReadDb, importId: ImportId, limit: number): Promise<SheetRow[]> {
  return readRowsAfter(db, importId, 0, limit);
}

export interface ProblemRow {
  number: number;
  state: 'bad' | 'held' | 'good' | 'applied' | 'skipped';
  problems: RowProblem[];
  /** For a held row: the row of the same merchant that must be mended first. */
  heldBy: number | null;
}

/** Rows with something to say about them, in order; `notes` also lists rows that go in all the same. */
export async function readProblemRows(
  db: ReadDb,
  { importId, after, limit }: { importId: ImportId; after: number; limit: number },
): Promise<ProblemRow[]> {
  const rows = await db
    .selectFrom('menu_import_row')
    .select(['row_number', 'state', 'errors', 'merchant_key'])
    .where('import_id', '=', importId)
    .where('row_number', '>', after)
    .where((eb) => eb.or([eb('state', 'in', ['bad', 'held']), eb('errors', '!=', '[]')]))
    .orderBy('row_number')
    .limit(limit)
    .execute();
  const holders = await readHolders(
    db,
    importId,
    rows.flatMap((row) => (row.state === 'held' && row.merchant_key ? [row.merchant_key] : [])),
  );
  return rows.map((row) => ({
    number: row.row_number,
    state: row.state as ProblemRow['state'],
    problems: JSON.parse(row.errors) as RowProblem[],
    heldBy: row.state === 'held' ? (holders.get(row.merchant_key ?? '') ?? null) : null,
  }));
}

/** Per merchant the first bad row of hers. */
export async function readHolders(db: ReadDb, importId: ImportId, keys: string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('menu_import_row')
    .select(({ fn }) => ['merchant_key', fn.min<number>('row_number').as('row')])
    .where('import_id', '=', importId)
    .where('merchant_key', 'in', [...new Set(keys)])
    .where('state', '=', 'bad')
    .groupBy('merchant_key')
    .execute();
  return new Map(rows.map((row) => [row.merchant_key ?? '', Number(row.row)]));
}

/** How often each kind of problem occurs in rows that stay out, most frequent first. */
export async function countProblems(
  db: ReadDb,
  importId: ImportId,
): Promise<{ code: RowProblemCode; count: number }[]> {
  const rows = await db
    .selectFrom('menu_import_row')
    .select('errors')
    .where('import_id', '=', importId)
    .where('state', '=', 'bad')
    .execute();
  const counts = new Map<RowProblemCode, number>();
  for (const row of rows) {
    for (const problem of JSON.parse(row.errors) as RowProblem[]) {
      if (problem.note === undefined) counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1);
    }
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}
