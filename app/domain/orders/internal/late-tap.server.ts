import type { Tx } from '~/platform/app-context';
import { tellLive } from '~/platform/live.server';
import type { FestivalId, ParticipationId, PersonId, TicketId } from '~/shared/ids';
import type { LateTapTable } from '~db/schema/orders';
import type { TicketState } from '../orders';
import { isDoneAlready, type Tap, type TapOutcome, type TapWish } from '../taps';
import { readTapNews, type TapNews } from './read-tap-news.server';

/** Whose board, and whose hand was on it. */
export interface BoardHand {
  festivalId: FestivalId;
  participationId: ParticipationId;
  byPersonId: PersonId;
  language: string;
}

/** Takes the tap's id for this unit of work. False: it has counted before. */
export async function claimTap(tx: Tx, hand: BoardHand, tap: Tap, now: number): Promise<boolean> {
  const row = rowOf(hand, tap, { ticketId: ticketOf(tap.wish), outcome: 'applied', now });
  return insertOnce(tx, { ...row, state_found: null, found_at: null, refusal: null });
}

/** A counter sale has its ticket only once it is placed. */
export async function nameTicket(
  tx: Tx,
  { festivalId }: BoardHand,
  { id }: Tap,
  ticketId: TicketId | null,
): Promise<void> {
  await tx
    .updateTable('order_late_tap')
    .set({ ticket_id: ticketId })
    .where('festival_id', '=', festivalId)
    .where('tap_id', '=', id)
    .execute();
}

/** The answer that a tap got when it counted. */
export async function readCounted(
  tx: Tx,
  hand: BoardHand,
  { id }: Tap,
): Promise<{ outcome: TapOutcome; news: TapNews | null }> {
  const row = await tx
    .selectFrom('order_late_tap')
    .select(['outcome', 'ticket_id', 'act'])
    .where('festival_id', '=', hand.festivalId)
    .where('tap_id', '=', id)
    .executeTakeFirstOrThrow();
  const outcome = row.outcome as TapOutcome;
  const news = outcome === 'applied' ? await readTapNews(tx, hand, row.act as TapWish['act'], row.ticket_id) : null;
  return { outcome, news };
}

/** Writes down what was found where a tap could not be done; answers how it counted, also when another send counted first. */
export async function writeRefused(
  tx: Tx,
  hand: BoardHand,
  tap: Tap,
  { refusal, now }: { refusal: { code: string }; now: number },
): Promise<TapOutcome> {
  const found = await readFound(tx, hand, ticketOf(tap.wish));
  const outcome = found && isDoneAlready(tap.wish.act, found.state) ? 'already' : 'differs';
  const written = await insertOnce(tx, {
    // A number in a tap is only a wish: another stall's ticket is not named here.
    ...rowOf(hand, tap, { ticketId: found ? ticketOf(tap.wish) : null, outcome, now }),
    state_found: found?.state ?? null,
    found_at: found?.since ?? null,
    refusal: JSON.stringify(refusal),
  });
  if (!written) return (await readCounted(tx, hand, tap)).outcome;
  if (outcome === 'differs') tellLive(tx, [`board:${hand.participationId}`]);
  return outcome;
}

function ticketOf(wish: TapWish): TicketId | null {
  return 'ticketId' in wish ? wish.ticketId : null;
}

function rowOf(
  hand: BoardHand,
  tap: Tap,
  { ticketId, outcome, now }: { ticketId: TicketId | null; outcome: TapOutcome; now: number },
) {
  return {
    festival_id: hand.festivalId,
    tap_id: tap.id,
    participation_id: hand.participationId,
    ticket_id: ticketId,
    act: tap.wish.act,
    detail: JSON.stringify(detailOf(tap.wish)),
    tapped_at: now - tap.ago,
    received_at: now,
    by_person_id: hand.byPersonId,
    outcome,
    seen_at: null,
  };
}

/** What was asked for beside the ticket; the address of a counter sale's order stays out. */
function detailOf(wish: TapWish): object {
  const { act: _act, ...asked } = wish;
  const { ticketId: _ticket, orderId: _order, ...detail } = asked as { ticketId?: TicketId; orderId?: string };
  return detail;
}

async function insertOnce(tx: Tx, row: LateTapTable): Promise<boolean> {
  const inserted = await tx
    .insertInto('order_late_tap')
    .values(row)
    .onConflict((conflict) => conflict.columns(['festival_id', 'tap_id']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** How a ticket of this stall stands, and since when. */
async function readFound(
  tx: Tx,
  { festivalId, participationId }: BoardHand,
  ticketId: TicketId | null,
): Promise<{ state: TicketState; since: number | null } | null> {
  if (!ticketId) return null;
  const row = await tx
    .selectFrom('order_ticket')
    .leftJoin('order_ticket_change', (join) =>
      join
        .onRef('order_ticket_change.festival_id', '=', 'order_ticket.festival_id')
        .onRef('order_ticket_change.ticket_id', '=', 'order_ticket.id')
        .onRef('order_ticket_change.to_state', '=', 'order_ticket.state'),
    )
    .select('order_ticket.state')
    .select(({ fn }) => fn.max('order_ticket_change.at').as('since'))
    .where('order_ticket.festival_id', '=', festivalId)
    .where('order_ticket.id', '=', ticketId)
    .where('order_ticket.participation_id', '=', participationId)
    .groupBy('order_ticket.state')
    .executeTakeFirst();
  return row ? { state: row.state as TicketState, since: row.since === null ? null : Number(row.since) } : null;
}
