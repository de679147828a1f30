import { PERSONAL_COLUMNS, PLAIN_COLUMNS } from '~db/personal-columns';
import { readSchemaTypes } from '../database/schema-types';
import type { Problem } from './sources';

type Tables = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Lists = Readonly<Record<string, readonly string[]>>;

const file = 'db/personal-columns.ts';
const SAYS_NOTHING = /^(id|.*_id|by|.*_by|state|kind|.*_kind)$/;

/** Columns that nobody has said whether they are personal, said twice, and words for columns that are not there. */
export function findUnclassified(
  tables: Tables = readSchemaTypes(),
  personal: Lists = PERSONAL_COLUMNS,
  plain: Lists = PLAIN_COLUMNS,
): Problem[] {
  const problems: string[] = [];
  for (const [table, columns] of Object.entries(tables)) {
    for (const [column, kind] of Object.entries(columns)) {
      const lists = [personal, plain].filter((list) => list[table]?.includes(column)).length;
      if (lists > 1) problems.push(`${table}.${column} is called personal and plain`);
      if (lists > 0 || kind.startsWith('integer') || SAYS_NOTHING.test(column)) continue;
      problems.push(
        `${table}.${column}: does it say something about a person? Add it to PERSONAL_COLUMNS or PLAIN_COLUMNS`,
      );
    }
  }
  for (const list of [personal, plain]) {
    for (const [table, columns] of Object.entries(list)) {
      const gone = columns.filter((column) => !tables[table]?.[column]);
      problems.push(...gone.map((column) => `${table}.${column} is no column`));
    }
  }
  return problems.map((message) => ({ file, message }));
}
