import { existsSync } from 'node:fs';
import type { Config } from '~/platform/config.server';
import { joinLists, keepTombstoneList } from '~/platform/tombstone-list.server';
import type { BackupRefusal } from '~/shared/backup-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import { type Replayed, replayTombstones } from '~/worker/replay-tombstones.server';
import { readLayout } from '~db/backup/table-layout.server';
import { openDatabase } from '~db/engine.server';
import { migrate } from '~db/migrate.server';
import { placeOf } from './make-backup';
import { gatherLists } from './restore-backup';

/** Erases again in a database that came back another way, such as pg_restore or archived WAL. */
export async function replayLists(
  config: Config,
  { tombstones }: { tombstones: string },
): Promise<Result<{ replayed: Replayed; toldUntil: number }, BackupRefusal>> {
  const lists = gatherLists(config, { tombstones });
  if (!lists.ok) return lists;
  const { stones, toldUntil } = joinLists(lists.value);
  const { databaseUrl: url, databaseFile: file } = config;
  if (!url && !existsSync(file)) return refuse({ code: 'no_database', place: file });
  const database = await openDatabase(url ? { url } : { file });
  try {
    if ((await readLayout(database.writer)).length === 0)
      return refuse({ code: 'no_database', place: placeOf(config) });
    await migrate(database);
    const replayed = await database.writer.transaction().execute((tx) => replayTombstones(tx, stones));
    await database.foldLog();
    await keepTombstoneList(database.writer, { file: config.tombstoneList, now: toldUntil });
    return accept({ replayed, toldUntil });
  } finally {
    await database.close();
  }
}
