import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { LOG_PAGES } from '~db/dialects/sqlite-connection.server';
import type { Engine } from '~db/engine.server';
import { Baskets, CUSTOMERS, DISHES } from '../load/busy-festival';
import { openBusySite, warmUp } from '../load/busy-site';
import { type OrderLoad, payOrders } from '../load/order-load';
import { RawOrders } from '../load/raw-orders';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { median, spreadOf } from '../measuring/statistics';

/**
 * Durable orders through HTTP: signed in, paid from the wallet with a remembered PIN, three dishes each, by customers who
 * order again when the last was answered. After every load the orders stored are those acknowledged, the ledger balances
 * and portions, seconds and numbers add up.
 */
const GROUP = 128;

async function besideRaw(run: MeasureRun): Promise<Figure> {
  const customers = await openBusySite(run);
  const { world } = customers.festival;
  const file = 'file' in world.location ? world.location.file : '';
  const load = { ...customers, baskets: new Baskets(customers.festival) };
  // The log is folded into the file, so that a copy of it is whole.
  const fold = () => sql`pragma wal_checkpoint(truncate)`.execute(world.database.writer);
  await warmUp(run, load);
  const rounds = [];
  for (let done = 0; done < run.rounds; done++) {
    const before = join(run.folder, 'before.sqlite');
    await fold();
    copyFileSync(file, before);
    const { rate, processor } = await payOrders(run, load);
    await fold();
    const copies = { before, after: file, copy: join(run.folder, 'raw.sqlite') };
    rounds.push({
      ours: rate,
      ...writeRaw(copies),
      withOurLog: writeRaw({ ...copies, logPages: LOG_PAGES }).raw,
      processor,
    });
  }
  const ratios = rounds.map(({ ours, raw }) => ours / raw);
  const processor = median(rounds.map((round) => round.processor ?? 0));
  return {
    value: median(ratios),
    spread: spreadOf(ratios),
    reference: {
      what: `better-sqlite3 writing the same ${rounds[0]?.rows} rows an order, groups of ${GROUP}, FULL, SQLite's own log`,
      value: median(rounds.map(({ raw }) => raw)),
      unit: 'orders/s',
    },
    note:
      `${Math.round(median(rounds.map(({ ours }) => ours)))} orders/s, ${Math.round(processor)} us of processor each; ` +
      `the reference with a log as long as ours ${Math.round(median(rounds.map(({ withOurLog }) => withOurLog)))} orders/s`,
  };
}

/** Orders a second of the driver alone. */
function writeRaw(copies: ConstructorParameters<typeof RawOrders>[0]): { raw: number; rows: number } {
  const raw = new RawOrders(copies);
  const began = performance.now();
  raw.write(0, raw.orders, GROUP);
  const rate = (raw.orders / (performance.now() - began)) * 1000;
  raw.close();
  for (const ending of ['-wal', '-shm']) rmSync(`${copies.copy}${ending}`, { force: true });
  return { raw: rate, rows: raw.rowsEach };
}

async function slowest(run: MeasureRun): Promise<Figure> {
  const customers = await openBusySite(run);
  const load = { ...customers, baskets: new Baskets(customers.festival) };
  await warmUp(run, load);
  const rounds = [];
  for (let done = 0; done < run.rounds; done++) rounds.push(await payOrders(run, load));
  const p99 = rounds.map(({ latency }) => latency.p99);
  const half = Math.round(median(rounds.map(({ latency }) => latency.p50)));
  return { value: median(p99), spread: spreadOf(p99), reference: null, note: `half of them within ${half} ms` };
}

/** Two loads measured in turns; each round is told its number, the warming up is round 0. */
async function inTurns(
  run: MeasureRun,
  { ours, other, what }: { ours: (round: number) => OrderLoad; other: (round: number) => OrderLoad; what: string },
): Promise<Figure> {
  for (const load of [ours(0), other(0)]) await warmUp(run, load);
  const rounds = [];
  for (let round = 1; round <= run.rounds; round++)
    rounds.push({ ours: (await payOrders(run, ours(round))).rate, other: (await payOrders(run, other(round))).rate });
  const ratios = rounds.map((round) => round.ours / round.other);
  return {
    value: median(ratios),
    spread: spreadOf(ratios),
    reference: { what, value: median(rounds.map((round) => round.other)), unit: 'orders/s' },
    note: `${Math.round(median(rounds.map((round) => round.ours)))} orders/s`,
  };
}

async function besidePlain(run: MeasureRun): Promise<Figure> {
  const [lane, plain] = [await openBusySite(run), await openBusySite(run, { lane: 'off' })];
  const ours = { ...lane, baskets: new Baskets(lane.festival) };
  const other = { ...plain, baskets: new Baskets(plain.festival) };
  const what = 'the same process with ORDER_LANE=off: the Remix action, one unit of work an order';
  return inTurns(run, { ours: () => ours, other: () => other, what });
}

/** A stall counts ten thousand portions of a dish at most, so each round has a hot stall of its own. */
async function oneHotDish(run: MeasureRun, engine: Engine): Promise<Figure> {
  const customers = await openBusySite(run, { engine });
  const { festival } = customers;
  const ordersEach = Math.min(customers.ordersEach, 40);
  const hot = festival.stalls.slice(0, run.rounds + 1);
  const spread = festival.stalls.slice(hot.length);
  const other = { ...customers, ordersEach, baskets: new Baskets(festival, spread) };
  const oursAt = hot.map((stall) => ({ ...customers, ordersEach, baskets: new Baskets(festival, [stall]) }));
  const what = `the same customers at ${spread.length} stalls in turn`;
  return inTurns(run, { ours: (round) => oursAt[round] ?? other, other: () => other, what });
}

const payment = `one wallet payment with ${DISHES} dishes each, ${CUSTOMERS} customers at once`;

export const lines: BenchLine[] = [
  {
    id: 'orders-http',
    what: `durable orders through HTTP on SQLite with FULL: ${payment}`,
    goal: { atLeast: 0.4 },
    unit: '×',
    measure: besideRaw,
  },
  {
    id: 'orders-http-p99',
    what: `the slowest in a hundred of them: ${payment}`,
    goal: { atMost: 50 },
    unit: 'ms',
    measure: slowest,
  },
  {
    id: 'orders-plain',
    what: `the order lane beside the plain action: ${payment}`,
    goal: { atLeast: 8 },
    unit: '×',
    measure: besidePlain,
  },
  {
    id: 'hot-dish-sqlite',
    what: "everybody at one stall's dishes, SQLite",
    goal: { atLeast: 0.5 },
    unit: '×',
    measure: (run) => oneHotDish(run, 'sqlite'),
  },
  {
    id: 'hot-dish-postgres',
    what: "everybody at one stall's dishes, PostgreSQL that waits for its disk",
    goal: { atLeast: 0.5 },
    unit: '×',
    measure: (run) => oneHotDish(run, 'postgres'),
  },
];
