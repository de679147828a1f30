import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { settleSale } from './internal/settle-sale.server';
import { moveTicket, takeTicket } from './internal/ticket.server';
import type { TicketRefusal } from './orders';
import type { TicketDoor } from './ticket-door';

/** "Serahkan": the customer has her food, and the sale is final in the ledger. */
export async function handOver(
  tx: Tx,
  { door, byPersonId, now }: { door: TicketDoor; byPersonId: PersonId | null; now: number },
): Promise<Result<{ pickupNumber: number }, TicketRefusal>> {
  const taken = await takeTicket(tx, door);
  if (!taken.ok) return taken;
  const ticket = taken.value;
  const facts = { paid_at: ticket.paid_at ?? now };
  const moved = await moveTicket(tx, ticket, { to: 'handed_over', byPersonId, why: null, now, facts });
  if (!moved.ok) return moved;
  await settleSale(tx, ticket, now);
  return accept({ pickupNumber: ticket.pickup_number });
}
