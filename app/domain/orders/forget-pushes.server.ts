import type { Tx } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';

/** Forgets the browsers that waited for food of this day or an earlier one; answers how many. Once the day is closed none of them is told anything more. */
export async function forgetPushes(
  tx: Tx,
  { festivalId, day }: { festivalId: FestivalId; day: string },
): Promise<number> {
  const forgotten = await tx
    .deleteFrom('order_push')
    .where('festival_id', '=', festivalId)
    .where('order_id', 'in', (ticket) =>
      ticket
        .selectFrom('order_ticket')
        .select('order_id')
        .where('festival_id', '=', festivalId)
        .where('day', '<=', day),
    )
    .executeTakeFirst();
  return Number(forgotten.numDeletedRows);
}
