import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema';
import { type BackupSums, type Cell, encodeRow, type TableSum } from './backup-format';
import { readLayout, type TableLayout } from './table-layout.server';

type Row = Record<string, Cell>;

/** Rows in memory at once: pictures have up to 300 kB each. */
export function rowsAtOnce({ kinds }: Pick<TableLayout, 'kinds'>): number {
  return Object.values(kinds).includes('bytes') ? 50 : 1_000;
}

/**
 * Every row of a table by its key, as text of a backup, a bounded number at a time. Call it inside one transaction that
 * sees one moment. Steps along the key: a cursor would need another package on PostgreSQL.
 */
export async function* readRows(
  tx: Kysely<Database>,
  { name, columns, key, kinds }: TableLayout,
): AsyncGenerator<{ text: string; rows: number }> {
  if (key.length === 0) throw new Error(`${name} has no primary key to read it by`);
  const limit = rowsAtOnce({ kinds });
  const by = sql.join(key.map((column) => sql.ref(column)));
  let from = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)} ${from}
      order by ${by} limit ${limit}`.execute(tx);
    if (rows.length > 0) yield { text: rows.map((row) => encodeRow(row, columns)).join(''), rows: rows.length };
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    from = sql`where (${by}) > (${sql.join(key.map((column) => last[column]))})`;
  }
}

/** Counts and hashes rows as they pass. */
export function makeTableSum(): { add: (page: { text: string; rows: number }) => void; end: () => TableSum } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (page) => {
      hash.update(page.text);
      rows += page.rows;
    },
    end: () => ({ rows, sha256: hash.digest('hex') }),
  };
}

/** The sums of everything that stands in the database now. */
export async function sumTables(tx: Kysely<Database>): Promise<BackupSums> {
  const sums: Record<string, TableSum> = {};
  for (const layout of await readLayout(tx)) {
    const sum = makeTableSum();
    for await (const page of readRows(tx, layout)) sum.add(page);
    sums[layout.name] = sum.end();
  }
  return sums;
}
