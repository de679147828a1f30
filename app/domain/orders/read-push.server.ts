import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, OrderId, TicketId } from '~/shared/ids';
import type { Language } from '~/shared/language';

export interface PushOfTicket {
  endpoint: string;
  p256dh: string;
  auth: string;
  language: Language;
  orderId: OrderId;
  pickupNumber: number;
  stall: string;
  booth: number;
  readyAt: number;
}

/** What one browser is to be told of a ticket that is ready; null where it was collected, or the browser is gone. */
export async function readPush(
  db: ReadDb,
  { festivalId, ticketId, endpointHash }: { festivalId: FestivalId; ticketId: TicketId; endpointHash: string },
): Promise<PushOfTicket | null> {
  const row = await db
    .selectFrom('order_ticket as t')
    .innerJoin('order_push as p', (join) =>
      join.onRef('p.festival_id', '=', 't.festival_id').onRef('p.order_id', '=', 't.order_id'),
    )
    .innerJoin('stall_setup as s', (join) =>
      join.onRef('s.festival_id', '=', 't.festival_id').onRef('s.participation_id', '=', 't.participation_id'),
    )
    .innerJoin('merchant_profile as m', 'm.id', 's.merchant_id')
    .select(['p.endpoint', 'p.p256dh', 'p.auth', 'p.language', 't.order_id', 't.pickup_number', 't.ready_at'])
    .select(['m.stall_name', 's.booth_number'])
    .where('t.festival_id', '=', festivalId)
    .where('t.id', '=', ticketId)
    .where('t.state', '=', 'ready')
    .where('p.endpoint_hash', '=', endpointHash)
    .where('p.gone_at', 'is', null)
    .executeTakeFirst();
  if (!row || row.ready_at === null) return null;
  return {
    endpoint: row.endpoint,
    p256dh: row.p256dh,
    auth: row.auth,
    language: row.language === 'en' ? 'en' : 'id',
    orderId: row.order_id,
    pickupNumber: row.pickup_number,
    stall: row.stall_name,
    booth: row.booth_number,
    readyAt: row.ready_at,
  };
}
