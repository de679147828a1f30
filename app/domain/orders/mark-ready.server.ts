import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { queuePushes } from './internal/queue-pushes.server';
import { tellCustomer } from './internal/tell-customer.server';
import { moveTicket, takeTicket } from './internal/ticket.server';
import type { TicketRefusal } from './orders';
import type { TicketDoor } from './ticket-door';

/** "Siap": the food waits at the stall; a wallet customer is told by message, a browser that asked by push. */
export async function markReady(
  tx: Tx,
  { door, byPersonId, now }: { door: TicketDoor; byPersonId: PersonId | null; now: number },
): Promise<Result<{ pickupNumber: number }, TicketRefusal>> {
  const taken = await takeTicket(tx, door);
  if (!taken.ok) return taken;
  const moved = await moveTicket(tx, taken.value, {
    to: 'ready',
    byPersonId,
    why: null,
    now,
    facts: { ready_at: now },
  });
  if (!moved.ok) return moved;
  await tellCustomer(tx, taken.value, { template: 'order_ready', now });
  await queuePushes(tx, taken.value, now);
  return accept({ pickupNumber: taken.value.pickup_number });
}
