import { sql } from 'kysely';
import { keptCookies, paymentOf } from '../factories/payers';
import type { MeasureRun } from '../measuring/bench-line';
import { type LoadFigures, type LoadRequest, makeLoad } from '../measuring/load';
import { checkLedger } from '../setup/ledger-invariants';
import type { SiteProcess } from '../setup/site-process';
import type { Baskets, BusyFestival } from './busy-festival';
import { brokenDay } from './day-invariants';

export interface OrderLoad {
  festival: BusyFestival;
  site: SiteProcess;
  baskets: Baskets;
  /** Customers at once, each sending her next order when the last was answered. */
  clients: number;
  ordersEach: number;
}

/** Pays so many orders through HTTP, each accepted with its 303; then everything must add up. */
export async function payOrders(run: MeasureRun, load: OrderLoad): Promise<LoadFigures> {
  const { festival, site, baskets, clients, ordersEach } = load;
  const lists = Array.from({ length: clients }, (): LoadRequest[] => []);
  for (const [at, payment] of paymentsOf(festival, baskets, clients * ordersEach).entries())
    lists[at % clients]?.push(payment);
  return orderAndCheck(festival, async () => {
    const figures = await makeLoad(run, {
      origin: site.origin,
      connections: clients,
      clients: lists,
      requestsEach: ordersEach,
      expect: [303],
      pid: site.process.pid,
    });
    return { value: figures, orders: figures.requests };
  });
}

/** So many payments as phones send them, to be sent once each. */
export function paymentsOf(festival: BusyFestival, baskets: Baskets, count: number): LoadRequest[] {
  const { world, payers } = festival;
  const cookies = payers.map((payer) => keptCookies(world, payer));
  return Array.from({ length: count }, () => {
    const { request, payer } = baskets.next();
    const { cookie, body } = paymentOf(world, request, cookies[payers.indexOf(payer)]);
    return { path: '/keranjang/bayar', method: 'POST', headers: { Cookie: cookie }, body };
  });
}

/** Throws unless the orders acknowledged while `work` ran are those stored, and ledger, stock and slots add up. */
export async function orderAndCheck<Value>(
  festival: BusyFestival,
  work: () => Promise<{ value: Value; orders: number }>,
): Promise<Value> {
  const { db } = festival.world;
  const before = await countOrders(festival);
  const { value, orders } = await work();
  const stored = (await countOrders(festival)) - before;
  if (stored !== orders) throw new Error(`${orders} orders acknowledged, ${stored} stored`);
  const broken = await brokenDay(db);
  if (broken.length > 0) throw new Error(broken.join('; '));
  await checkLedger(db);
  return value;
}

async function countOrders({ world }: BusyFestival): Promise<number> {
  const { rows } = await sql<{ orders: number }>`select count(*) as orders from order_header`.execute(world.db);
  return Number(rows[0]?.orders ?? 0);
}
