import type { Tx } from '~/platform/app-context';
import { tellLive } from '~/platform/live.server';
import { touchTopics } from '~/platform/topic.server';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import type { StallKey } from '../stalls';

/**
 * Something that customers or the kitchen see of these stalls changed: cached pages are dropped, the stalls' open boards
 * and the control room look again. Call it last: the topics' rows are hot.
 */
export async function tellStalls(
  tx: Tx,
  { festivalId, participationIds }: { festivalId: FestivalId; participationIds: readonly ParticipationId[] },
  now: number,
): Promise<void> {
  tellLive(tx, [...participationIds.map((id) => `board:${id}` as const), `control:${festivalId}`]);
  await touchTopics(tx, [`festival:${festivalId}`, ...participationIds.map((id) => `stall:${id}` as const)], now);
}

/** The same for one stall. */
export function tellStall(tx: Tx, { festivalId, participationId }: StallKey, now: number): Promise<void> {
  return tellStalls(tx, { festivalId, participationIds: [participationId] }, now);
}
