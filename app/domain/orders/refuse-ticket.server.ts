import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { markSoldOut } from '../stalls/mark-sold-out.server';
import { endEarly } from './internal/end-early.server';
import { tellCustomer } from './internal/tell-customer.server';
import { type Ticket, takeTicket } from './internal/ticket.server';
import type { PaymentWay, RefusalReason, TicketRefusal } from './orders';
import type { TicketDoor } from './ticket-door';

/**
 * The stall cannot make this part: the customer has her money at once and is told; the rest of her order goes on.
 * "Habis" (`sold_out`) sets the ticket's dishes sold out, or only those named, and gives no portions back.
 */
export async function refuseTicket(
  tx: Tx,
  {
    door,
    reason,
    soldOutListings,
    byPersonId,
    now,
  }: {
    door: TicketDoor;
    reason: RefusalReason;
    /** For `sold_out`: which of the ticket's dishes; all when left out. */
    soldOutListings?: readonly number[];
    byPersonId: PersonId | null;
    now: number;
  },
): Promise<Result<{ pickupNumber: number; returned: number; payment: PaymentWay }, TicketRefusal>> {
  const taken = await takeTicket(tx, door);
  if (!taken.ok) return taken;
  const ticket = taken.value;
  const ended = await endEarly(tx, ticket, { to: 'refused', reason, byPersonId, now });
  if (!ended.ok) return ended;
  if (reason === 'sold_out') await markDishesSoldOut(tx, ticket, soldOutListings, now);
  await tellCustomer(tx, ticket, { template: 'ticket_refunded', now });
  return accept({ ...ended.value, pickupNumber: ticket.pickup_number, payment: ticket.payment as PaymentWay });
}

async function markDishesSoldOut(
  tx: Tx,
  ticket: Ticket,
  chosen: readonly number[] | undefined,
  now: number,
): Promise<void> {
  const lines = await tx
    .selectFrom('order_line')
    .select('listing_number')
    .distinct()
    .where('festival_id', '=', ticket.festival_id)
    .where('ticket_id', '=', ticket.id)
    .orderBy('listing_number')
    .execute();
  const { festival_id: festivalId, participation_id: participationId, day } = ticket;
  for (const { listing_number: listing } of lines) {
    if (chosen && !chosen.includes(listing)) continue;
    await markSoldOut(tx, { festivalId, participationId, listing, day, option: null, now });
  }
}
