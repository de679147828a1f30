import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { voidHold } from '../../wallet/void-hold.server';
import type { EndReason, TicketRefusal } from '../orders';
import { giveBack, stopWaitingForCash } from './give-back.server';
import { moveTicket, type Ticket } from './ticket.server';

interface EarlyEnd {
  to: 'refused' | 'cancelled' | 'expired';
  reason: EndReason;
  /** With the reason `sold_out`: which of the ticket's dishes; all when left out. */
  soldOutListings?: readonly number[] | undefined;
  byPersonId: PersonId | null;
  now: number;
}

/**
 * Ends a ticket before it was ready: the hold is void at once, cash that was paid is noted as handed back,
 * and what it had taken is given back, except portions of a dish that turned out to be sold out: that is marked so.
 */
export async function endEarly(
  tx: Tx,
  ticket: Ticket,
  { to, reason, soldOutListings, byPersonId, now }: EarlyEnd,
): Promise<Result<{ returned: number }, TicketRefusal>> {
  const waited = ticket.state === 'awaiting_cash';
  const cashBack = ticket.payment === 'cash' && ticket.paid_at !== null ? ticket.total : 0;
  const facts = { end_reason: reason, ...(cashBack > 0 ? { cash_returned: cashBack } : {}) };
  const moved = await moveTicket(tx, ticket, { to, byPersonId, why: reason, now, facts });
  if (!moved.ok) return moved;
  if (ticket.hold_id) {
    const freed = await voidHold(tx, { holdId: ticket.hold_id, as: to === 'expired' ? 'expired' : 'voided', now });
    // The ticket was ours and had not been captured: a hold that is gone is a fault, not a refusal.
    if (!freed.ok) throw new Error(`hold of ${ticket.id} had ended`);
  }
  const isGone = (listing: number) => reason === 'sold_out' && (soldOutListings?.includes(listing) ?? true);
  await giveBack(tx, ticket, { isGone, now });
  if (waited) await stopWaitingForCash(tx, ticket);
  return accept({ returned: waited ? 0 : ticket.total });
}
