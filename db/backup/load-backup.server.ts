import { type Kysely, sql, type Transaction } from 'kysely';
import { manyRows } from '../dialects/many-rows';
import { engineOf, type OpenedDatabase } from '../engine.server';
import { migrateInside } from '../migrate.server';
import type { Database } from '../schema';
import { readLines } from './backup-file.server';
import { type BackupHeader, type BackupSums, decodeRow, type TableLine } from './backup-format';
import { dropTables, withoutFences } from './fences.server';
import { readLayout, type TableLayout } from './table-layout.server';
import { sumTables } from './table-rows.server';

const BATCH = { rows: 500, chars: 4_000_000 };

export interface LoadOptions {
  file: string;
  header: BackupHeader;
  /** Drop what stands there; PostgreSQL only, since a file is put in another's place. */
  replaces?: boolean | undefined;
  /** Runs in the same transaction once the tables are the newest; what it throws takes everything back. */
  finish: (tx: Transaction<Database>) => Promise<void>;
}

/**
 * Loads a checked backup in one transaction: tables as they were when it was made, its rows, proof that they are its
 * rows, fences, then the migrations that have come since. All or nothing.
 */
export async function loadBackup(
  { engine, writer }: OpenedDatabase,
  { file, header, replaces, finish }: LoadOptions,
): Promise<{ sums: BackupSums; migrated: string[] }> {
  return writer.transaction().execute(async (tx) => {
    if (engine === 'postgres') await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
    if (replaces) await dropTables(tx);
    await migrateInside(tx, engine, header.migrations);
    const layout = await readLayout(tx);
    const sums = await withoutFences(tx, layout, () => loadRows(tx, file, layout));
    checkSame(sums, await sumTables(tx));
    const migrated = await migrateInside(tx, engine);
    await finish(tx);
    return { sums, migrated };
  });
}

async function loadRows(tx: Kysely<Database>, file: string, layout: readonly TableLayout[]): Promise<BackupSums> {
  let into: TableLayout | null = null;
  let batch: string[] = [];
  let chars = 0;
  const put = async () => {
    if (into && batch.length > 0) await insertLines(tx, into, batch);
    batch = [];
    chars = 0;
  };
  let isFirst = true;
  for await (const line of readLines(file)) {
    if (isFirst) {
      isFirst = false;
    } else if (line.startsWith('[')) {
      batch.push(line);
      chars += line.length;
      if (batch.length >= BATCH.rows || chars >= BATCH.chars) await put();
    } else {
      await put();
      const said = JSON.parse(line) as TableLine | { sums: BackupSums };
      if ('sums' in said) return said.sums;
      into = findTable(layout, said);
    }
  }
  throw new Error('the backup ends before its sums');
}

function findTable(layout: readonly TableLayout[], { table, columns }: TableLine): TableLayout {
  const found = layout.find(({ name }) => name === table);
  if (found?.columns.join() !== columns.join()) throw new Error(`${table}: other columns than after its migrations`);
  return found;
}

async function insertLines(
  tx: Kysely<Database>,
  { name, columns, kinds }: TableLayout,
  lines: string[],
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  if (engineOf(tx) === 'sqlite') {
    const text = `insert into "${name}" (${names}) values (${columns.map(() => '?').join(', ')})`;
    await tx.executeQuery(manyRows(text, lines.map(decodeRow)));
    return;
  }
  const cells = columns.map((column, at) => {
    if (kinds[column] === 'bytes') return `decode(value->${at}->>'b', 'base64')`;
    return kinds[column] === 'integer' ? `(value->>${at})::bigint` : `value->>${at}`;
  });
  await sql`insert into ${sql.table(name)} (${sql.raw(names)})
    select ${sql.raw(cells.join(', '))} from jsonb_array_elements(${`[${lines.join()}]`}::jsonb)`.execute(tx);
}

function checkSame(wanted: BackupSums, found: BackupSums): void {
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  for (const name of names) {
    const [one, other] = [wanted[name], found[name]];
    if (one?.rows === other?.rows && one?.sha256 === other?.sha256) continue;
    throw new Error(`${name}: ${one?.rows} rows in the backup, ${other?.rows} after loading, or not the same ones`);
  }
}
