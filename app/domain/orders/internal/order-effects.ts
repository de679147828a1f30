import type { Topic } from '~/platform/topic.server';
import type { FestivalId } from '~/shared/ids';
import type { SlotOfStall, StallOfDay, StockOfDay } from '../../stalls/lock-day-rows.server';
import type { OrderPlan } from '../decide-orders';
import { waitsForCash } from './order-book';
import { listingKey, type OrderSnapshot, stallKey, stockKey } from './order-snapshot';

/** What a batch takes, summed to one row for each scarce row, in key order. Pure. */

export function portionsOf(plans: readonly OrderPlan[]): (StockOfDay & { portions: number })[] {
  const sums = new Map<string, StockOfDay & { portions: number }>();
  for (const { request, tickets } of plans) {
    const { festivalId, day } = request;
    for (const { listing, portionsTaken } of tickets.flatMap((ticket) => ticket.lines)) {
      if (portionsTaken === 0) continue;
      const key = stockKey(festivalId, listing, day);
      const portions = (sums.get(key)?.portions ?? 0) + portionsTaken;
      sums.set(key, { festivalId, listing, day, portions });
    }
  }
  return inKeyOrder(sums);
}

export function secondsOf(plans: readonly OrderPlan[]): (SlotOfStall & { seconds: number })[] {
  const sums = new Map<string, SlotOfStall & { seconds: number }>();
  for (const { request, tickets } of plans) {
    for (const { participationId, slotStartsAt, makeSeconds } of tickets) {
      const key = `${request.festivalId}/${participationId}/${slotStartsAt}`;
      const seconds = (sums.get(key)?.seconds ?? 0) + makeSeconds;
      sums.set(key, { festivalId: request.festivalId, participationId, startsAt: slotStartsAt, seconds });
    }
  }
  return inKeyOrder(sums);
}

export function numbersOf(snapshot: OrderSnapshot, plans: readonly OrderPlan[]) {
  const sums = new Map<string, StallOfDay & { after: number; count: number }>();
  for (const { request, tickets } of plans) {
    const { festivalId, day } = request;
    for (const { participationId } of tickets) {
      const key = stallKey(festivalId, participationId, day);
      const after = snapshot.stalls.get(key)?.lastPickupNumber ?? 0;
      sums.set(key, { festivalId, participationId, day, after, count: (sums.get(key)?.count ?? 0) + 1 });
    }
  }
  return inKeyOrder(sums);
}

export function unpaidOf(plans: readonly OrderPlan[]): { festivalId: FestivalId; day: string; portions: number }[] {
  const sums = new Map<string, { festivalId: FestivalId; day: string; portions: number }>();
  for (const { request, tickets } of plans) {
    if (!waitsForCash(request)) continue;
    const { festivalId, day } = request;
    const key = `${festivalId}/${day}`;
    const added = tickets.flatMap((ticket) => ticket.lines).reduce((sum, line) => sum + line.quantity, 0);
    sums.set(key, { festivalId, day, portions: (sums.get(key)?.portions ?? 0) + added });
  }
  return inKeyOrder(sums);
}

/** Stock counts touch no page; reaching sold-out does. */
export function soldOutTopics(snapshot: OrderSnapshot, taken: ReturnType<typeof portionsOf>): Topic[] {
  return taken.flatMap(({ festivalId, listing, day, portions }): Topic[] => {
    if (snapshot.stock.get(stockKey(festivalId, listing, day))?.portionsLeft !== portions) return [];
    const stall = snapshot.listings.get(listingKey(festivalId, listing))?.participationId;
    return stall ? [`festival:${festivalId}`, `stall:${stall}`] : [];
  });
}

function inKeyOrder<Row>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}
