import type { Tx } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';

/** The push service said that this browser takes no more: none of its orders is told to it again. */
export async function markPushGone(
  tx: Tx,
  { festivalId, endpointHash, now }: { festivalId: FestivalId; endpointHash: string; now: number },
): Promise<void> {
  await tx
    .updateTable('order_push')
    .set({ gone_at: now })
    .where('festival_id', '=', festivalId)
    .where('endpoint_hash', '=', endpointHash)
    .where('gone_at', 'is', null)
    .execute();
}
