import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppContext, Tx } from '~/platform/app-context';
import type { ImportId } from '~/shared/ids';
import type { ImportMapping, RowProblem, SheetRow } from './import';
import { countRows, holdRows, readRowsAfter, type StagedRow, writeStagedRows } from './internal/import-rows.server';
import { KnownMerchants } from './internal/merchant-aliases';
import { MerchantSlots, placeBare, placeDishes, type Slot } from './internal/merchant-slots';
import { rowReader } from './internal/read-row';

const CHUNK = 250;

interface Staging {
  importId: ImportId;
  mapping: ImportMapping;
  mappingText: string;
  headings: string;
  slots: MerchantSlots;
  read: ReturnType<typeof rowReader>;
}

/**
 * Reads every row of a mapped import: what it says, what is wrong, and which merchant it belongs to. Done by the
 * worker, in chunks of 250 rows a unit of work; it may be called again at any time and writes the same. A mapping
 * that changes meanwhile makes it stop: that change has its own call. Memory: the file's merchants and the names of their dishes.
 */
export async function stageImport(app: AppContext, { importId }: { importId: ImportId }): Promise<void> {
  const staging = await openStaging(app, importId);
  if (!staging) return;
  let after = 0;
  for (;;) {
    const rows = await readRowsAfter(app.db, importId, after, CHUNK);
    if (rows.length === 0) break;
    const staged = rows.map((row) => stageRow(staging, row));
    const goesOn = await app.inTransaction((tx) => writeChunk(tx, staging, staged));
    if (!goesOn) return;
    after = rows.at(-1)?.number ?? after;
    await nextTurn();
  }
  await app.inTransaction((tx) => finishStaging(tx, staging, app.clock.now()));
}

async function openStaging(app: AppContext, importId: ImportId): Promise<Staging | null> {
  const row = await app.db.selectFrom('menu_import').selectAll().where('id', '=', importId).executeTakeFirst();
  if (row?.state !== 'mapped') return null;
  const mapping = JSON.parse(row.mapping) as ImportMapping;
  const known = await app.db
    .selectFrom('menu_import_identity')
    .select(['identity', 'merchant_id'])
    .where('organisation_id', '=', row.organisation_id)
    .execute();
  await app.inTransaction((tx) =>
    tx
      .updateTable('menu_import')
      .set({ rows_staged: 0 })
      .where('id', '=', importId)
      .where('state', '=', 'mapped')
      .execute(),
  );
  return {
    importId,
    mapping,
    mappingText: row.mapping,
    headings: row.headings,
    slots: new MerchantSlots(new KnownMerchants(known), mapping.defaultRegion),
    read: rowReader(mapping.columns, mapping.defaultRegion),
  };
}

/** False once somebody changed the mapping, cancelled, or another worker finished. */
async function writeChunk(tx: Tx, { importId, mappingText }: Staging, rows: StagedRow[]): Promise<boolean> {
  const counted = await tx
    .updateTable('menu_import')
    .set((eb) => ({ rows_staged: eb('rows_staged', '+', rows.length) }))
    .where('id', '=', importId)
    .where('state', '=', 'mapped')
    .where('mapping', '=', mappingText)
    .executeTakeFirst();
  if (counted.numUpdatedRows === 0n) return false;
  await writeStagedRows(tx, importId, rows);
  return true;
}

function stageRow(staging: Staging, { number, cells }: SheetRow): StagedRow {
  const { headingRow } = staging.mapping;
  const isHeading = headingRow !== null && (number <= headingRow || JSON.stringify(cells) === staging.headings);
  if (isHeading) return { number, reading: null, merchantKey: null, problems: [], state: 'skipped' };
  const { merchant, dishes, problems, merchantWrong } = staging.read(cells);
  const { slot, complaint } = staging.slots.place(merchant, number);
  if (complaint) problems.push(located(staging, complaint));
  if (slot && (merchantWrong || complaint?.code === 'merchant_ambiguous')) slot.wrong = true;
  if (!slot || merchantWrong || complaint) {
    return { number, reading: null, merchantKey: slot?.key ?? null, problems, state: 'bad' };
  }
  const placed = placeDishes(slot, dishes, number);
  problems.push(...placed.complaints.map((each) => located(staging, each)));
  const repeated = merchant && dishes.length === 0 && problems.length === 0 ? placeBare(slot, merchant, number) : null;
  if (repeated) problems.push(located(staging, repeated));
  const state = problems.some((problem) => problem.note === undefined) ? 'bad' : 'good';
  return { number, reading: { merchant, dishes: placed.kept }, merchantKey: slot.key, problems, state };
}

function located(
  staging: Staging,
  complaint: Pick<RowProblem, 'field' | 'code' | 'read'> & Partial<RowProblem>,
): RowProblem {
  const column = staging.mapping.columns.find((each) => each.field === complaint.field);
  return { column: column?.column ?? null, heading: column?.heading ?? '', ...complaint };
}

async function finishStaging(tx: Tx, staging: Staging, now: number): Promise<void> {
  const { importId, mappingText, slots } = staging;
  const incomplete = slots.slots.filter((slot) => !slot.wrong).flatMap((slot) => missingIn(staging, slot));
  await complainAbout(tx, importId, incomplete);
  await holdRows(
    tx,
    importId,
    slots.slots.filter((slot) => slot.wrong).map((slot) => slot.key),
  );
  const counts = await countRows(tx, importId);
  await tx
    .updateTable('menu_import')
    .set({ state: 'staged', staged_at: now, rows_good: counts.good, rows_bad: counts.bad + counts.held })
    .where('id', '=', importId)
    .where('state', '=', 'mapped')
    .where('mapping', '=', mappingText)
    .execute();
}

/** What a merchant that nobody knows yet still lacks after all her rows. */
function missingIn(staging: Staging, slot: Slot): { row: number; problem: RowProblem }[] {
  if (slot.known) return [];
  const code = slot.stallName === null ? 'stall_name_missing' : slot.regionCode === null ? 'city_missing' : null;
  if (!code) return [];
  slot.wrong = true;
  return [
    {
      row: slot.firstRow,
      problem: located(staging, { code, field: code === 'city_missing' ? 'city' : 'stall_name', read: '' }),
    },
  ];
}

async function complainAbout(
  tx: Tx,
  importId: ImportId,
  complaints: { row: number; problem: RowProblem }[],
): Promise<void> {
  for (let at = 0; at < complaints.length; at += CHUNK) {
    const part = complaints.slice(at, at + CHUNK);
    const numbers = part.map(({ row }) => row);
    const rows = await tx
      .selectFrom('menu_import_row')
      .select(['row_number', 'merchant_key', 'errors'])
      .where('import_id', '=', importId)
      .where('row_number', 'in', numbers)
      .execute();
    const staged = rows.map((row) => ({
      number: row.row_number,
      reading: null,
      merchantKey: row.merchant_key,
      problems: [
        ...(JSON.parse(row.errors) as RowProblem[]),
        ...part.filter((each) => each.row === row.row_number).map((each) => each.problem),
      ],
      state: 'bad' as const,
    }));
    await writeStagedRows(tx, importId, staged);
  }
}
