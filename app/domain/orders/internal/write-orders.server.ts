import type { Tx } from '~/platform/app-context';
import { touchTopics } from '~/platform/topic.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import { takePickupNumbers } from '../../stalls/take-pickup-numbers.server';
import { takePortions } from '../../stalls/take-portions.server';
import { takeSlotSeconds } from '../../stalls/take-slot-seconds.server';
import { placeHolds } from '../../wallet/place-holds.server';
import type { OrderPlan } from '../decide-orders';
import { insertOrders } from './insert-orders.server';
import { nameTickets } from './name-tickets.server';
import { waitsForCash } from './order-book';
import { effectsOf } from './order-effects';
import type { OrderSnapshot } from './order-snapshot';
import { Raced } from './raced';
import { scheduleTickets } from './schedule-tickets.server';
import { claimBrowsers, takeUnpaid } from './take-unpaid.server';
import { tellOrdersLive } from './tell-orders-live.server';

/**
 * Writes a batch in one statement a table. Every scarce row carries its guard in WHERE; fewer rows than
 * planned means that somebody was faster in spite of the locks, so the whole unit is thrown away and tried again.
 */
export async function writeOrders(
  tx: Tx,
  snapshot: OrderSnapshot,
  plans: readonly OrderPlan[],
  now: number,
  fences: Fences = ALL_FENCES,
): Promise<void> {
  if (plans.length === 0) return;
  const tickets = nameTickets(snapshot, plans, now);
  const holds = tickets.flatMap(({ hold }) => hold ?? []);
  const { portions, seconds, numbers, unpaid, topics } = effectsOf(snapshot, plans);
  const expect = (what: string, written: number, planned: number) => {
    if (fences.guard && written !== planned) throw new Raced(`${what}: ${written} of ${planned} rows`);
  };
  expect('holds', await placeHolds(tx, holds, now, fences), holds.length);
  expect('portions', await takePortions(tx, portions, fences), portions.length);
  expect('slots', await takeSlotSeconds(tx, seconds, fences), seconds.length);
  expect('pickup numbers', await takePickupNumbers(tx, numbers, fences), numbers.length);
  expect('unpaid portions', await takeUnpaid(tx, unpaid, fences), unpaid.length);
  const browsers = plans.filter(({ request }) => waitsForCash(request) && request.browserHmac !== null);
  expect('browsers', await claimBrowsers(tx, browsers, now), browsers.length);
  expect('orders', await insertOrders(tx, plans, tickets, now), plans.length);
  await scheduleTickets(tx, tickets, now);
  tellOrdersLive(
    tx,
    tickets.map(({ request, plan, state }) => ({
      festivalId: request.festivalId,
      participationId: plan.participationId,
      orderId: request.orderId,
      from: null,
      to: state,
    })),
  );
  if (topics.length > 0) await touchTopics(tx, topics, now);
}
