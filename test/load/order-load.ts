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
  const { db } = festival.world;
  const before = await countOrders(festival);
  const lists = Array.from({ length: clients }, (): LoadRequest[] => []);
  const cookies = festival.payers.map((payer) => keptCookies(festival.world, payer));
  for (let sent = 0; sent < clients * ordersEach; sent++) {
    const { request, payer } = baskets.next();
    const { cookie, body } = paymentOf(festival.world, request, cookies[festival.payers.indexOf(payer)]);
    lists[sent % clients]?.push({ path: '/keranjang/bayar', method: 'POST', headers: { Cookie: cookie }, body });
  }
  const figures = await makeLoad(run, {
    origin: site.origin,
    connections: clients,
    clients: lists,
    requestsEach: ordersEach,
    expect: [303],
    pid: site.process.pid,
  });
  const stored = (await countOrders(festival)) - before;
  if (stored !== figures.requests) throw new Error(`${figures.requests} orders acknowledged, ${stored} stored`);
  const broken = await brokenDay(db);
  if (broken.length > 0) throw new Error(broken.join('; '));
  await checkLedger(db);
  return figures;
}

async function countOrders({ world }: BusyFestival): Promise<number> {
  const { rows } = await sql<{ orders: number }>`select count(*) as orders from order_header`.execute(world.db);
  return Number(rows[0]?.orders ?? 0);
}
