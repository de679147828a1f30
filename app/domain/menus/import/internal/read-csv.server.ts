import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, type Options, type Parser, parse } from 'csv-parse';
import { IMPORT_LIMITS, type SheetRow, UnreadableFile } from '../import';
import { findDelimiter } from './find-delimiter';
import type { Encoding } from './sniff-file.server';
import { LONE_SURROGATE } from './value-words';

const SLICE_BYTES = 64 * 1024;
/** A record longer than this is a quote that was never closed, or an attack. */
const RECORD_CHARACTERS = 2_000_000;

export interface CsvShape {
  delimiter: string;
  encoding: Encoding;
}

/** Which sign parts the fields, judged from the beginning of the file. */
export function csvShape(bytes: Uint8Array, { encoding, skip }: { encoding: Encoding; skip: number }): CsvShape {
  const start = new TextDecoder(encoding).decode(bytes.subarray(skip, skip + SLICE_BYTES));
  return { delimiter: findDelimiter(start), encoding };
}

/**
 * The records of a CSV file, in order, numbered as a spreadsheet numbers its rows (a line break
 * inside quotes makes no new row). 64 kB are decoded and parsed at a time, and the event loop
 * turns in between; nothing but the file itself and one slice is in memory.
 */
export async function* readCsv(bytes: Uint8Array, skip: number, shape: CsvShape): AsyncGenerator<SheetRow> {
  const decoder = new TextDecoder(shape.encoding);
  const records: string[][] = [];
  const parser = openParser(shape.delimiter, records);
  let number = 0;
  const take = function* (): Generator<SheetRow> {
    for (const cells of records.splice(0)) {
      number += 1;
      if (number === 1 && /^sep=.$/i.test(cells.join(shape.delimiter).trim())) continue;
      yield { number, cells };
    }
  };
  for (let at = skip; at < bytes.length; at += SLICE_BYTES) {
    const last = at + SLICE_BYTES >= bytes.length;
    const text = decoder.decode(bytes.subarray(at, at + SLICE_BYTES), { stream: !last });
    await feed(parser, text, last);
    yield* take();
    await nextTurn();
  }
}

function openParser(delimiter: string, records: string[][]): Parser {
  const options: Options = {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: RECORD_CHARACTERS,
  };
  const parser = parse(options);
  parser.on('readable', () => {
    for (let record = parser.read(); record !== null; record = parser.read()) records.push(record as string[]);
  });
  // Reported by feed(); without a listener the process would end.
  parser.on('error', () => undefined);
  return parser;
}

function feed(parser: Parser, text: string, last: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(toProblem(error));
    parser.once('error', fail);
    const done = () => {
      parser.off('error', fail);
      resolve();
    };
    if (last) parser.once('end', done).end(text);
    else parser.write(text, (error) => (error ? fail(error) : done()));
  });
}

function toProblem(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = Number((error as { records?: number }).records ?? 0) + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new UnreadableFile({ code: 'file_quote_open', row });
  }
  return new UnreadableFile({ code: 'file_damaged' });
}

/** Cells without trailing blanks, NUL shown as a lost character; throws where a row is beyond what a sheet may hold. */
export function tidyRow({ number, cells }: SheetRow): SheetRow {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length -= 1;
  if (length > IMPORT_LIMITS.columns) {
    throw new UnreadableFile({ code: 'file_columns_too_many', row: number, limit: IMPORT_LIMITS.columns });
  }
  const tidy = cells.slice(0, length).map((cell) => {
    if (cell.length > IMPORT_LIMITS.cellCharacters) {
      throw new UnreadableFile({ code: 'file_cell_too_long', row: number, limit: IMPORT_LIMITS.cellCharacters });
    }
    return cell.replaceAll('\0', '\uFFFD').replace(LONE_SURROGATE, '\uFFFD').trim();
  });
  return { number, cells: tidy };
}
