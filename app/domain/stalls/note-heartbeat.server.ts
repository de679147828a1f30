import type { AppContext, Tx } from '~/platform/app-context';
import { tellStall } from './internal/tell-stall.server';
import type { StallKey } from './stalls';

/** A sign of life this young is not written again: a board that is tapped all the time would write all the time. */
const YOUNG_MILLISECONDS = 10_000;

/**
 * A sign of life of a stall's board: its script (`script`), or any request from it (`request`). Only the script makes a
 * stall one that can fall silent; afterwards every request counts. A silent stall is back at once, and its pages change.
 */
export async function noteHeartbeat(
  app: Pick<AppContext, 'db' | 'inTransaction'>,
  { festivalId, participationId, from, now }: StallKey & { from: 'script' | 'request'; now: number },
): Promise<void> {
  // Read first, outside the unit of work: nine times of ten there is nothing to write.
  const last = await app.db
    .selectFrom('stall_heartbeat')
    .select(['seen_at', 'silent_at'])
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .executeTakeFirst();
  if (!last && from === 'request') return;
  if (last && last.silent_at === null && now - last.seen_at < YOUNG_MILLISECONDS) return;
  await app.inTransaction((tx) => writeHeartbeat(tx, { festivalId, participationId, now }));
}

async function writeHeartbeat(tx: Tx, { festivalId, participationId, now }: StallKey & { now: number }): Promise<void> {
  const key = { festival_id: festivalId, participation_id: participationId };
  await tx
    .insertInto('stall_heartbeat')
    .values({ ...key, seen_at: now, silent_at: null })
    // A beat that was overtaken by a newer one takes nothing back.
    .onConflict((conflict) =>
      conflict
        .columns(['festival_id', 'participation_id'])
        .doUpdateSet({ seen_at: now })
        .where('stall_heartbeat.seen_at', '<', now),
    )
    .execute();
  const back = await tx
    .updateTable('stall_heartbeat')
    .set({ silent_at: null })
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('silent_at', 'is not', null)
    .executeTakeFirst();
  if (back.numUpdatedRows === 1n) await tellStall(tx, { festivalId, participationId }, now);
}
