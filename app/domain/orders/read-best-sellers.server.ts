import type { ReadDb } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';

/** Listing numbers most ordered at a festival, most first; orders that ended without food do not count. */
export async function readBestSellers(
  db: ReadDb,
  { festivalId, most }: { festivalId: FestivalId; most: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('order_line as l')
    .innerJoin('order_ticket as t', (join) =>
      join.onRef('t.festival_id', '=', 'l.festival_id').onRef('t.id', '=', 'l.ticket_id'),
    )
    .select('l.listing_number')
    .where('l.festival_id', '=', festivalId)
    .where('t.state', 'in', ['placed', 'accepted', 'ready', 'handed_over'])
    .groupBy('l.listing_number')
    .orderBy((eb) => eb.fn.sum('l.quantity'), 'desc')
    .orderBy('l.listing_number')
    .limit(most)
    .execute();
  return rows.map((row) => row.listing_number);
}
