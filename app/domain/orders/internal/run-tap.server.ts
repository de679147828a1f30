import type { Tx } from '~/platform/app-context';
import type { TicketId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { HOUR_MS } from '~/shared/time';
import { markBack } from '../../stalls/mark-back.server';
import { type MarkSoldOutRefusal, markSoldOut } from '../../stalls/mark-sold-out.server';
import { acceptTicket } from '../accept-ticket.server';
import { handOver } from '../hand-over.server';
import { markReady } from '../mark-ready.server';
import { type CounterSaleRefusal, placeCounterSale } from '../place-counter-sale.server';
import { refuseTicket } from '../refuse-ticket.server';
import { type TakeCashRefusal, takeCash } from '../take-cash.server';
import type { SaleWish, StockWish, Tap, TapRefusal, TicketWish } from '../taps';
import type { BoardHand } from './late-tap.server';

type RunTapRefusal = TakeCashRefusal | MarkSoldOutRefusal | CounterSaleRefusal | TapRefusal;

/** With the ticket it was about, where it was about one. */
type Ran = Result<{ ticketId: TicketId | null }, RunTapRefusal>;

interface Times {
  tappedAt: number;
  now: number;
}

/** Does a tap by the verb of its button. Food is promised from when the cook tapped; all else is true from now on. */
export async function runTap(tx: Tx, hand: BoardHand, { wish, ago }: Tap, now: number): Promise<Ran> {
  const times = { tappedAt: now - ago, now };
  if (wish.act === 'unknown') return refuse({ code: 'tap_unknown' });
  if (wish.act === 'counter_sale') return sell(tx, hand, wish, times);
  if ('listing' in wish) return markStock(tx, hand, wish, times);
  const moved = await moveTicketByTap(tx, hand, wish, times);
  return moved.ok ? accept({ ticketId: wish.ticketId }) : moved;
}

function moveTicketByTap(
  tx: Tx,
  { festivalId, participationId, byPersonId }: BoardHand,
  wish: TicketWish,
  { tappedAt, now }: Times,
): Promise<Result<unknown, TakeCashRefusal>> {
  const by = { door: { festivalId, participationId, ticketId: wish.ticketId }, byPersonId, now };
  switch (wish.act) {
    case 'take_cash':
      return takeCash(tx, by);
    case 'accept':
      return acceptTicket(tx, { ...by, minutes: wish.minutes, saidAt: tappedAt });
    case 'ready':
      return markReady(tx, by);
    case 'hand_over':
      return handOver(tx, by);
    case 'refuse':
      return refuseTicket(tx, { ...by, reason: wish.reason });
  }
}

async function markStock(
  tx: Tx,
  hand: BoardHand,
  { act, listing, option }: StockWish,
  { tappedAt, now }: Times,
): Promise<Ran> {
  const day = await readDayOfTap(tx, hand, tappedAt);
  const { festivalId, participationId } = hand;
  const mark = act === 'sold_out' ? markSoldOut : markBack;
  const marked = await mark(tx, { festivalId, participationId, listing, option, day, now });
  return marked.ok ? accept({ ticketId: null }) : marked;
}

/** A sale that was made across the counter: recorded at the prices that were on the screen, in the running slot. */
async function sell(
  tx: Tx,
  hand: BoardHand,
  { orderId, lines, paper }: SaleWish,
  { tappedAt, now }: Times,
): Promise<Ran> {
  const sold = await placeCounterSale(tx, {
    ...hand,
    orderId,
    day: await readDayOfTap(tx, hand, tappedAt),
    lines,
    paper: paper === null ? null : { number: paper, soldAt: tappedAt },
    now,
  });
  return sold.ok ? accept({ ticketId: sold.value.ticketId }) : sold;
}

/**
 * The day on which it was tapped, closed or not: a sale of yesterday evening is no sale of this morning. Taps of the hour
 * after closing belong to the day that closed.
 */
async function readDayOfTap(tx: Tx, { festivalId }: BoardHand, tappedAt: number): Promise<string> {
  const days = await tx
    .selectFrom('festival_day')
    .select(['day', 'closes_at'])
    .where('festival_id', '=', festivalId)
    .orderBy('day')
    .execute();
  return (days.find((row) => row.closes_at + HOUR_MS > tappedAt) ?? days.at(-1))?.day ?? '';
}
