import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, TOMBSTONE_LIST_NAME } from '~/platform/config.server';
import { makeSecrets } from '~/platform/secret.server';
import { keepTombstoneList } from '~/platform/tombstone-list.server';
import type { BackupRefusal } from '~/shared/backup-refusals';
import { type Result, refuse } from '~/shared/result';
import type { BackupHeader, BackupSums } from '~db/backup/backup-format';
import { readLayout } from '~db/backup/table-layout.server';
import { writeBackup } from '~db/backup/write-backup.server';
import { openDatabase } from '~db/engine.server';

/** Says under which SECRET_KEY a backup can be used, and nothing about the key. */
export function fingerprintOf(config: Pick<Config, 'secretKey'>): string {
  return makeSecrets(config).hmac('the key of a backup');
}

/** Where an installation's database is, in words without a password. */
export function placeOf({ databaseUrl, databaseFile }: Pick<Config, 'databaseUrl' | 'databaseFile'>): string {
  if (!databaseUrl) return databaseFile;
  const { host, pathname } = new URL(databaseUrl);
  return `postgres://${host}${pathname}`;
}

/** Writes a backup, of an older version's database too, and brings the list of who was erased that lies beside the backups up to the same moment. */
export async function makeBackup(
  config: Config,
  { file, now }: { file: string; now: number },
): Promise<Result<{ header: BackupHeader; sums: BackupSums }, BackupRefusal>> {
  const place = placeOf(config);
  // Opening would make it.
  if (!config.databaseUrl && !existsSync(config.databaseFile)) return refuse({ code: 'no_database', place });
  const database = await openDatabase(config.databaseUrl ? { url: config.databaseUrl } : { file: config.databaseFile });
  try {
    const tables = new Set((await readLayout(database.db)).map(({ name }) => name));
    if (!tables.has('platform_migration')) return refuse({ code: 'no_database', place });
    const made = await writeBackup(database, { file, key: fingerprintOf(config), now });
    if (made.ok && tables.has('platform_tombstone')) {
      await keepTombstoneList(database.db, { file: join(dirname(file), TOMBSTONE_LIST_NAME), now });
    }
    return made;
  } finally {
    await database.close();
  }
}
