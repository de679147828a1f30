import { sql } from 'kysely';
import { placeOrders } from '~/domain/orders/place-orders.server';
import type { Engine } from '~db/engine.server';
import { RawOrders } from '../load/throughput-raw';
import { type BusyFestival, basketsAt, DISHES, makeBusyFestival, STALLS } from '../load/throughput-world';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { inTurns } from '../measuring/statistics';

/**
 * The order verb alone, without HTTP, beside better-sqlite3 writing the same rows with prepared statements and FULL. The
 * reference reads, decides and serialises nothing: it is a floor, not the same work. A rate counts orders a second.
 */
const GROUP = 128;

async function orderRate(orders: number, work: () => Promise<void> | void): Promise<number> {
  global.gc?.();
  const began = performance.now();
  await work();
  return (orders / (performance.now() - began)) * 1000;
}

async function place(festival: BusyFestival, orders: number, group: number): Promise<number> {
  const { inTransaction, clock } = festival.world;
  const baskets = basketsAt(festival, festival.stalls, orders);
  return orderRate(orders, async () => {
    for (let from = 0; from < orders; from += group) {
      const part = baskets.slice(from, from + group);
      const answers = await inTransaction((tx) => placeOrders(tx, part, clock.now()));
      const refused = answers.find((answer) => !answer.ok);
      if (refused && !refused.ok) throw new Error(`an order was refused: ${refused.refusal.code}`);
    }
  });
}

/** A copy of a small festival's file into which rows like those of a placed order are written. */
async function openRaw(run: MeasureRun): Promise<RawOrders> {
  const festival = await makeBusyFestival('sqlite');
  const [placed] = basketsAt(festival, festival.stalls, 1);
  const { world } = festival;
  if (!placed || !('file' in world.location)) throw new Error('the reference is a file');
  await world.inTransaction((tx) => placeOrders(tx, [placed], world.clock.now()));
  // The log is folded into the file, so that a copy of it is whole.
  await sql`pragma wal_checkpoint(truncate)`.execute(world.database.writer);
  const raw = new RawOrders(world.location.file, `${run.folder}/raw.sqlite`, placed);
  run.onEnd(() => raw.close());
  await festival.close();
  return raw;
}

async function besideRaw(run: MeasureRun, engine: Engine, group: number): Promise<Figure> {
  const orders = group * (group === 1 ? (run.size === 'quick' ? 20 : 300) : run.size === 'quick' ? 2 : 12);
  const festival = await makeBusyFestival(engine);
  run.onEnd(festival.close);
  const raw = await openRaw(run);
  await place(festival, Math.max(group, 20), group);
  raw.write(3 * GROUP, group);
  const { ratio, spread, ours, reference } = await inTurns(run.rounds, {
    ours: () => place(festival, orders, group),
    reference: () => orderRate(orders, () => raw.write(orders, group)),
  });
  const what = `better-sqlite3 alone, ${raw.rowsEach} rows an order, groups of ${group}`;
  return {
    value: ratio,
    spread,
    reference: { what, value: reference, unit: 'orders/s' },
    note: `${Math.round(ours)} orders/s`,
  };
}

const NAMES = { sqlite: 'SQLite with FULL', postgres: 'PostgreSQL without fsync' };

const engines: Engine[] = ['sqlite', 'postgres'];

export const lines: BenchLine[] = engines.flatMap((engine) => [
  {
    id: `order-verb-${engine}`,
    what: `placeOrders on ${NAMES[engine]}, batches of ${GROUP} over ${STALLS} stalls, ${DISHES} dishes each`,
    goal: { atLeast: 0.4 },
    unit: '×',
    measure: (run: MeasureRun) => besideRaw(run, engine, GROUP),
  },
  {
    id: `order-verb-single-${engine}`,
    what: `placeOrders on ${NAMES[engine]}, one order a transaction`,
    goal: { atLeast: 0.4 },
    unit: '×',
    measure: (run: MeasureRun) => besideRaw(run, engine, 1),
  },
]);
