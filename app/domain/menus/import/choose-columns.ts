import { z } from 'zod';
import { regionOf } from '~/shared/regions';
import { IMPORT_FIELDS, type ImportField, type ImportMapping } from './import';
import { scoreHeading } from './internal/score-heading';

/** What an officer chose for each column: field `kolom-3` = `price` or `price#2`; `kota` = 4 digits or empty. */
export const columnsForm = z.record(z.string(), z.unknown()).transform((fields) => {
  const chosen = new Map<number, { field: ImportField; set: number }>();
  for (const [name, value] of Object.entries(fields)) {
    const column = /^kolom-(\d{1,3})$/.exec(name)?.[1];
    const [field = '', set = '1'] = String(value).split('#');
    if (column === undefined || !(IMPORT_FIELDS as readonly string[]).includes(field)) continue;
    chosen.set(Number(column), { field: field as ImportField, set: Math.min(20, Math.max(1, Number(set) || 1)) });
  }
  const region = String(fields.kota ?? '');
  return { chosen, defaultRegion: regionOf(region)?.code ?? null };
});

export type ChosenColumns = z.output<typeof columnsForm>;

/** The proposed mapping with what was chosen by hand; columns nobody touched keep their reason. */
export function chooseColumns(proposed: ImportMapping, { chosen, defaultRegion }: ChosenColumns): ImportMapping {
  const columns = proposed.columns.map((column) => {
    const choice = chosen.get(column.column);
    if (!choice || (choice.field === column.field && choice.set === column.set)) return column;
    const named = choice.field === 'option_list' || choice.field === 'option_extra';
    const label = named ? scoreHeading(column.heading).label || null : null;
    return { ...column, ...choice, label, because: 'hand' as const };
  });
  return { ...proposed, columns, defaultRegion };
}
