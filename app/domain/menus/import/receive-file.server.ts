import { createHash } from 'node:crypto';
import { readOrganisation } from '~/domain/identity/read-organisations.server';
import type { AppContext, Tx } from '~/platform/app-context';
import type { ImportId, OrganisationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { type FileProblem, type ImportField, type ImportMapping, type SheetRow, UnreadableFile } from './import';
import { findHeadingRow } from './internal/find-heading-row';
import { keepRows } from './internal/import-rows.server';
import { proposeMapping } from './internal/propose-mapping';
import { type FileFormat, openFile } from './internal/read-file.server';
import { shorten } from './internal/value-words';
import { readRememberedHeadings } from './read-remembered-headings.server';

export type ReceiveFileRefusal = FileProblem;

const CHUNK = 1_000;
const SAMPLE = 300;

export interface ReceivedFile {
  /** Made on the form, so that a second tap is the same upload. */
  importId: ImportId;
  organisationId: OrganisationId;
  personId: PersonId;
  fileName: string;
  bytes: Uint8Array;
}

/**
 * Takes a CSV or .xlsx file in: its rows are kept as read, and a mapping of its columns is proposed. Needs the
 * AppContext because a large file is written in many short units of work, with reading in between; memory is the
 * file itself and a thousand rows. A file that cannot be read leaves nothing behind.
 */
export async function receiveFile(app: AppContext, file: ReceivedFile): Promise<Result<ImportId, ReceiveFileRefusal>> {
  const { importId, bytes } = file;
  if (bytes.length === 0) return refuse({ code: 'file_missing' });
  const before = await app.db
    .selectFrom('menu_import')
    .select(['state', 'organisation_id'])
    .where('id', '=', importId)
    .executeTakeFirst();
  // Another organisation's upload is never touched; its page does not exist for this one.
  if (before && (before.state !== 'reading' || before.organisation_id !== file.organisationId)) return accept(importId);
  try {
    const { format, rows } = openFile(bytes);
    await keepFile(app, file, { format, rows });
    return accept(importId);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    await forgetFile(app, importId);
    return refuse(error.problem);
  }
}

async function keepFile(
  app: AppContext,
  file: ReceivedFile,
  { format, rows }: { format: FileFormat; rows: AsyncGenerator<SheetRow> },
): Promise<void> {
  const sample: SheetRow[] = [];
  let chunk: SheetRow[] = [];
  let total = 0;
  const flush = () =>
    app.inTransaction(async (tx) => {
      if (total === chunk.length) await openImport(tx, file, { format, now: app.clock.now() });
      await keepRows(tx, file.importId, chunk);
    });
  for await (const row of rows) {
    if (sample.length < SAMPLE) sample.push(row);
    chunk.push(row);
    total += 1;
    if (chunk.length < CHUNK) continue;
    await flush();
    chunk = [];
  }
  if (total === 0) throw new UnreadableFile({ code: 'file_no_rows' });
  if (chunk.length > 0) await flush();
  await propose(app, file, { sample, total });
}

async function openImport(
  tx: Tx,
  file: ReceivedFile,
  { format, now }: { format: FileFormat; now: number },
): Promise<void> {
  await tx
    .insertInto('menu_import')
    .values({
      id: file.importId,
      organisation_id: file.organisationId,
      created_by: file.personId,
      created_at: now,
      file_name: shorten(file.fileName, 120) || 'file',
      file_sha256: createHash('sha256').update(file.bytes).digest('hex'),
      format: JSON.stringify(format),
      state: 'reading',
      mapping: '{}',
      headings: '[]',
      rows_total: 0,
      rows_staged: 0,
      rows_good: 0,
      rows_bad: 0,
      rows_applied: 0,
      merchants_made: 0,
      merchants_changed: 0,
      dishes_made: 0,
      dishes_changed: 0,
      staged_at: null,
      applied_at: null,
      cancelled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function propose(
  app: AppContext,
  file: ReceivedFile,
  { sample, total }: { sample: SheetRow[]; total: number },
): Promise<void> {
  const remembered = await readRememberedHeadings(app.db, file.organisationId);
  const organisation = await readOrganisation(app.db, file.organisationId);
  const proposal = proposeFor(sample, {
    headingRow: findHeadingRow(sample),
    remembered,
    region: organisation?.regionCode ?? null,
  });
  await app.inTransaction((tx) =>
    tx
      .updateTable('menu_import')
      .set({ ...proposal, rows_total: total, state: 'uploaded' })
      .where('id', '=', file.importId)
      .where('state', '=', 'reading')
      .execute(),
  );
}

/** Headings and mapping as the table keeps them, for a given heading row. */
export function proposeFor(
  sample: readonly SheetRow[],
  {
    headingRow,
    remembered,
    region,
  }: { headingRow: number | null; remembered: ReadonlyMap<string, ImportField>; region: string | null },
): { headings: string; mapping: string } {
  const headings = sample.find((row) => row.number === headingRow)?.cells ?? [];
  const rows = sample.filter((row) => headingRow === null || row.number > headingRow);
  const mapping: ImportMapping = {
    headingRow,
    columns: proposeMapping({ headings, rows, remembered }),
    defaultRegion: region,
  };
  return { headings: JSON.stringify(headings), mapping: JSON.stringify(mapping) };
}

/** A file that turned out unreadable leaves nothing behind. */
async function forgetFile(app: AppContext, importId: ImportId): Promise<void> {
  await app.inTransaction(async (tx) => {
    const reading = await tx
      .selectFrom('menu_import')
      .select('id')
      .where('id', '=', importId)
      .where('state', '=', 'reading')
      .executeTakeFirst();
    if (!reading) return;
    await tx.deleteFrom('menu_import_row').where('import_id', '=', importId).execute();
    await tx.deleteFrom('menu_import').where('id', '=', importId).execute();
  });
}
