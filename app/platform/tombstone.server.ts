import type { TombstoneTable } from '~db/schema/platform';
import type { ReadDb, Tx } from './app-context';

export interface Tombstone {
  kind: 'person' | 'merchant';
  id: string;
  erasedAt: number;
  requestId: string | null;
}

/** Notes who was erased, in the erasing unit, for replaying after a restore. Noted again it stays as it was. */
export async function writeTombstones(tx: Tx, stones: readonly Tombstone[]): Promise<void> {
  if (stones.length === 0) return;
  const rows = stones.map(
    ({ kind, id, erasedAt, requestId }): TombstoneTable => ({
      subject_kind: kind,
      subject_id: id,
      erased_at: erasedAt,
      request_id: requestId,
    }),
  );
  await tx
    .insertInto('platform_tombstone')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Everybody ever erased here, oldest first. */
export async function readTombstones(db: ReadDb | Tx): Promise<Tombstone[]> {
  const rows = await db
    .selectFrom('platform_tombstone')
    .selectAll()
    .orderBy('erased_at')
    .orderBy('subject_id')
    .execute();
  return rows.map((row) => ({
    kind: row.subject_kind as Tombstone['kind'],
    id: row.subject_id,
    erasedAt: row.erased_at,
    requestId: row.request_id,
  }));
}
