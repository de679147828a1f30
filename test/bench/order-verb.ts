import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type OrderRequest, placeOrders } from '~/domain/orders/place-orders.server';
import type { Engine } from '~db/engine.server';
import { Baskets, DISHES, fillBusyFestival, STALLS } from '../load/busy-festival';
import { RawOrders } from '../load/raw-orders';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { afterFilling, openOwnWorld } from '../measuring/own-site';
import { median, spreadOf } from '../measuring/statistics';
import type { World } from '../setup/open-world';

/**
 * The order verb alone, without HTTP, beside better-sqlite3 writing the very same rows with prepared statements and FULL.
 * The reference reads, decides and makes nothing: it is a floor, not the same work. A rate counts orders a second.
 */
const GROUP = 128;

async function rateOf(orders: number, work: () => Promise<void> | void): Promise<number> {
  global.gc?.();
  const began = performance.now();
  await work();
  return (orders / (performance.now() - began)) * 1000;
}

async function place({ inTransaction, clock }: World, requests: readonly OrderRequest[], group: number): Promise<void> {
  for (let from = 0; from < requests.length; from += group) {
    const part = requests.slice(from, from + group);
    const answers = await inTransaction((tx) => placeOrders(tx, part, clock.now()));
    const refused = answers.find((answer) => !answer.ok);
    if (refused && !refused.ok) throw new Error(`an order was refused: ${refused.refusal.code}`);
  }
}

/** Our orders of one round, then the same rows by the driver alone into the file as it was before them. */
async function round(world: World, folder: string, requests: readonly OrderRequest[], group: number) {
  const file = 'file' in world.location ? world.location.file : null;
  if (!file) throw new Error('the reference is a file');
  // The log is folded into the file, so that a copy of it is whole.
  const fold = () => sql`pragma wal_checkpoint(truncate)`.execute(world.database.writer);
  const before = join(folder, 'before.sqlite');
  await fold();
  copyFileSync(file, before);
  const ours = await rateOf(requests.length, () => place(world, requests, group));
  await fold();
  const raw = new RawOrders({ before, after: file, copy: join(folder, 'raw.sqlite') });
  try {
    return { ours, reference: await rateOf(raw.orders, () => raw.write(0, raw.orders, group)), rows: raw.rowsEach };
  } finally {
    raw.close();
  }
}

async function besideRaw(run: MeasureRun, group: number): Promise<Figure> {
  const orders = group * (group === 1 ? (run.size === 'quick' ? 20 : 300) : run.size === 'quick' ? 2 : 24);
  const world = await openOwnWorld(run, 'sqlite');
  const baskets = new Baskets(await fillBusyFestival(world));
  await place(world, baskets.take(3 * GROUP), GROUP);
  const rounds = [];
  for (let done = 0; done < run.rounds; done++)
    rounds.push(await round(world, run.folder, baskets.take(orders), group));
  const ratios = rounds.map(({ ours, reference }) => ours / reference);
  const reference = median(rounds.map((each) => each.reference));
  return {
    value: median(ratios),
    spread: spreadOf(ratios),
    reference: {
      what: `better-sqlite3, the same ${rounds[0]?.rows} rows an order, groups of ${group}`,
      value: reference,
      unit: 'orders/s',
    },
    note: `${Math.round(median(rounds.map(({ ours }) => ours)))} orders/s`,
  };
}

/** On PostgreSQL beside SQLite's own batches: no driver of one is the floor of the other. */
async function besideSqlite(run: MeasureRun): Promise<Figure> {
  const orders = GROUP * (run.size === 'quick' ? 2 : 24);
  const open = async (engine: Engine) => {
    const world = await openOwnWorld(run, engine);
    const baskets = new Baskets(await fillBusyFestival(world));
    await afterFilling(world);
    await place(world, baskets.take(3 * GROUP), GROUP);
    return () => {
      const requests = baskets.take(orders);
      return rateOf(orders, () => place(world, requests, GROUP));
    };
  };
  const [onPostgres, onSqlite] = [await open('postgres'), await open('sqlite')];
  const rounds = [];
  for (let done = 0; done < run.rounds; done++) rounds.push({ ours: await onPostgres(), reference: await onSqlite() });
  const ratios = rounds.map(({ ours, reference }) => ours / reference);
  return {
    value: median(ratios),
    spread: spreadOf(ratios),
    reference: { what: 'the same on SQLite', value: median(rounds.map((each) => each.reference)), unit: 'orders/s' },
    note: `${Math.round(median(rounds.map(({ ours }) => ours)))} orders/s`,
  };
}

const basket = `over ${STALLS} stalls, ${DISHES} dishes each`;

export const lines: BenchLine[] = [
  {
    id: 'order-verb-sqlite',
    what: `placeOrders on SQLite with FULL, batches of ${GROUP} ${basket}`,
    goal: { atLeast: 0.4 },
    unit: '×',
    measure: (run) => besideRaw(run, GROUP),
  },
  {
    id: 'order-verb-single-sqlite',
    what: 'placeOrders on SQLite with FULL, one order a transaction',
    goal: { atLeast: 0.4 },
    unit: '×',
    measure: (run) => besideRaw(run, 1),
  },
  {
    id: 'order-verb-postgres',
    what: `placeOrders on PostgreSQL that waits for its disk, batches of ${GROUP} ${basket}`,
    goal: { atLeast: 0.4 },
    unit: '×',
    measure: besideSqlite,
  },
];
