import type { Tx } from '~/platform/app-context';
import type { OrderId, TicketId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { endEarly } from './internal/end-early.server';
import { noteChange, takeTicket } from './internal/ticket.server';
import type { TicketRefusal } from './orders';

export type AnswerAskedRefusal = TicketRefusal | { code: 'nothing_asked' };

/** The customer's answer when a stall is slow: she waits, or this part ends and her money comes back. */
export async function answerAsked(
  tx: Tx,
  { orderId, ticketId, answer, now }: { orderId: OrderId; ticketId: TicketId; answer: 'wait' | 'refund'; now: number },
): Promise<Result<{ returned: number }, AnswerAskedRefusal>> {
  const taken = await takeTicket(tx, { orderId, ticketId });
  if (!taken.ok) return taken;
  const ticket = taken.value;
  if (ticket.state !== 'placed' && ticket.state !== 'accepted')
    return refuse({ code: 'ticket_moved', state: ticket.state });
  if (ticket.asked_at === null) return refuse({ code: 'nothing_asked' });
  if (answer === 'refund') {
    const to = ticket.state === 'placed' ? 'cancelled' : 'refused';
    return endEarly(tx, ticket, { to, reason: 'too_late', byPersonId: null, now });
  }
  if (ticket.asked_answer === 'wait') return accept({ returned: 0 });
  await tx
    .updateTable('order_ticket')
    .set({ asked_answer: 'wait' })
    .where('festival_id', '=', ticket.festival_id)
    .where('id', '=', ticketId)
    .execute();
  await noteChange(tx, ticket, { from: ticket.state, to: ticket.state, byPersonId: null, why: 'wait', now });
  return accept({ returned: 0 });
}
