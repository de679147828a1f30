import type { Tx } from '~/platform/app-context';
import type { ParticipationId } from '~/shared/ids';
import { tellStall } from './internal/tell-stall.server';

/**
 * Takes a stall off the festival because its merchant withdrew: customers find it no more, and what was ordered before
 * stays hers to hand over or refuse. Running it again changes nothing. Answers false where there was no open stall.
 */
export async function endStall(
  tx: Tx,
  { participationId, now }: { participationId: ParticipationId; now: number },
): Promise<boolean> {
  const ended = await tx
    .updateTable('stall_setup')
    .set({ ended_at: now })
    .where('participation_id', '=', participationId)
    .where('ended_at', 'is', null)
    .returning('festival_id')
    .executeTakeFirst();
  if (!ended) return false;
  await tellStall(tx, { festivalId: ended.festival_id, participationId }, now);
  return true;
}
