import { checkInStall } from '~/domain/stalls/check-in-stall.server';
import { setStock } from '~/domain/stalls/set-stock.server';
import { MINUTE_MS } from '~/shared/time';
import { drainOutbox } from '~/worker/run-worker.server';
import { readOffered } from './offered';
import { type DayScene, planOrders } from './orders';
import { at, inGroups, mustHave, type Stage, type Story } from './stage';
import { Timeline } from './timeline';

export interface DayHours {
  /** When stalls come in, customers come, the last of them come, and when the curtain falls. */
  checkIn: string;
  from: string;
  lastOrder: string;
  until: string;
  orders: number;
  /** Orders of the last quarter of an hour: the fullest, so that boards have something to do when the demo opens. */
  rush: number;
}

/** One day of a festival: stalls check in, customers order, kitchens cook, until the curtain falls. */
export async function* playDay(stage: Stage, scene: DayScene, hours: DayHours): Story {
  const { day } = scene;
  yield at(day, hours.checkIn);
  await checkInAll(stage, scene);
  yield at(day, hours.from);
  await drainOutbox(stage.app);
  const timeline = new Timeline(at(day, hours.until));
  const from = at(day, hours.from) + 2 * MINUTE_MS;
  const to = at(day, hours.lastOrder);
  await planOrders(stage, timeline, scene, { from, to, orders: hours.orders });
  await planOrders(stage, timeline, scene, { from: to - 15 * MINUTE_MS, to, orders: hours.rush });
  yield* timeline.play();
  yield at(day, hours.until);
  await drainOutbox(stage.app);
}

/** Every stall comes in, with today's stock of what it makes beforehand. */
async function checkInAll({ app, dice }: Stage, { festivalId, day, stalls }: DayScene): Promise<void> {
  const now = app.clock.now();
  await inGroups(app, stalls, async (tx, participationId) =>
    mustHave(await checkInStall(tx, { participationId, day, cookedAtOnce: 3 + dice.below(4), now })),
  );
  const counted = (await readOffered(app.db, festivalId)).filter(() => dice.chance(30));
  await inGroups(app, counted, async (tx, { listing, participationId }) => {
    const portions = 8 + dice.below(40);
    mustHave(await setStock(tx, { festivalId, participationId, listing, day, portions, now }));
  });
}
