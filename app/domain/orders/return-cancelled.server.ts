import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, TicketId } from '~/shared/ids';
import { endEarly } from './internal/end-early.server';
import { tellCustomer } from './internal/tell-customer.server';
import { takeTicket } from './internal/ticket.server';

/** Customers' tickets of a festival whose food is not ready yet; counter sales were paid and are made across the counter. */
export async function readUnfinishedTickets(
  db: ReadDb | Tx,
  { festivalId }: { festivalId: FestivalId },
): Promise<TicketId[]> {
  const rows = await db
    .selectFrom('order_ticket')
    .innerJoin('order_header', (join) =>
      join
        .onRef('order_header.festival_id', '=', 'order_ticket.festival_id')
        .onRef('order_header.id', '=', 'order_ticket.order_id'),
    )
    .select('order_ticket.id')
    .where('order_ticket.festival_id', '=', festivalId)
    .where('order_ticket.state', 'in', ['awaiting_cash', 'placed', 'accepted'])
    .where('order_header.source', '=', 'customer')
    .orderBy('order_ticket.id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * The festival was cancelled: a ticket whose food is not ready ends and the money is free at once. Ready food may still
 * be handed over until the evening's close. Safe to run again: a ticket that moved on is left alone.
 */
export async function returnCancelled(
  tx: Tx,
  { festivalId, ticketId, now }: { festivalId: FestivalId; ticketId: TicketId; now: number },
): Promise<'returned' | 'moved_on'> {
  const taken = await takeTicket(tx, { ticketId, festivalId, by: 'worker' });
  if (!taken.ok) return 'moved_on';
  const { state } = taken.value;
  if (state !== 'awaiting_cash' && state !== 'placed' && state !== 'accepted') return 'moved_on';
  const to = state === 'awaiting_cash' ? 'expired' : 'refused';
  await endEarly(tx, taken.value, { to, reason: 'festival_cancelled', byPersonId: null, now });
  if (to === 'refused') await tellCustomer(tx, taken.value, { template: 'ticket_refunded', now });
  return 'returned';
}
