import { dirname, join } from 'node:path';
import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import { type Config, TOMBSTONE_LIST_NAME } from '~/platform/config.server';
import { joinLists, keepTombstoneList, readTombstoneList, type TombstoneList } from '~/platform/tombstone-list.server';
import type { BackupRefusal } from '~/shared/backup-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import { type Replayed, replayTombstones } from '~/worker/replay-tombstones.server';
import { checkBackup } from '~db/backup/backup-file.server';
import type { BackupHeader, BackupSums } from '~db/backup/backup-format';
import { loadBackup } from '~db/backup/load-backup.server';
import { migrations } from '~db/migrations/list';
import { fingerprintOf } from './make-backup';
import { openTarget, type Target } from './open-target';

export interface RestoreWish {
  file: string;
  /** A list of who was erased, besides those that are looked for anyway. */
  tombstones?: string | undefined;
  /** What stands there is put aside (SQLite) or dropped (PostgreSQL). */
  replaces?: boolean | undefined;
  /** The key the backup was made under is lost: what is sealed stays closed for good. */
  takesOtherKey?: boolean | undefined;
  /** Epoch ms, of the installation's clock. */
  now: number;
}

export interface Restored {
  header: BackupHeader;
  sums: BackupSums;
  migrated: string[];
  replayed: Replayed;
  /** Until when somebody outside the backup said who was erased; later erasures are not known. Epoch ms, 0 = never. */
  toldUntil: number;
  /** Invariants of the ledger that the backup's own rows break. */
  broken: string[];
  /** Effects that waited for their worker at that moment and will happen now. */
  waiting: number;
  /** Where the file lies that stood there before. */
  putAside: string | null;
  /** There was a database, and who was erased in it could not be read. */
  oldListLost: boolean;
}

/** Restores a checked backup; refused before anything is written, or done whole, erasures included. */
export async function restoreBackup(config: Config, wish: RestoreWish): Promise<Result<Restored, BackupRefusal>> {
  const checked = await checkBackup(wish.file);
  if (!checked.ok) return checked;
  const header = checked.value;
  const unknown = header.migrations.filter((name) => !migrations.some((known) => known.name === name));
  if (unknown.length > 0) return refuse({ code: 'newer_level', migrations: unknown });
  if (header.key !== fingerprintOf(config) && !wish.takesOtherKey) return refuse({ code: 'other_key' });
  const lists = gatherLists(config, wish);
  if (!lists.ok) return lists;
  const target = await openTarget(config, { replaces: wish.replaces ?? false, now: wish.now });
  if (!target.ok) return target;
  const old = target.value.oldList;
  const list = joinLists(old ? [...lists.value, old] : lists.value);
  return accept(await load(config, { target: target.value, list, header, file: wish.file }));
}

/** Lists that are looked for: the one named, the one beside the backup, the installation's own. */
export function gatherLists(
  config: Pick<Config, 'tombstoneList'>,
  { file, tombstones }: { file?: string; tombstones?: string | undefined },
): Result<TombstoneList[], BackupRefusal> {
  const lists: TombstoneList[] = [];
  const beside = file ? [join(dirname(file), TOMBSTONE_LIST_NAME)] : [];
  for (const place of [...(tombstones ? [tombstones] : []), ...beside, config.tombstoneList]) {
    const list = readTombstoneList(place);
    if (!list.ok) return list;
    // A name that was typed and is not there is a mistake, not an empty list.
    if (place === tombstones && list.value.toldUntil === 0) return refuse({ code: 'list_unreadable', file: place });
    lists.push(list.value);
  }
  return accept(lists);
}

async function load(
  config: Config,
  { target, list, header, file }: { target: Target; list: TombstoneList; header: BackupHeader; file: string },
): Promise<Restored> {
  let replayed: Replayed = { persons: [], unsettled: [] };
  let broken: string[] = [];
  let waiting = 0;
  const { database, replaces } = target;
  try {
    const { sums, migrated } = await loadBackup(database, {
      file,
      header,
      replaces,
      finish: async (tx) => {
        replayed = await replayTombstones(tx, list.stones);
        broken = await readBrokenInvariants(tx);
        waiting = await countWaiting(tx);
      },
    });
    const toldUntil = list.toldUntil;
    await keepTombstoneList(database.writer, { file: config.tombstoneList, now: Math.max(toldUntil, header.madeAt) });
    const putAside = await target.putInPlace();
    const oldListLost = target.oldListLost;
    return { header, sums, migrated, replayed, toldUntil, broken, waiting, putAside, oldListLost };
  } catch (error) {
    await target.abandon();
    throw error;
  }
}

async function countWaiting(tx: Parameters<typeof replayTombstones>[0]): Promise<number> {
  const { waiting } = await tx
    .selectFrom('platform_outbox')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(waiting);
}
