import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { ReadDb } from '~/platform/app-context';
import { type ImportMapping, isMerchantField, type RowProblem, type SheetRow } from './import';
import type { ImportSummary } from './read-import.server';
import { readHolders } from './read-import.server';

/** How the file speaks: the domain knows codes, the page knows words. */
export interface FailedRowsWords {
  fixHeading: string;
  headingOf: (column: number) => string;
  explain: (problem: RowProblem) => string;
  heldBy: (row: number | null) => string;
}

const CHUNK = 1_000;

/**
 * The rows that stay out, as they stand in the file, with one more column that says what to fix. A row that continued
 * the merchant above carries her cells now, since the row above may be missing.
 */
async function failedRows(db: ReadDb, summary: ImportSummary, words: FailedRowsWords): Promise<string[][]> {
  const { mapping, headings } = summary;
  const width = Math.max(headings.length, mapping.columns.length);
  const table = [
    [...Array.from({ length: width }, (_, column) => headings[column] || words.headingOf(column)), words.fixHeading],
  ];
  let merchantCells: string[] = [];
  for (let after = 0; ; ) {
    const rows = await readStatedRows(db, summary, after);
    if (rows.length === 0) return table;
    const holders = await readHolders(
      db,
      summary.id,
      rows.flatMap((row) => (row.state === 'held' && row.merchantKey ? [row.merchantKey] : [])),
    );
    for (const row of rows) {
      if (namesMerchant(mapping, row.cells)) merchantCells = row.cells;
      if (row.state !== 'bad' && row.state !== 'held') continue;
      const cells = withMerchant(mapping, row.cells, merchantCells);
      const said = row.problems.filter((problem) => problem.note === undefined).map(words.explain);
      if (row.state === 'held') said.push(words.heldBy(holders.get(row.merchantKey ?? '') ?? null));
      table.push([...Array.from({ length: width }, (_, column) => cells[column] ?? ''), said.join(' ')]);
    }
    after = rows.at(-1)?.number ?? after;
  }
}

interface StatedRow extends SheetRow {
  state: string;
  merchantKey: string | null;
  problems: RowProblem[];
}

async function readStatedRows(db: ReadDb, { id }: ImportSummary, after: number): Promise<StatedRow[]> {
  const rows = await db
    .selectFrom('menu_import_row')
    .select(['row_number', 'cells', 'state', 'merchant_key', 'errors'])
    .where('import_id', '=', id)
    .where('row_number', '>', after)
    .where('state', '!=', 'skipped')
    .orderBy('row_number')
    .limit(CHUNK)
    .execute();
  return rows.map((row) => ({
    number: row.row_number,
    cells: JSON.parse(row.cells) as string[],
    state: row.state,
    merchantKey: row.merchant_key,
    problems: JSON.parse(row.errors) as RowProblem[],
  }));
}

function namesMerchant(mapping: ImportMapping, cells: string[]): boolean {
  return mapping.columns.some(
    ({ column, field }) => ['stall_name', 'phone', 'merchant_id'].includes(field) && (cells[column] ?? '') !== '',
  );
}

function withMerchant(mapping: ImportMapping, cells: string[], merchantCells: string[]): string[] {
  if (namesMerchant(mapping, cells)) return cells;
  const filled = [...cells];
  for (const { column, field } of mapping.columns) {
    if (isMerchantField(field)) filled[column] = merchantCells[column] ?? '';
  }
  return Array.from(filled, (cell) => cell ?? '');
}

/** No cell becomes a formula when a spreadsheet opens the file (OWASP: CSV injection). The apostrophe is taken off again on upload. */
export function withoutFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** CSV as Indonesian Excel opens it by itself: BOM and semicolons. */
export async function writeFailedCsv(db: ReadDb, summary: ImportSummary, words: FailedRowsWords): Promise<string> {
  const table = await failedRows(db, summary, words);
  return `\uFEFF${stringify(
    table.map((row) => row.map(withoutFormula)),
    { delimiter: ';', record_delimiter: '\r\n' },
  )}`;
}

/** .xlsx with every cell as text: numbers keep their zeros, and text is never a formula. */
export async function writeFailedXlsx(db: ReadDb, summary: ImportSummary, words: FailedRowsWords): Promise<Buffer> {
  const table = await failedRows(db, summary, words);
  const cells = table.map((row, index) =>
    row.map((value, column) => ({
      value: withoutFormula(value),
      type: String,
      format: '@',
      ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
      ...(column === row.length - 1 ? { backgroundColor: '#FDF1D0', wrap: true } : {}),
    })),
  );
  const columns = (table[0] ?? []).map((_, column, all) => ({ width: column === all.length - 1 ? 60 : 18 }));
  return writeExcelFile(cells, { columns, stickyRowsCount: 1 }).toBuffer();
}
