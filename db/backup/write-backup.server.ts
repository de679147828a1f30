import { existsSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { BackupRefusal } from '~/shared/backup-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import type { OpenedDatabase } from '../engine.server';
import type { Database } from '../schema';
import { writeSealed } from './backup-file.server';
import { type BackupHeader, type BackupSums, FORMAT, type TableLine, type TableSum } from './backup-format';
import { readLayout } from './table-layout.server';
import { makeTableSum, readRows } from './table-rows.server';

/**
 * Writes one moment of a database to one file, while others go on writing (docs/decisions/0193). `key` is the
 * fingerprint of the SECRET_KEY, `now` epoch ms. Refused when the file is there already, or the database is broken.
 */
export async function writeBackup(
  database: Pick<OpenedDatabase, 'engine' | 'db'>,
  { file, key, now }: { file: string; key: string; now: number },
): Promise<Result<{ header: BackupHeader; sums: BackupSums }, BackupRefusal>> {
  if (existsSync(file)) return refuse({ code: 'file_exists', file });
  return readOneMoment(database, async (tx) => {
    const damage = database.engine === 'sqlite' ? await findDamage(tx) : null;
    if (damage) return refuse({ code: 'source_damaged', says: damage });
    const { rows } = await sql<{ name: string }>`select name from platform_migration order by name`.execute(tx);
    const migrations = rows.map((row) => row.name);
    const header: BackupHeader = {
      pestarasa: 'backup',
      format: FORMAT,
      engine: database.engine,
      madeAt: now,
      migrations,
      key,
    };
    const sums: Record<string, TableSum> = {};
    await writeSealed(file, tellTables(tx, header, sums));
    return accept({ header, sums });
  });
}

async function* tellTables(
  tx: Kysely<Database>,
  header: BackupHeader,
  sums: Record<string, TableSum>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`;
  for (const layout of await readLayout(tx)) {
    const line: TableLine = { table: layout.name, columns: layout.columns };
    yield `${JSON.stringify(line)}\n`;
    const sum = makeTableSum();
    for await (const page of readRows(tx, layout)) {
      sum.add(page);
      yield page.text;
    }
    sums[layout.name] = sum.end();
  }
  yield `${JSON.stringify({ sums })}\n`;
}

/** A transaction whose every read sees the same moment; it holds nobody up and writes nothing. */
async function readOneMoment<Value>(
  { engine, db }: Pick<OpenedDatabase, 'engine' | 'db'>,
  read: (tx: Kysely<Database>) => Promise<Value>,
): Promise<Value> {
  // SQLite's readers see the moment of their first read until they end.
  if (engine === 'sqlite') return db.transaction().execute(read);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      // A slow disk may keep it waiting for longer than any page may wait.
      await sql`set local statement_timeout = 0`.execute(tx);
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
      return read(tx);
    });
}

/** Rows are read along an index: one that lost some would lose them in silence. PostgreSQL looks after its own. */
async function findDamage(tx: Kysely<Database>): Promise<string | null> {
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(tx);
    return rows[0]?.integrity_check === 'ok' ? null : (rows[0]?.integrity_check ?? 'unreadable');
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code))) throw error;
    return (error as Error).message;
  }
}
