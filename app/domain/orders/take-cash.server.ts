import type { Tx } from '~/platform/app-context';
import { addManyToOutbox } from '~/platform/outbox.server';
import type { PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { stopWaitingForCash } from './internal/give-back.server';
import { askEntry } from './internal/schedule-tickets.server';
import { moveTicket, takeTicket } from './internal/ticket.server';
import type { TicketRefusal } from './orders';
import type { TicketDoor } from './ticket-door';

export type TakeCashRefusal = TicketRefusal | { code: 'ticket_expired' };

/** "Lunas": the cashier has the cash, and the ticket joins the queue. Checks the deadline itself; the worker may be late. */
export async function takeCash(
  tx: Tx,
  { door, byPersonId, now }: { door: TicketDoor; byPersonId: PersonId | null; now: number },
): Promise<Result<{ pickupNumber: number }, TakeCashRefusal>> {
  const taken = await takeTicket(tx, door);
  if (!taken.ok) return taken;
  const ticket = taken.value;
  if (ticket.state === 'expired') return refuse({ code: 'ticket_expired' });
  if (ticket.state !== 'awaiting_cash') return refuse({ code: 'ticket_moved', state: ticket.state });
  if (ticket.expires_at !== null && ticket.expires_at <= now) return refuse({ code: 'ticket_expired' });
  const facts = { paid_at: now, placed_at: now };
  const moved = await moveTicket(tx, ticket, { to: 'placed', byPersonId, why: 'cash', now, facts });
  if (!moved.ok) return moved;
  await stopWaitingForCash(tx, ticket);
  await addManyToOutbox(tx, [askEntry({ festivalId: ticket.festival_id, ticketId: ticket.id }, now)]);
  return accept({ pickupNumber: ticket.pickup_number });
}
