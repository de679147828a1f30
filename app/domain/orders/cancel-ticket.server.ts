import type { Tx } from '~/platform/app-context';
import type { OrderId, TicketId } from '~/shared/ids';
import type { Result } from '~/shared/result';
import { endEarly } from './internal/end-early.server';
import { takeTicket } from './internal/ticket.server';
import type { TicketRefusal } from './orders';

/** The customer cancels her part at one stall, before the stall accepted it. The order's address is what entitles her. */
export async function cancelTicket(
  tx: Tx,
  { orderId, ticketId, now }: { orderId: OrderId; ticketId: TicketId; now: number },
): Promise<Result<{ returned: number }, TicketRefusal>> {
  const taken = await takeTicket(tx, { orderId, ticketId });
  if (!taken.ok) return taken;
  return endEarly(tx, taken.value, { to: 'cancelled', reason: 'customer', byPersonId: null, now });
}
