import { sql } from 'kysely';
import { placeOrders } from '~/domain/orders/place-orders.server';
import type { Engine } from '~db/engine.server';
import { RawOrders } from './throughput-raw';
import { type BusyFestival, basketsAt, DISHES, makeBusyFestival, STALLS } from './throughput-world';

/**
 * Figures to read, one JSON line each: node test/bench.mjs orders-throughput [sqlite|postgres|both] [groups].
 * A rate counts orders a second on the clock; `processor` is this process's own time for an order, in microseconds, which
 * other work on the machine disturbs least. On PostgreSQL the server's time comes on top.
 */
const GROUP = 128;
const [which = 'both', groupsGiven = '24', ways = 'raw,spread,hot,single'] = process.argv.slice(2);
const groups = Number(groupsGiven);

interface Figure {
  rate: number;
  processor: number;
}

/** The driver alone, in groups and one order a transaction. */
interface Reference {
  group: Figure;
  single: Figure;
}

async function measure(orders: number, work: () => Promise<void> | void): Promise<Figure> {
  global.gc?.();
  const processor = process.cpuUsage();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(processor);
  return { rate: orders / seconds, processor: (user + system) / orders };
}

function tell(id: string, what: string, figure: Figure, reference?: Figure): void {
  const lines = [
    { id, what, value: Math.round(figure.rate), unit: 'orders/s', of: reference?.rate },
    { id: `${id}.processor`, what, value: Math.round(figure.processor), unit: 'us/order', of: reference?.processor },
  ];
  for (const { of, ...line } of lines) {
    const ratio = of === undefined ? null : Number((line.value / of).toFixed(3));
    process.stdout.write(
      `${JSON.stringify({ ...line, reference: of === undefined ? null : Math.round(of), ratio })}\n`,
    );
  }
}

async function place(festival: BusyFestival, stalls: BusyFestival['stalls'], orders: number, group: number) {
  const { inTransaction, clock } = festival.world;
  const baskets = basketsAt(festival, stalls, orders);
  const warm = basketsAt(festival, stalls, group === 1 ? 20 : 3 * group);
  const run = async (requests: typeof baskets) => {
    for (let from = 0; from < requests.length; from += group) {
      const part = requests.slice(from, from + group);
      const answers = await inTransaction((tx) => placeOrders(tx, part, clock.now()));
      const refused = answers.find((answer) => !answer.ok);
      if (refused && !refused.ok) throw new Error(`an order was refused: ${refused.refusal.code}`);
    }
  };
  await run(warm);
  return { placed: warm[0]!, figure: await measure(orders, () => run(baskets)) };
}

async function measureRaw(festival: BusyFestival, orders: number): Promise<Reference> {
  const { world } = festival;
  if (!('file' in world.location)) throw new Error('the reference is a file');
  const { placed } = await place(festival, festival.stalls, GROUP, GROUP);
  // The log is folded into the file, so that a copy of it is whole.
  await sql`pragma wal_checkpoint(truncate)`.execute(world.database.writer);
  const raw = new RawOrders(world.location.file, `${world.location.file}-raw`, placed);
  raw.write(3 * GROUP, GROUP);
  const figure = await measure(orders, () => raw.write(orders, GROUP));
  tell('orders.raw', `better-sqlite3 alone, ${raw.rowsEach} rows an order, groups of ${GROUP}`, figure);
  const single = await measure(Math.round(orders / 10), () => raw.write(Math.round(orders / 10), 1));
  tell('orders.raw.single', 'the same, one by one', single);
  raw.close();
  return { group: figure, single };
}

async function measureEngine(engine: Engine, reference?: Reference): Promise<Reference | undefined> {
  const festival = await makeBusyFestival(engine);
  const { stalls } = festival;
  const orders = groups * GROUP;
  const wanted = ways.split(',');
  let raw = reference;
  try {
    if (engine === 'sqlite' && wanted.includes('raw')) raw = await measureRaw(festival, orders);
    const named = [
      [
        'spread',
        `placeOrders, batches of ${GROUP} over ${STALLS} stalls, ${DISHES} dishes each`,
        stalls,
        orders,
        GROUP,
      ],
      ['hot', `placeOrders, batches of ${GROUP} at one stall's dishes`, stalls.slice(0, 1), orders, GROUP],
      ['single', 'placeOrders, one by one', stalls, Math.max(100, orders / 10), 1],
    ] as const;
    for (const [id, what, at, count, group] of named) {
      if (!wanted.includes(id)) continue;
      const { figure } = await place(festival, at, Math.round(count), group);
      tell(`orders.${engine}.${id}`, `${engine}: ${what}`, figure, group === 1 ? raw?.single : raw?.group);
    }
  } finally {
    await festival.close();
  }
  return raw;
}

const engines: Engine[] = which === 'both' ? ['sqlite', 'postgres'] : [which as Engine];
let raw: Reference | undefined;
for (const engine of engines) raw = await measureEngine(engine, raw);
