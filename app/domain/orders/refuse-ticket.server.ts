import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { endEarly } from './internal/end-early.server';
import { tellCustomer } from './internal/tell-customer.server';
import { takeTicket } from './internal/ticket.server';
import type { PaymentWay, RefusalReason, TicketRefusal } from './orders';
import type { TicketDoor } from './ticket-door';

/**
 * The stall cannot make this part: the customer has her money at once and is told; the rest of her order goes on.
 * "Habis" (`sold_out`) sets the ticket's dishes sold out, or only those named, and gives no portions of them back.
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
  const ended = await endEarly(tx, ticket, { to: 'refused', reason, soldOutListings, byPersonId, now });
  if (!ended.ok) return ended;
  await tellCustomer(tx, ticket, { template: 'ticket_refunded', now });
  return accept({ ...ended.value, pickupNumber: ticket.pickup_number, payment: ticket.payment as PaymentWay });
}
