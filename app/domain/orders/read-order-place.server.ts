import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, OrderId } from '~/shared/ids';

/** At which festival an order stands; null when there is no such order. */
export async function readOrderPlace(
  db: ReadDb | Tx,
  orderId: OrderId,
): Promise<{ orderId: OrderId; festivalId: FestivalId } | null> {
  const row = await db
    .selectFrom('order_header')
    .select(['id', 'festival_id'])
    .where('id', '=', orderId)
    .executeTakeFirst();
  return row ? { orderId: row.id, festivalId: row.festival_id } : null;
}
