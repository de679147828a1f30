import { existsSync, renameSync, rmSync } from 'node:fs';
import { sql } from 'kysely';
import type { Config } from '~/platform/config.server';
import { readTombstones } from '~/platform/tombstone.server';
import { EMPTY_LIST, type TombstoneList } from '~/platform/tombstone-list.server';
import type { BackupRefusal } from '~/shared/backup-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import { readLayout } from '~db/backup/table-layout.server';
import { isBusy } from '~db/dialects/busy';
import { type OpenedDatabase, openDatabase } from '~db/engine.server';
import { placeOf } from './make-backup';

/** Where a backup is loaded. On SQLite a file beside the place, so that nobody ever sees half of it. */
export interface Target {
  database: OpenedDatabase;
  /** Its tables are dropped in the loading transaction. */
  replaces: boolean;
  /** Whom the database that is replaced knew as erased. */
  oldList: TombstoneList | null;
  oldListLost: boolean;
  /** Ends a restore that went well; answers where the file of before lies now. */
  putInPlace: () => Promise<string | null>;
  /** Leaves everything as it was. */
  abandon: () => Promise<void>;
}

interface TargetWish {
  replaces: boolean;
  now: number;
}

const FILES = ['', '-wal', '-shm'];

export async function openTarget(config: Config, wish: TargetWish): Promise<Result<Target, BackupRefusal>> {
  return config.databaseUrl ? openPostgres(config.databaseUrl, placeOf(config), wish) : openFile(config, wish);
}

async function openPostgres(
  url: string,
  place: string,
  { replaces, now }: TargetWish,
): Promise<Result<Target, BackupRefusal>> {
  // One connection: every other one of this database is somebody else's.
  const database = await openDatabase({ url, connectionsMax: 1 });
  const refusal = await lookAt(database, place, replaces);
  const isUsed = !refusal && replaces && (await hasOthers(database));
  if (refusal || isUsed) {
    await database.close();
    return refuse(refusal ?? { code: 'target_in_use', place });
  }
  const { list: oldList, isLost: oldListLost } = await readOldList(database, now);
  const close = () => database.close();
  const putInPlace = () => close().then(() => null);
  return accept({ database, replaces, oldList, oldListLost, putInPlace, abandon: close });
}

async function lookAt(database: OpenedDatabase, place: string, replaces: boolean): Promise<BackupRefusal | null> {
  const tables = (await readLayout(database.writer)).map(({ name }) => name);
  if (tables.length === 0) return null;
  if (!tables.includes('platform_migration')) return { code: 'target_foreign', place };
  return replaces ? null : { code: 'target_not_empty', place };
}

async function hasOthers({ writer }: OpenedDatabase): Promise<boolean> {
  const { rows } = await sql<{ others: number }>`
    select count(*)::int as others from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(writer);
  return (rows[0]?.others ?? 0) > 0;
}

/** A database older than tombstones has erased nobody; one that cannot be read is why somebody restores. */
async function readOldList(
  { writer }: OpenedDatabase,
  now: number,
): Promise<{ list: TombstoneList | null; isLost: boolean }> {
  const tables = await readLayout(writer);
  if (!tables.some(({ name }) => name === 'platform_tombstone')) return { list: null, isLost: false };
  // It knows of every erasure there has been, up to now.
  return { list: { ...EMPTY_LIST, stones: await readTombstones(writer), toldUntil: now }, isLost: false };
}

async function openFile({ databaseFile: file }: Config, wish: TargetWish): Promise<Result<Target, BackupRefusal>> {
  const stands = await lookAtFile(file, wish);
  if (!stands.ok) return stands;
  const beside = `${file}.restoring`;
  const clear = () => removeFiles(beside);
  clear();
  const database = await openDatabase({ file: beside });
  const putInPlace = async () => {
    await database.foldLog();
    await database.close();
    const aside = stands.value.isThere ? putFileAside(file) : null;
    renameSync(beside, file);
    return aside;
  };
  const abandon = async () => {
    await database.close();
    clear();
  };
  const { list: oldList, isLost: oldListLost } = stands.value;
  return accept({ database, replaces: false, oldList, oldListLost, putInPlace, abandon });
}

interface OldFile {
  isThere: boolean;
  list: TombstoneList | null;
  isLost: boolean;
}

async function lookAtFile(file: string, { replaces, now }: TargetWish): Promise<Result<OldFile, BackupRefusal>> {
  if (!existsSync(file)) return accept({ isThere: false, list: null, isLost: false });
  try {
    const database = await openDatabase({ file });
    try {
      const refusal = await lookAt(database, file, replaces);
      if (refusal) return refuse(refusal);
      const old = await readOldList(database, now);
      // Only who is alone may leave the log behind, and all of it lies in one file then.
      await sql`pragma journal_mode = delete`.execute(database.writer);
      return accept({ isThere: true, ...old });
    } finally {
      await database.close();
    }
  } catch (error) {
    if (isBusy(error)) return refuse({ code: 'target_in_use', place: file });
    // Not a database any more: whoever says so has it put aside as it is.
    return replaces
      ? accept({ isThere: true, list: null, isLost: true })
      : refuse({ code: 'target_foreign', place: file });
  }
}

function putFileAside(file: string): string {
  const aside = `${file}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const ending of FILES) if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
  return aside;
}

function removeFiles(file: string): void {
  for (const ending of FILES) rmSync(file + ending, { force: true });
}
