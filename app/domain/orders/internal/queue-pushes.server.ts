import type { Tx } from '~/platform/app-context';
import { addManyToOutbox } from '~/platform/outbox.server';
import type { Ticket } from './ticket.server';

/** One outbox row for each browser that waits for this order; most orders have none. */
export async function queuePushes(tx: Tx, ticket: Ticket, now: number): Promise<void> {
  const waiting = await tx
    .selectFrom('order_push')
    .select('endpoint_hash')
    .where('festival_id', '=', ticket.festival_id)
    .where('order_id', '=', ticket.order_id)
    .where('gone_at', 'is', null)
    .execute();
  if (waiting.length === 0) return;
  await addManyToOutbox(
    tx,
    waiting.map(({ endpoint_hash: endpointHash }) => ({
      kind: 'orders.push_ready' as const,
      key: `push:${ticket.id}:${endpointHash}`,
      payload: { festivalId: ticket.festival_id, ticketId: ticket.id, endpointHash },
      now,
    })),
  );
}
