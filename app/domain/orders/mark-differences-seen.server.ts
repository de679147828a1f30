import type { Tx } from '~/platform/app-context';
import { tellLive } from '~/platform/live.server';
import type { FestivalId, ParticipationId } from '~/shared/ids';

/** "Sudah saya baca": differences that had come in when the page was made. Those of later stay on the board. */
export async function markDifferencesSeen(
  tx: Tx,
  {
    festivalId,
    participationId,
    until,
    now,
  }: { festivalId: FestivalId; participationId: ParticipationId; until: number; now: number },
): Promise<void> {
  await tx
    .updateTable('order_late_tap')
    .set({ seen_at: now })
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('outcome', '=', 'differs')
    .where('seen_at', 'is', null)
    .where('received_at', '<=', until)
    .execute();
  tellLive(tx, [`board:${participationId}`]);
}
