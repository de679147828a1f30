import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { tellCustomer } from './internal/tell-customer.server';
import { moveTicket, takeTicket } from './internal/ticket.server';
import { type AcceptMinutes, promiseFitsSlot, type TicketRefusal } from './orders';
import type { TicketDoor } from './ticket-door';

export interface Accepted {
  pickupNumber: number;
  promisedAt: number;
  /** `yes`: the promise runs past the slot, so the customer is asked to wait or be refunded. */
  asked: 'yes' | 'no';
}

/** "Terima +5/+10/+15": the stall cooks and promises a time. Within the slot nothing is asked; beyond it the customer decides. */
export async function acceptTicket(
  tx: Tx,
  {
    door,
    minutes,
    saidAt,
    byPersonId,
    now,
  }: {
    door: TicketDoor;
    minutes: AcceptMinutes;
    /** When the cook said so, where that was before now. */
    saidAt?: number;
    byPersonId: PersonId | null;
    now: number;
  },
): Promise<Result<Accepted, TicketRefusal>> {
  const taken = await takeTicket(tx, door);
  if (!taken.ok) return taken;
  const ticket = taken.value;
  // Food for a later slot is not due before that slot, however soon the stall could cook it.
  const promisedAt = Math.max((saidAt ?? now) + minutes * 60_000, now, ticket.slot_starts_at);
  const fits = promiseFitsSlot(promisedAt, ticket.slot_starts_at);
  // A "wait" she said before was about another promise, so it does not answer this one.
  const facts = { accepted_at: now, promised_at: promisedAt, asked_at: fits ? null : now, asked_answer: null };
  const moved = await moveTicket(tx, ticket, { to: 'accepted', byPersonId, why: `+${minutes}`, now, facts });
  if (!moved.ok) return moved;
  if (!fits) await tellCustomer(tx, ticket, { template: 'ticket_asked', occasion: 'accepted', now });
  return accept({ pickupNumber: ticket.pickup_number, promisedAt, asked: fits ? 'no' : 'yes' });
}
