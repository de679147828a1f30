import type { Engine } from '~db/engine.server';
import type { MeasureRun } from '../measuring/bench-line';
import { openOwnSite } from '../measuring/own-site';
import { type BusyFestival, CUSTOMERS, fillBusyFestival } from './busy-festival';
import { type OrderLoad, payOrders } from './order-load';

interface SiteWishes {
  engine?: Engine;
  /** `off`: every order in a unit of work of its own, answered by the page's action. */
  lane?: 'on' | 'off';
}

type Customers = Omit<OrderLoad, 'baskets'>;

/** The built process on a busy festival, without its worker, and the customers who wait for their answer before they come again. */
export async function openBusySite(
  run: MeasureRun,
  { engine = 'sqlite', lane = 'on' }: SiteWishes = {},
): Promise<Customers> {
  let filled: BusyFestival | undefined;
  const { world, site } = await openOwnSite(run, engine, {
    // The worker would ask customers of orders that no stall accepts; it is measured elsewhere.
    env: { ROLE: 'web', ORDER_LANE: lane },
    fill: async (world) => {
      filled = await fillBusyFestival(world);
    },
  });
  if (!filled) throw new Error('the world was not filled');
  const ordersEach = run.size === 'quick' ? 8 : lane === 'on' ? 120 : 12;
  return { festival: { ...filled, world }, site, clients: CUSTOMERS, ordersEach };
}

/** A load that is not counted: code gets warm, sessions are looked at. */
export async function warmUp(run: MeasureRun, load: OrderLoad): Promise<void> {
  await payOrders(run, { ...load, ordersEach: Math.min(load.ordersEach, 8) });
}
