import type { Tx } from '~/platform/app-context';
import type { FestivalId, OrderId, ParticipationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import type { TicketTable } from '~db/schema/orders';
import { mayMove, type TicketRefusal, type TicketState } from '../orders';
import type { TicketDoor } from '../ticket-door';
import { tellOrdersLive } from './tell-orders-live.server';

export type Ticket = TicketTable & { state: TicketState };

/**
 * Takes a ticket for this unit of work. A cash order's header is taken before it, so that of two
 * tickets of one order moving at once the later sees the earlier.
 */
export async function takeTicket(tx: Tx, door: TicketDoor): Promise<Result<Ticket, TicketRefusal>> {
  const seen = await tx
    .selectFrom('order_ticket')
    .select(['festival_id', 'order_id', 'participation_id', 'payment'])
    .where('id', '=', door.ticketId)
    .executeTakeFirst();
  if (!seen || !opens(door, seen)) return refuse({ code: 'ticket_unknown' });
  if (seen.payment === 'cash') {
    await lockRows(tx.selectFrom('order_header').select('id').where('id', '=', seen.order_id)).execute();
  }
  const ticket = await lockRows(
    tx
      .selectFrom('order_ticket')
      .selectAll()
      .where('festival_id', '=', seen.festival_id)
      .where('id', '=', door.ticketId),
  ).executeTakeFirstOrThrow();
  return accept(ticket as Ticket);
}

function opens(
  door: TicketDoor,
  seen: { festival_id: FestivalId; order_id: OrderId; participation_id: ParticipationId },
): boolean {
  if ('orderId' in door) return door.orderId === seen.order_id;
  if (door.festivalId !== seen.festival_id) return false;
  return 'by' in door || door.participationId === seen.participation_id;
}

export interface Move {
  to: TicketState;
  byPersonId: PersonId | null;
  why: string | null;
  now: number;
  /** Facts that come with the new state. */
  facts?: Partial<
    Pick<
      TicketTable,
      | 'paid_at'
      | 'placed_at'
      | 'accepted_at'
      | 'promised_at'
      | 'asked_at'
      | 'asked_answer'
      | 'ready_at'
      | 'end_reason'
      | 'cash_returned'
    >
  >;
}

/** Moves a taken ticket along the graph and writes down who did it; refuses a move the graph does not have. */
export async function moveTicket(tx: Tx, ticket: Ticket, move: Move): Promise<Result<undefined, TicketRefusal>> {
  const { to, byPersonId, why, now, facts = {} } = move;
  if (!mayMove(ticket.state, to)) return refuse({ code: 'ticket_moved', state: ticket.state });
  const ends = ['handed_over', 'refused', 'cancelled', 'expired', 'uncollected'].includes(to);
  const moved = await tx
    .updateTable('order_ticket')
    .set({ state: to, ...facts, ...(ends ? { ended_at: now } : {}) })
    .where('festival_id', '=', ticket.festival_id)
    .where('id', '=', ticket.id)
    .where('state', '=', ticket.state)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new Error('a taken ticket moved under us');
  await noteChange(tx, ticket, { from: ticket.state, to, byPersonId, why, now });
  return accept();
}

interface Change {
  from: TicketState;
  to: TicketState;
  byPersonId: PersonId | null;
  why: string | null;
  now: number;
}

/** One more row in the ticket's own history, which open pages hear of; the ticket is taken, so nobody else counts on. */
export async function noteChange(tx: Tx, ticket: Ticket, { from, to, byPersonId, why, now }: Change): Promise<void> {
  const { line } = await tx
    .selectFrom('order_ticket_change')
    .select(({ fn }) => fn.max('line').as('line'))
    .where('festival_id', '=', ticket.festival_id)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('order_ticket_change')
    .values({
      festival_id: ticket.festival_id,
      ticket_id: ticket.id,
      line: Number(line ?? 0) + 1,
      from_state: from,
      to_state: to,
      at: now,
      by_person_id: byPersonId,
      why,
    })
    .execute();
  const { festival_id: festivalId, participation_id: participationId, order_id: orderId } = ticket;
  tellOrdersLive(tx, [{ festivalId, participationId, orderId, from, to }]);
}
