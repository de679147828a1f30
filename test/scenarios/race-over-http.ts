import { newSecretId } from '~/shared/ids';
import { prepareOrder } from '../factories/prepared-orders';
import { makeOpenFestival, readStockRow } from '../factories/stalls';
import type { World } from '../setup/open-world';
import { nothingSent, type Sent, sendOrder } from './order-senders';

/** How often somebody who was told to come again does so. */
const TRIES = 40;
const PAUSE_MS = 500;

/** Everybody at once, in turns to every process; who is turned away because the queue is full comes again. */
async function sendAll(origins: readonly string[], orders: readonly Parameters<typeof sendOrder>[1][]): Promise<Sent> {
  const all = nothingSent();
  let left = [...orders];
  for (let tries = 0; left.length > 0 && tries < TRIES; tries++) {
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const sent = nothingSent();
    await Promise.all(left.map((order, turn) => sendOrder(origins[turn % origins.length] ?? '', order, sent)));
    all.acknowledged.push(...sent.acknowledged);
    all.refused.push(...sent.refused);
    all.others.push(...sent.others);
    // A connection that found no room is turned away by the system itself.
    left = [...sent.turnedAway, ...sent.unanswered];
  }
  all.unanswered = left;
  return all;
}

/** R3 through real processes on one database: every customer from a browser of her own, in cash. */
export async function racePortionsOverHttp(
  world: World,
  origins: readonly string[],
  { customers, portions }: { customers: number; portions: number },
) {
  const { stalls } = await makeOpenFestival(world, [{ portions, cookedAtOnce: 60, dishes: [{ makeSeconds: 30 }] }]);
  const sent = await sendAll(
    origins,
    Array.from({ length: customers }, () => prepareOrder(world, stalls)),
  );
  return { ...sent, left: (await readStockRow(world, stalls[0]!))?.portions_left };
}

/** R6 through real processes on one database: one basket, posted many times at once. */
export async function raceKeyOverHttp(world: World, origins: readonly string[], { times }: { times: number }) {
  const { stalls } = await makeOpenFestival(world, [{ portions: 3_000, cookedAtOnce: 60 }]);
  const orderId = newSecretId('ord');
  const sent = await sendAll(
    origins,
    Array.from({ length: times }, () => prepareOrder(world, stalls, { orderId })),
  );
  const headers = await world.db.selectFrom('order_header').select('id').where('id', '=', orderId).execute();
  const left = (await readStockRow(world, stalls[0]!))?.portions_left ?? 0;
  return { ...sent, orders: headers.length, taken: 3_000 - left };
}
