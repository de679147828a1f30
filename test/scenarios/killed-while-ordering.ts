import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { OrderId } from '~/shared/ids';
import type { PreparedOrder } from '../factories/prepared-orders';
import { freePort } from '../setup/http-client';
import type { World } from '../setup/open-world';
import { type SiteProcess, startSite } from '../setup/site-process';
import { nothingSent, type Sent, sendOrder, sendOrders } from './order-senders';
import { makeOrderSource, type OrderSource } from './order-source';
import { lookAtWhatIsLeft } from './what-is-left';

const CLIENTS = 12;
/** Cash orders of a round; unpaid portions of a festival have a ceiling. */
const CASH = 15;

export interface KillWishes {
  rounds: number;
  /** Orders acknowledged in a round before it may be killed, and at most. */
  killBetween: [least: number, most: number];
  folder: string;
  prefix?: readonly string[];
}

export interface KillOutcome {
  acknowledged: number;
  /** Sent, never answered, sent again after the restart. */
  repeated: number;
  /** Acknowledged and not in the database afterwards. */
  lost: OrderId[];
  /** Breaches of what a day and a ledger must be, after any round. */
  broken: string[];
  /** Answers that no customer should see. */
  others: string[];
  /** Milliseconds from starting the process again until it listens, a round each. */
  readyAfter: number[];
}

/**
 * Kills the real process at random moments while customers order through HTTP, starts it again on the same database,
 * lets everybody who got no answer send the same order again, and looks at everything that was promised.
 */
export async function killWhileOrdering(
  world: World,
  { rounds, killBetween, ...place }: KillWishes,
): Promise<KillOutcome> {
  const orders = await makeOrderSource(world, { orders: rounds * killBetween[1], clients: CLIENTS });
  const outcome: KillOutcome = { acknowledged: 0, repeated: 0, lost: [], broken: [], others: [], readyAfter: [] };
  const told: OrderId[] = [];
  let unanswered: PreparedOrder[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const site = await start(world, place);
    outcome.readyAfter.push(performance.now() - began);
    const sent = nothingSent();
    outcome.repeated += unanswered.length;
    for (const order of unanswered) await sendOrder(site.origin, order, sent);
    const [least, most] = killBetween;
    await orderUntilKilled(site, { sent, orders, killAfter: least + Math.floor(Math.random() * (most - least)) });
    unanswered = [...sent.unanswered, ...sent.turnedAway];
    told.push(...sent.acknowledged);
    outcome.others.push(...sent.refused, ...sent.others);
    const left = await lookAtWhatIsLeft(world, told);
    outcome.lost = left.lost;
    outcome.broken.push(...left.broken);
  }
  outcome.acknowledged = told.length;
  return outcome;
}

function start(world: World, { folder, prefix = [] }: Pick<KillWishes, 'folder' | 'prefix'>): Promise<SiteProcess> {
  const own = mkdtempSync(join(folder, 'killed-'));
  return freePort().then((port) =>
    startSite({ location: world.location, folder: own, port, now: world.clock.now(), prefix }),
  );
}

async function orderUntilKilled(
  site: SiteProcess,
  { sent, orders, killAfter }: { sent: Sent; orders: OrderSource; killAfter: number },
): Promise<void> {
  let made = 0;
  let killed: Promise<void> | null = null;
  const next = () => {
    made += 1;
    return made <= CASH ? orders.cash() : orders.wallet();
  };
  const isOver = () => {
    const isEnough = sent.acknowledged.length >= killAfter || sent.refused.length + sent.others.length > 0;
    if (!killed && isEnough) killed = killSoon(site);
    return site.process.killed;
  };
  await sendOrders(site.origin, { next, clients: CLIENTS, sent, isOver });
  await (killed ?? site.kill());
}

/** At any moment of the next order, not between two of them. */
async function killSoon(site: SiteProcess): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
  await site.kill();
}
