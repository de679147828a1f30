import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { touchTopics } from '~/platform/topic.server';
import { giveBackPortions } from '../../stalls/give-back-portions.server';
import { giveBackSlotSeconds } from '../../stalls/give-back-slot-seconds.server';
import { lockStock } from '../../stalls/lock-day-rows.server';
import type { Ticket } from './ticket.server';

/**
 * Gives back what a ticket had taken and will not use: portions (unless the reason was that there are none)
 * and the seconds of a slot that has not begun. In the house order: stock, then slot.
 */
export async function giveBack(
  tx: Tx,
  ticket: Ticket,
  { portions, now }: { portions: 'yes' | 'no'; now: number },
): Promise<void> {
  if (portions === 'yes') await giveBackStock(tx, ticket, now);
  const { festival_id: festivalId, participation_id: participationId, slot_starts_at: startsAt } = ticket;
  await giveBackSlotSeconds(tx, [{ festivalId, participationId, startsAt, seconds: ticket.make_seconds }], now);
}

async function giveBackStock(tx: Tx, ticket: Ticket, now: number): Promise<void> {
  const { festival_id: festivalId, day } = ticket;
  const lines = await tx
    .selectFrom('order_line')
    .select('listing_number')
    .select(({ fn }) => fn.sum<number>('portions_taken').as('portions'))
    .where('festival_id', '=', festivalId)
    .where('ticket_id', '=', ticket.id)
    .where('portions_taken', '>', 0)
    .groupBy('listing_number')
    .orderBy('listing_number')
    .execute();
  if (lines.length === 0) return;
  const returned = lines.map((line) => ({
    festivalId,
    listing: line.listing_number,
    day,
    portions: Number(line.portions),
  }));
  const before = await lockStock(tx, returned);
  await giveBackPortions(tx, returned);
  if (before.some((stock) => stock.portions_left === 0 && stock.sold_out_at === null)) {
    await touchTopics(tx, [`festival:${festivalId}`, `stall:${ticket.participation_id}`], now);
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
