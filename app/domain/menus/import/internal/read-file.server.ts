import { IMPORT_LIMITS, type SheetRow, UnreadableFile } from '../import';
import { csvShape, readCsv, tidyRow } from './read-csv.server';
import { readXlsx } from './read-xlsx.server';
import { sniffFile } from './sniff-file.server';

/** How a file was written, as found; kept with the import and shown to the officer. */
export type FileFormat = { kind: 'csv'; delimiter: string; encoding: string } | { kind: 'xlsx' };

/**
 * Opens CSV or .xlsx bytes, whichever they are. Rows come without blank ones and without trailing
 * blank cells. Throws UnreadableFile with a problem that can be said to a person.
 */
export function openFile(bytes: Uint8Array): { format: FileFormat; rows: AsyncGenerator<SheetRow> } {
  if (bytes.length > IMPORT_LIMITS.bytes) throw new UnreadableFile({ code: 'file_too_big', bytes: bytes.length });
  const kind = sniffFile(bytes);
  if (kind.kind === 'xlsx') return { format: { kind: 'xlsx' }, rows: withinLimits(readXlsx(bytes)) };
  const shape = csvShape(bytes, kind);
  return { format: { kind: 'csv', ...shape }, rows: withinLimits(readCsv(bytes, kind.skip, shape)) };
}

async function* withinLimits(rows: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow> {
  let count = 0;
  for await (const row of rows) {
    const tidy = tidyRow(row);
    if (tidy.cells.length === 0) continue;
    count += 1;
    // One more than the limit may be headings; a few lines of title are forgiven too.
    if (count > IMPORT_LIMITS.rows + 10)
      throw new UnreadableFile({ code: 'file_rows_too_many', limit: IMPORT_LIMITS.rows });
    yield tidy;
  }
}
