import type { Tx } from '~/platform/app-context';
import type { OutboxEntry } from '~/platform/outbox.server';
import { addManyToOutbox } from '~/platform/outbox.server';
import type { OutboxKind } from '~/platform/outbox-kinds';
import { ASK_AFTER_MILLISECONDS } from '../orders';
import type { NamedTicket } from './name-tickets.server';

/** What time alone will do to new tickets: unpaid ones end, ones that nobody accepts make us ask the customer. */
export async function scheduleTickets(tx: Tx, tickets: readonly NamedTicket[], now: number): Promise<void> {
  await addManyToOutbox(
    tx,
    tickets.flatMap(({ id, request, state, expiresAt }): OutboxEntry<OutboxKind>[] => {
      const payload = { festivalId: request.festivalId, ticketId: id };
      if (expiresAt !== null)
        return [{ kind: 'orders.expire_ticket', key: `expire:${id}`, payload, dueAt: expiresAt, now }];
      if (state === 'placed') return [askEntry(payload, now)];
      return [];
    }),
  );
}

/** Three minutes from now the customer is asked, unless the stall has accepted by then. */
export function askEntry(
  payload: { festivalId: NamedTicket['request']['festivalId']; ticketId: NamedTicket['id'] },
  now: number,
): OutboxEntry<'orders.ask_customer'> {
  return {
    kind: 'orders.ask_customer',
    key: `ask:${payload.ticketId}`,
    payload,
    dueAt: now + ASK_AFTER_MILLISECONDS,
    now,
  };
}
