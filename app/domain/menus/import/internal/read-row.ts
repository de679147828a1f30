import {
  type ColumnMapping,
  type ImportedDish,
  type ImportedMerchant,
  type ImportField,
  isMerchantField,
  type RowProblem,
} from '../import';
import { byField, CellReader } from './cell-reader';
import { readDishCells } from './read-dish-cells';
import { readMerchantCells } from './read-merchant-cells';

export interface RowReading {
  merchant: ImportedMerchant | null;
  dishes: ImportedDish[];
  problems: RowProblem[];
  /** A merchant's field is wrong: all her rows are held back. */
  merchantWrong: boolean;
}

/** A reader of rows for one mapping. `home` is the organisation's own kabupaten or kota. */
export function rowReader(
  columns: readonly ColumnMapping[],
  home: string | null,
): (cells: readonly string[]) => RowReading {
  const fields: ReadonlyMap<ImportField, readonly ColumnMapping[]> = byField(columns);
  const sets = [...new Set(columns.filter((column) => column.field === 'dish_name').map((column) => column.set))].sort(
    (a, b) => a - b,
  );
  return (cells) => {
    const reader = new CellReader(cells, fields);
    const merchant = readMerchantCells(reader, home);
    const merchantWrong = reader.problems.some(
      (problem) => problem.note === undefined && isMerchantField(problem.field),
    );
    const dishes = readDishCells(reader, sets.length > 0 ? sets : [1]);
    return { merchant, dishes, problems: unique(reader.problems), merchantWrong };
  };
}

/** A cell may be looked at twice; its problem is said once. */
function unique(problems: RowProblem[]): RowProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ column, code, read }) => {
    const key = `${column}|${code}|${read}`;
    return !seen.has(key) && seen.add(key);
  });
}
