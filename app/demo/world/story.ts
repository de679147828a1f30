import { readParticipations } from '~/domain/festivals/read-participation.server';
import type { AppContext } from '~/platform/app-context';
import { SettableClock } from '~/platform/clock';
import { instantOf, MINUTE_MS } from '~/shared/time';
import { DEMO_OPENS_AT } from '../demo-clock';
import { openWallets } from './customers';
import { checkInAll, planOrders, work } from './day';
import { answerOffers, apply, compose, openTheFestival } from './festival';
import { importMerchants } from './merchants';
import { takeOver } from './owners';
import { seatPeople } from './people';
import { fillShops, priceForFestival } from './shops';
import { goTo, openStage, type Stage, ZONE } from './stage';
import { Timeline } from './timeline';

/**
 * Builds the demo through the domain's verbs alone: a Dinas imports merchants with their menus, they take over,
 * apply, are chosen and sell; Friday is past with its slips, Saturday is running at 11.30.
 */
export async function tellStory(context: AppContext): Promise<void> {
  const stage = openStage(context, new SettableClock(0));
  const cast = await seatPeople(stage);
  await importMerchants(stage, cast);
  const owned = await takeOver(stage, cast);
  await fillShops(stage, owned);
  const scene = await openTheFestival(stage, cast);
  await apply(
    stage,
    scene,
    owned.map(({ merchantId }) => merchantId),
  );
  await compose(stage, scene);
  await answerOffers(stage, scene);
  // The first wallet belongs to whoever tries the demo; the others eat.
  const [, ...customers] = await openWallets(stage);
  await work(stage);
  await priceForFestival(stage, scene.festivalId);
  const stalls = (await readParticipations(stage.app.db, scene.festivalId)).map(({ id }) => id);
  const day = { festivalId: scene.festivalId, stalls, customers };
  await playDay(stage, { ...day, day: '2026-11-27' }, { until: '21:30', orders: 150, rush: 5 });
  await playDay(stage, { ...day, day: '2026-11-28' }, { until: '11:30', orders: 40, rush: 36 });
  stage.app.clock.set(DEMO_OPENS_AT);
}

async function playDay(
  stage: Stage,
  scene: Parameters<typeof checkInAll>[1],
  { until, orders, rush }: { until: string; orders: number; rush: number },
): Promise<void> {
  const { day } = scene;
  goTo(stage, day, '09:30');
  await checkInAll(stage, scene);
  goTo(stage, day, '10:00');
  await work(stage);
  const end = instantOf(day, until, ZONE);
  const timeline = new Timeline(end);
  const lastOrder = Math.min(end, instantOf(day, '20:15', ZONE));
  await planOrders(stage, timeline, scene, { from: instantOf(day, '10:02', ZONE), to: lastOrder, orders });
  // The last quarter of an hour is the fullest, so that boards have something to do when the demo opens.
  await planOrders(stage, timeline, scene, { from: lastOrder - 15 * MINUTE_MS, to: lastOrder, orders: rush });
  await timeline.play(stage);
  goTo(stage, day, until);
  await work(stage);
}
