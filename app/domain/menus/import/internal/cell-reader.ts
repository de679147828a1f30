import type { ColumnMapping, ImportField, RowProblem, RowProblemCode } from '../import';
import { filled, shorten } from './value-words';

const READ_MAX = 80;

/** The cells of one row by what they mean, and what is wrong with them. */
export class CellReader {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly byField: ReadonlyMap<ImportField, readonly ColumnMapping[]>,
  ) {}

  columns(field: ImportField, set = 1): ColumnMapping[] {
    return (this.byField.get(field) ?? []).filter((column) => column.set === set);
  }

  /** What stands in a column; '' for blanks and for what stands for nothing. */
  at(column: ColumnMapping | undefined): string {
    if (!column) return '';
    const text = filled(this.cells[column.column]);
    if (!text.includes('\uFFFD')) return text;
    this.wrong(column, 'characters_lost', text);
    return '';
  }

  text(field: ImportField, set = 1): string {
    return this.at(this.columns(field, set)[0]);
  }

  has(field: ImportField): boolean {
    return (this.byField.get(field)?.length ?? 0) > 0;
  }

  wrong(column: ColumnMapping | undefined, code: RowProblemCode, read: string, more: Partial<RowProblem> = {}): void {
    this.problems.push({
      column: column?.column ?? null,
      heading: column?.heading ?? '',
      field: column?.field ?? 'unknown',
      code,
      read: read.length > READ_MAX ? `${shorten(read, READ_MAX)}…` : read,
      ...more,
    });
  }

  /** A text of at most `most` signs; one that is longer is wrong, or with `cut` shortened and noted. */
  limited(
    field: ImportField,
    most: number,
    { set = 1, cut = false }: { set?: number; cut?: boolean } = {},
  ): string | null {
    const column = this.columns(field, set)[0];
    const text = this.at(column).replace(/[^\S\n]+/g, ' ');
    if (text === '') return null;
    if (text.length <= most) return text;
    if (!cut) {
      this.wrong(column, 'text_long', text, { count: most });
      return null;
    }
    this.wrong(column, 'text_cut', text, { count: most, note: true });
    return `${shorten(text, most - 1).trimEnd()}…`;
  }
}

/** Columns by their field, made once a file. */
export function byField(columns: readonly ColumnMapping[]): Map<ImportField, ColumnMapping[]> {
  const map = new Map<ImportField, ColumnMapping[]>();
  for (const column of columns) map.set(column.field, [...(map.get(column.field) ?? []), column]);
  return map;
}
