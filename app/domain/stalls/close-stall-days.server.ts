import type { Tx } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import { tellStalls } from './internal/tell-stall.server';
import { lockCounters } from './lock-day-rows.server';

/**
 * Closes a festival's day at every stall (or at one): no order is placed any more. Waits for placements under way by
 * taking the pickup counters first; names the stalls of that day, those closed before included. Safe to run again, and
 * then takes no counter, so that whoever locks wallets and stock afterwards keeps to the order of placing.
 */
export async function closeStallDays(
  tx: Tx,
  {
    festivalId,
    day,
    participationId,
    now,
  }: { festivalId: FestivalId; day: string; participationId?: ParticipationId; now: number },
): Promise<ParticipationId[]> {
  const days = await tx
    .selectFrom('stall_day')
    .select(['participation_id', 'closed_at'])
    .where('festival_id', '=', festivalId)
    .where('day', '=', day)
    .$if(participationId !== undefined, (query) => query.where('participation_id', '=', participationId ?? 'par_'))
    .orderBy('participation_id')
    .execute();
  const stalls = days.map((row) => row.participation_id);
  if (days.every((row) => row.closed_at !== null)) return stalls;
  await lockCounters(
    tx,
    stalls.map((id) => ({ festivalId, participationId: id, day })),
  );
  await tx
    .updateTable('stall_day')
    .set({ closed_at: now })
    .where('festival_id', '=', festivalId)
    .where('day', '=', day)
    .where('participation_id', 'in', stalls)
    .where('closed_at', 'is', null)
    .execute();
  await tellStalls(tx, { festivalId, participationIds: stalls }, now);
  return stalls;
}
