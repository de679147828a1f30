import type { Engine } from '../engine.server';

/** Raised when an older version could not read a file any more. */
export const FORMAT = 1;

/** First line of a backup: where and when it was made. What its tables hold says its last line. */
export interface BackupHeader {
  pestarasa: 'backup';
  format: number;
  engine: Engine;
  /** Epoch ms; the moment all of it is of. */
  madeAt: number;
  /** Names of the migrations its tables have been through. */
  migrations: string[];
  /** Fingerprint of the SECRET_KEY its sealed numbers need. */
  key: string;
}

/** Rows of a table and the SHA-256 of their lines: the same on both engines, and after a restore. */
export interface TableSum {
  rows: number;
  sha256: string;
}

export type BackupSums = Readonly<Record<string, TableSum>>;

/** The lines between header and sums: a table begins, then one array a row. */
export interface TableLine {
  table: string;
  columns: string[];
}

/** What a column holds: text as text, whole numbers as numbers, bytes as `{"b": base64}`. */
export type Cell = string | number | Uint8Array | null;

export function encodeRow(row: Readonly<Record<string, Cell>>, columns: readonly string[]): string {
  return `${JSON.stringify(columns.map((name) => encodeCell(row[name] ?? null)))}\n`;
}

function encodeCell(cell: Cell): unknown {
  return cell instanceof Uint8Array ? { b: Buffer.from(cell).toString('base64') } : cell;
}

export function decodeRow(line: string): Cell[] {
  const cells = JSON.parse(line) as (string | number | null | { b: string })[];
  return cells.map((cell) => (cell !== null && typeof cell === 'object' ? Buffer.from(cell.b, 'base64') : cell));
}
