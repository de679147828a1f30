import type { ReadDb, Tx } from '~/platform/app-context';
import type { DishId, FestivalId, TicketId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';

export interface TicketLine {
  listing: number;
  dishId: DishId;
  dish: string;
  options: { number: number; name: string; price: number }[];
  quantity: number;
  unitPrice: Rupiah;
  normalPrice: Rupiah;
  total: Rupiah;
}

/** What these tickets hold, by ticket. One statement. */
export async function readLines(
  db: ReadDb | Tx,
  festivalId: FestivalId,
  ticketIds: readonly TicketId[],
): Promise<Map<TicketId, TicketLine[]>> {
  const lines = new Map<TicketId, TicketLine[]>(ticketIds.map((id) => [id, []]));
  if (ticketIds.length === 0) return lines;
  const rows = await db
    .selectFrom('order_line')
    .selectAll()
    .where('festival_id', '=', festivalId)
    .where('ticket_id', 'in', [...ticketIds])
    .orderBy('line')
    .execute();
  for (const row of rows) {
    lines.get(row.ticket_id)?.push({
      listing: row.listing_number,
      dishId: row.dish_id,
      dish: row.dish_name,
      options: JSON.parse(row.options) as TicketLine['options'],
      quantity: row.quantity,
      unitPrice: toRupiah(row.unit_price),
      normalPrice: toRupiah(row.normal_price),
      total: toRupiah(row.line_total),
    });
  }
  return lines;
}
