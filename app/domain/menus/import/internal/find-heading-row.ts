import type { SheetRow } from '../import';
import { looksLikeMoney } from './read-money';
import { scoreHeading } from './score-heading';
import { filled } from './value-words';

const ROWS_LOOKED_AT = 20;

/** The row that carries the headings, by its number; null where the file begins with data. Titles and notes may stand above it. */
export function findHeadingRow(rows: readonly SheetRow[]): number | null {
  const width = Math.max(1, ...rows.slice(0, 60).map((row) => row.cells.length));
  let best: { number: number; score: number } | null = null;
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    const score = headingScore(row, width);
    if (score > (best?.score ?? 0)) best = { number: row.number, score };
  }
  if (best) return best.number;
  return contrasts(rows) ? (rows[0]?.number ?? null) : null;
}

/** How many cells are known words for a column, minus cells that are plainly data. */
function headingScore(row: SheetRow, width: number): number {
  const cells = row.cells.map(filled).filter((cell) => cell !== '');
  const known = cells.filter((cell) => cell.length <= 60 && isKnownHeading(cell)).length;
  const data = cells.filter(isPlainlyData).length;
  const enough = known >= 2 || (known === 1 && width <= 2);
  return enough && data === 0 && known >= cells.length * 0.3 ? known / width + known : 0;
}

function isKnownHeading(cell: string): boolean {
  const { scores } = scoreHeading(cell);
  const words = cell.split(/[\s_]+/).length;
  return words <= 7 && Math.max(0, ...Object.values(scores)) >= 0.75 && !isPlainlyData(cell);
}

function isPlainlyData(cell: string): boolean {
  return (
    /^[+\d][\d\s().-]{4,}$/.test(cell) ||
    looksLikeMoney(cell) ||
    /^https?:/.test(cell) ||
    /^(jl|jalan)\b\.?\s+\S/i.test(cell)
  );
}

/** No known word, but the first row is all words where the rows below hold numbers: headings of a language we do not know. */
function contrasts(rows: readonly SheetRow[]): boolean {
  const [first, ...below] = rows.slice(0, 12);
  if (!first || below.length < 2) return false;
  const cells = first.cells.map(filled);
  if (
    cells.some((cell) => cell === '' || /\d{3}/.test(cell) || cell.length > 40) ||
    new Set(cells).size !== cells.length
  )
    return false;
  return cells.some((_, column) =>
    below.every((row) => /^\D{0,4}[\d.,]+\D{0,4}$/.test(filled(row.cells[column]) || 'x')),
  );
}
