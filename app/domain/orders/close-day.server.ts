import { sql } from 'kysely';
import { recordProofs } from '~/domain/training/record-proofs.server';
import type { Tx } from '~/platform/app-context';
import type { FestivalId, ParticipationId, PersonId } from '~/shared/ids';
import { closeStallDays } from '../stalls/close-stall-days.server';
import { endEarly } from './internal/end-early.server';
import { settleSale } from './internal/settle-sale.server';
import { tellCustomer } from './internal/tell-customer.server';
import { moveTicket, type Ticket, takeTicket } from './internal/ticket.server';
import { OPEN_TICKET_STATES } from './orders';

export interface DayOfStall {
  festivalId: FestivalId;
  day: string;
  participationId: ParticipationId;
  byPersonId?: PersonId | null;
  now: number;
}

export interface DayClosed {
  /** Ready and never collected: sold all the same. */
  uncollected: number;
  /** Ended without a sale, money back. */
  returned: number;
  /** Counter sales nobody had pressed through: paid and handed over across the counter. */
  handedOver: number;
}

/**
 * Ends a festival's day, at every stall or at one. No order is placed any more; food that was ready is sold (its hold
 * captured), a counter sale was handed over when it was paid, and every other open ticket ends with the money back.
 * Safe to run again: what has ended is left alone.
 */
export async function closeDay(
  tx: Tx,
  {
    festivalId,
    day,
    participationId,
    byPersonId = null,
    now,
  }: Omit<DayOfStall, 'participationId'> & { participationId?: ParticipationId },
): Promise<DayClosed> {
  const stalls = await closeStallDays(tx, { festivalId, day, now, ...(participationId ? { participationId } : {}) });
  const closed: DayClosed = { uncollected: 0, returned: 0, handedOver: 0 };
  for (const stall of stalls) {
    for (const ticket of await openTickets(tx, { festivalId, day, stall })) {
      const ended = await endAtClose(tx, ticket, { byPersonId, now });
      if (ended) closed[ended] += 1;
    }
  }
  await proveSlips(tx, { festivalId, day, stalls, now });
  return closed;
}

/** Each of these evenings has a slip now, which the lesson on the daily book asks her to check. */
async function proveSlips(
  tx: Tx,
  { festivalId, day, stalls, now }: { festivalId: FestivalId; day: string; stalls: ParticipationId[]; now: number },
): Promise<void> {
  if (stalls.length === 0) return;
  const owners = await tx
    .selectFrom('stall_setup')
    .select(['participation_id', 'merchant_id'])
    .where('festival_id', '=', festivalId)
    .where('participation_id', 'in', stalls)
    .execute();
  const proofs = owners.map((owner) => ({
    merchantId: owner.merchant_id,
    proof: 'slip' as const,
    sourceId: `${owner.participation_id}:${day}`,
  }));
  await recordProofs(tx, { proofs, now });
}

async function openTickets(
  tx: Tx,
  { festivalId, day, stall }: { festivalId: FestivalId; day: string; stall: ParticipationId },
) {
  const open = tx
    .selectFrom('order_ticket')
    .select(['id', 'order_id', 'payment'])
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', stall)
    .where('day', '=', day)
    .where('state', 'in', OPEN_TICKET_STATES)
    .orderBy(sql`id`);
  return open.execute();
}

async function endAtClose(
  tx: Tx,
  { id, order_id }: { id: Ticket['id']; order_id: Ticket['order_id'] },
  { byPersonId, now }: { byPersonId: PersonId | null; now: number },
): Promise<keyof DayClosed | null> {
  const taken = await takeTicket(tx, { ticketId: id, orderId: order_id });
  if (!taken.ok) throw new Error(`ticket ${id} vanished`);
  const ticket = taken.value;
  const move = { byPersonId, why: 'day_closed', now } as const;
  if (ticket.state === 'ready') {
    await moveTicket(tx, ticket, {
      ...move,
      to: 'uncollected',
      facts: { paid_at: ticket.paid_at ?? now, end_reason: 'day_closed' },
    });
    await settleSale(tx, ticket, now);
    return 'uncollected';
  }
  if (ticket.state === 'accepted' && (await isCounterSale(tx, ticket))) {
    await moveTicket(tx, ticket, { ...move, to: 'ready', facts: { ready_at: now } });
    await moveTicket(tx, { ...ticket, state: 'ready' }, { ...move, to: 'handed_over' });
    await settleSale(tx, ticket, now);
    return 'handedOver';
  }
  if (ticket.state === 'awaiting_cash') {
    await endEarly(tx, ticket, { to: 'expired', reason: 'day_closed', byPersonId, now });
    return 'returned';
  }
  if (ticket.state !== 'placed' && ticket.state !== 'accepted') return null;
  await endEarly(tx, ticket, { to: 'refused', reason: 'day_closed', byPersonId, now });
  await tellCustomer(tx, ticket, { template: 'ticket_refunded', now });
  return 'returned';
}

async function isCounterSale(tx: Tx, ticket: Ticket): Promise<boolean> {
  const header = await tx
    .selectFrom('order_header')
    .select('source')
    .where('id', '=', ticket.order_id)
    .executeTakeFirstOrThrow();
  return header.source === 'counter';
}
