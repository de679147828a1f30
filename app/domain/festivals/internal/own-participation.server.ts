import type { Tx } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';

/** A booth in a form is only a wish: the participation must be this festival's and go on. */
export async function isOwnParticipation(
  tx: Tx,
  { festivalId, participationId }: { festivalId: FestivalId; participationId: ParticipationId },
): Promise<boolean> {
  const row = await tx
    .selectFrom('festival_participation')
    .select('id')
    .where('id', '=', participationId)
    .where('festival_id', '=', festivalId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
