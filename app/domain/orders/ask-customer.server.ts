import type { Tx } from '~/platform/app-context';
import type { FestivalId, TicketId } from '~/shared/ids';
import { tellCustomer } from './internal/tell-customer.server';
import { noteChange, takeTicket } from './internal/ticket.server';

/** Not accepted in time: the customer is asked, wait or refund. The worker calls it when due; a ticket that moved on is left alone. */
export async function askCustomer(
  tx: Tx,
  { festivalId, ticketId, now }: { festivalId: FestivalId; ticketId: TicketId; now: number },
): Promise<'asked' | 'moved_on'> {
  const taken = await takeTicket(tx, { ticketId, festivalId, by: 'worker' });
  if (!taken.ok || taken.value.state !== 'placed' || taken.value.asked_at !== null) return 'moved_on';
  const ticket = taken.value;
  await tx
    .updateTable('order_ticket')
    .set({ asked_at: now })
    .where('festival_id', '=', festivalId)
    .where('id', '=', ticketId)
    .where('state', '=', 'placed')
    .execute();
  await noteChange(tx, ticket, { from: 'placed', to: 'placed', byPersonId: null, why: 'asked', now });
  await tellCustomer(tx, ticket, { template: 'ticket_asked', now });
  return 'asked';
}
