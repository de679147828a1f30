import { sql } from 'kysely';
import { MINUTE_MS } from '~/shared/time';
import { percentile } from '../measuring/statistics';
import { lookAtWhatIsLeft } from '../scenarios/what-is-left';
import type { World } from '../setup/open-world';
import type { DayPlan } from './day-plan';
import type { PlayedDay } from './play-day';

/** What came of a day. Waits in minutes of the day, response times in real milliseconds. */
export interface DayFigures {
  seed: number;
  engine: string;
  stalls: number;
  customers: number;
  orders: number;
  tickets: Record<string, number>;
  /** Refusals that customers met, by kind, and baskets that were given up. */
  refusals: Record<string, number>;
  gaveUp: number;
  asked: { wait: number; refund: number };
  /** Placed until ready. */
  waitMinutes: { median: number; p95: number } | null;
  /** Ready after the time promised; negative = earlier. */
  latenessMinutes: { median: number; p95: number } | null;
  readyByPromisePercent: number | null;
  responseMs: Record<string, { count: number; p50: number; p95: number; p99: number }>;
  /** Requests that broke off in an outage and were sent again. */
  repeated: number;
  /** Baskets sent twice at once that became one order. */
  sentTwice: number;
  lost: number;
  oversold: number;
  broken: string[];
  troubles: string[];
  seconds: number;
  /** Ten minutes each, from the opening. */
  curve: { minute: number; orders: number; waitMedian: number | null }[];
  outages: { processDies: number; stallOffline: { from: number; to: number } };
}

interface TicketRow {
  state: string;
  placed_at: number;
  ready_at: number | null;
  promised_at: number | null;
}

export async function readDayFigures(world: World, plan: DayPlan, day: PlayedDay): Promise<DayFigures> {
  const { log, opensAt, festival } = day;
  const tickets: TicketRow[] = await world.db
    .selectFrom('order_ticket')
    .select(['state', 'placed_at', 'ready_at', 'promised_at'])
    .where('festival_id', '=', festival.festivalId)
    .execute();
  const left = await lookAtWhatIsLeft(world, log.acknowledged);
  const lateness = tickets.flatMap(({ ready_at: ready, promised_at: promised }) =>
    ready === null || promised === null ? [] : [(ready - promised) / MINUTE_MS],
  );
  return {
    seed: plan.seed,
    engine: world.engine,
    stalls: plan.stalls.length,
    customers: plan.customers.length,
    orders: log.acknowledged.length,
    tickets: countBy(tickets.map(({ state }) => state)),
    refusals: Object.fromEntries([...log.refusals].sort()),
    gaveUp: log.gaveUp,
    asked: { ...log.answered },
    waitMinutes: middleAndTail(tickets.flatMap(waitOf)),
    latenessMinutes: middleAndTail(lateness),
    readyByPromisePercent:
      lateness.length === 0 ? null : (100 * lateness.filter((minutes) => minutes <= 0).length) / lateness.length,
    responseMs: Object.fromEntries([...log.responseMs].map(([kind, times]) => [kind, tailOf(times)])),
    repeated: log.repeated,
    sentTwice: log.sentTwice,
    lost: left.lost.length,
    oversold: await countOversold(world),
    broken: left.broken,
    troubles: log.troubles,
    seconds: day.seconds,
    curve: curveOf(tickets, opensAt, plan.length),
    outages: {
      processDies: plan.processDiesAt / MINUTE_MS,
      stallOffline: { from: plan.stallOffline.from / MINUTE_MS, to: plan.stallOffline.to / MINUTE_MS },
    },
  };
}

function waitOf({ ready_at: ready, placed_at: placed }: TicketRow): number[] {
  return ready === null ? [] : [(ready - placed) / MINUTE_MS];
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function middleAndTail(values: readonly number[]) {
  return values.length === 0 ? null : { median: percentile(values, 0.5), p95: percentile(values, 0.95) };
}

function tailOf(times: readonly number[]) {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share));
  return { count: times.length, p50: p50!, p95: p95!, p99: p99! };
}

/** Portions that tickets hold beyond what the stall had, over all dishes of all stalls. */
async function countOversold({ db }: World): Promise<number> {
  const { rows } = await sql<{ over: number }>`
    select sum(l.portions_taken) - s.portions_start as over from stall_stock s
    join order_line l on l.festival_id = s.festival_id and l.listing_number = s.listing_number
    join order_ticket t on t.festival_id = l.festival_id and t.id = l.ticket_id and t.day = s.day
    where s.portions_left is not null and t.state not in ('refused', 'cancelled', 'expired')
    group by s.festival_id, s.listing_number, s.day, s.portions_start
    having sum(l.portions_taken) > s.portions_start`.execute(db);
  return rows.reduce((sum, row) => sum + Number(row.over), 0);
}

function curveOf(tickets: readonly TicketRow[], opensAt: number, length: number): DayFigures['curve'] {
  const parts = Math.ceil(length / (10 * MINUTE_MS));
  return Array.from({ length: parts }, (_, part) => {
    const of = tickets.filter(({ placed_at: at }) => Math.floor((at - opensAt) / (10 * MINUTE_MS)) === part);
    return { minute: part * 10, orders: of.length, waitMedian: middleAndTail(of.flatMap(waitOf))?.median ?? null };
  });
}

/**
 * A day to be proud of: nothing lost, nothing sold twice, everything adds up, nobody saw a failure. A day in which hardly
 * anybody got food or no basket was sent twice shows nothing of that, so it is not sound either.
 */
export function isSound({ lost, oversold, broken, troubles, tickets, sentTwice }: DayFigures): boolean {
  const all = Object.values(tickets).reduce((sum, count) => sum + count, 0);
  const wasADay = 2 * (tickets.handed_over ?? 0) > all && sentTwice > 0;
  return wasADay && lost + oversold + broken.length + troubles.length === 0;
}
