import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';

/** Orders that are looked at: what sells now, and the same work after a thousand orders and after a million. */
const ORDERS_MAX = 200;

/** Listing numbers most ordered lately at a festival, most first; orders that ended without food do not count. */
export async function readBestSellers(
  db: ReadDb,
  { festivalId, most }: { festivalId: FestivalId; most: number },
): Promise<number[]> {
  const { rows } = await sql<{ listing_number: number }>`
    select l.listing_number
    from (
      select id from order_header where festival_id = ${festivalId}
      order by day desc, placed_at desc limit ${ORDERS_MAX}) as latest
    join order_ticket as t on t.order_id = latest.id and t.state in ('placed', 'accepted', 'ready', 'handed_over')
    join order_line as l on l.festival_id = t.festival_id and l.ticket_id = t.id
    group by l.listing_number
    order by sum(l.quantity) desc, l.listing_number
    limit ${most}`.execute(db);
  return rows.map((row) => row.listing_number);
}
