import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { touchTopics } from '~/platform/topic.server';
import { giveBackPortions } from '../../stalls/give-back-portions.server';
import { giveBackSlotSeconds } from '../../stalls/give-back-slot-seconds.server';
import { lockStock } from '../../stalls/lock-day-rows.server';
import { markSoldOut } from '../../stalls/mark-sold-out.server';
import type { Ticket } from './ticket.server';

/**
 * Gives back what a ticket had taken and will not use: portions, and the seconds of a slot that has not begun. A dish of
 * which there is none gets no portions back and is marked sold out. In the house order: stock, then slot.
 */
export async function giveBack(
  tx: Tx,
  ticket: Ticket,
  { isGone, now }: { isGone: (listing: number) => boolean; now: number },
): Promise<void> {
  await settleStock(tx, ticket, isGone, now);
  const { festival_id: festivalId, participation_id: participationId, slot_starts_at: startsAt } = ticket;
  await giveBackSlotSeconds(tx, [{ festivalId, participationId, startsAt, seconds: ticket.make_seconds }], now);
}

async function settleStock(tx: Tx, ticket: Ticket, isGone: (listing: number) => boolean, now: number): Promise<void> {
  const { festival_id: festivalId, participation_id: participationId, day } = ticket;
  const lines = await tx
    .selectFrom('order_line')
    .select('listing_number')
    .select(({ fn }) => fn.sum<number>('portions_taken').as('portions'))
    .where('festival_id', '=', festivalId)
    .where('ticket_id', '=', ticket.id)
    .groupBy('listing_number')
    .orderBy('listing_number')
    .execute();
  const taken = lines.map((line) => ({
    festivalId,
    listing: line.listing_number,
    day,
    portions: Number(line.portions),
  }));
  const returned = taken.filter(({ listing, portions }) => portions > 0 && !isGone(listing));
  const gone = taken.filter(({ listing }) => isGone(listing));
  if (returned.length + gone.length === 0) return;
  // All rows of the ticket at once, by key, whatever happens to each.
  const before = await lockStock(tx, [...returned, ...gone]);
  await giveBackPortions(tx, returned);
  const isBack = (listing: number) => returned.some((row) => row.listing === listing);
  if (before.some((stock) => isBack(stock.listing_number) && stock.portions_left === 0 && stock.sold_out_at === null)) {
    await touchTopics(tx, [`festival:${festivalId}`, `stall:${participationId}`], now);
  }
  for (const { listing } of gone) {
    await markSoldOut(tx, { festivalId, participationId, listing, day, option: null, now });
  }
}

/** Portions that no longer wait for cash leave the festival's count; the browser is free when no ticket of its order waits. */
export async function stopWaitingForCash(tx: Tx, ticket: Ticket): Promise<void> {
  const { portions } = await tx
    .selectFrom('order_line')
    .select(({ fn }) => fn.sum<number>('quantity').as('portions'))
    .where('festival_id', '=', ticket.festival_id)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('order_unpaid')
    .set({ portions: sql<number>`portions - cast(${Number(portions)} as bigint)` })
    .where('festival_id', '=', ticket.festival_id)
    .where('day', '=', ticket.day)
    .execute();
  await tx
    .deleteFrom('order_browser')
    .where('festival_id', '=', ticket.festival_id)
    .where('order_id', '=', ticket.order_id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('order_ticket')
            .select('order_ticket.id')
            .whereRef('order_ticket.order_id', '=', 'order_browser.order_id')
            .where('order_ticket.state', '=', 'awaiting_cash'),
        ),
      ),
    )
    .execute();
}
