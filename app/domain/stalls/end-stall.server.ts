import type { Tx } from '~/platform/app-context';
import { touchTopics } from '~/platform/topic.server';
import type { ParticipationId } from '~/shared/ids';

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
  await touchTopics(tx, [`festival:${ended.festival_id}`, `stall:${participationId}`], now);
  return true;
}
