import type { Topic } from '~/platform/topic.server';
import type { SlotOfStall, StallOfDay, StockOfDay } from '../../stalls/lock-day-rows.server';
import type { OrderPlan } from '../decide-orders';
import type { TicketPlan } from '../orders';
import { waitsForCash } from './order-book';
import { type DayFacts, type DayRequests, dayKey, type OrderSnapshot } from './order-snapshot';

/** What a batch takes, summed to one row for each scarce row, in key order. Pure. */
export interface OrderEffects {
  portions: (StockOfDay & { portions: number })[];
  seconds: (SlotOfStall & { seconds: number })[];
  numbers: (StallOfDay & { after: number; count: number })[];
  unpaid: (Pick<DayRequests, 'festivalId' | 'day'> & { portions: number })[];
  /** Stock counts touch no page; reaching sold-out does. */
  topics: Topic[];
}

export function effectsOf(snapshot: OrderSnapshot, plans: readonly OrderPlan[]): OrderEffects {
  const effects: OrderEffects = { portions: [], seconds: [], numbers: [], unpaid: [], topics: [] };
  for (const day of daysOf(plans)) {
    const facts = snapshot.days.get(dayKey(day.festivalId, day.day));
    if (!facts) throw new Error('a day was planned that was not read');
    addDay(effects, day, facts);
  }
  return effects;
}

interface DayPlans extends Pick<DayRequests, 'festivalId' | 'day'> {
  tickets: TicketPlan[];
  /** Portions of these tickets that wait for cash. */
  unpaid: number;
}

/** In key order, as all that follows. */
function daysOf(plans: readonly OrderPlan[]): DayPlans[] {
  const days = new Map<string, DayPlans>();
  for (const { request, tickets } of plans) {
    const { festivalId, day } = request;
    const key = dayKey(festivalId, day);
    const known = days.get(key) ?? { festivalId, day, tickets: [], unpaid: 0 };
    days.set(key, known);
    known.tickets.push(...tickets);
    if (waitsForCash(request))
      for (const { lines } of tickets) for (const { quantity } of lines) known.unpaid += quantity;
  }
  return inOrder(days).map(([, day]) => day);
}

function addDay(effects: OrderEffects, { festivalId, day, tickets, unpaid }: DayPlans, facts: DayFacts): void {
  const portions = new Map<number, number>();
  const counts = new Map<TicketPlan['participationId'], number>();
  const seconds = new Map<TicketPlan['participationId'], Map<number, number>>();
  for (const { participationId, slotStartsAt, makeSeconds, lines } of tickets) {
    add(counts, participationId, 1);
    seconds.set(participationId, add(seconds.get(participationId) ?? new Map(), slotStartsAt, makeSeconds));
    for (const { listing, portionsTaken } of lines) if (portionsTaken > 0) add(portions, listing, portionsTaken);
  }
  for (const [listing, taken] of inOrder(portions)) {
    effects.portions.push({ festivalId, listing, day, portions: taken });
    const stall = facts.listings.get(listing)?.participationId;
    if (stall && facts.stock.get(listing)?.portionsLeft === taken)
      effects.topics.push(`festival:${festivalId}`, `stall:${stall}`);
  }
  for (const [participationId, count] of inOrder(counts)) {
    const after = facts.stalls.get(participationId)?.lastPickupNumber ?? 0;
    effects.numbers.push({ festivalId, participationId, day, after, count });
    for (const [startsAt, taken] of inOrder(seconds.get(participationId) ?? new Map<number, number>()))
      effects.seconds.push({ festivalId, participationId, startsAt, seconds: taken });
  }
  if (unpaid > 0) effects.unpaid.push({ festivalId, day, portions: unpaid });
}

function add<Key>(map: Map<Key, number>, key: Key, amount: number): Map<Key, number> {
  return map.set(key, (map.get(key) ?? 0) + amount);
}

function inOrder<Key, Value>(map: ReadonlyMap<Key, Value>): [Key, Value][] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}
