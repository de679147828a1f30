import { setImmediate } from 'node:timers/promises';
import type { Engine } from '~db/engine.server';
import { signInPerson } from '../factories/identity';
import { Baskets } from '../load/busy-festival';
import { openBusySite } from '../load/busy-site';
import { paymentsOf } from '../load/order-load';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { startOn } from '../measuring/own-site';
import { median, spreadOf } from '../measuring/statistics';
import { send } from '../setup/http-client';
import { type LiveReader, readLive } from '../setup/live-reader';

const PATIENCE_MS = 10_000;

interface Where {
  engine: Engine;
  /** Of the process that the stall's phone listens to. */
  board: 'same process' | 'second process';
}

/** From the customer's answer, which comes after COMMIT, until her order's news is read from the stall's open stream. */
async function measure(run: MeasureRun, { engine, board }: Where): Promise<Figure> {
  const { festival, site } = await openBusySite(run, { engine });
  const { world } = festival;
  const [stall] = festival.stalls;
  if (!stall) throw new Error('a stall is needed');
  const listening = board === 'same process' ? site : await startOn(run, world, { ROLE: 'web' });
  const session = await signInPerson(world, stall.ownerId);
  const reader = await readLive(listening.port, `/papan/${stall.participationId}/langsung`, { session });
  run.onEnd(reader.leave);
  if (reader.status !== 200) throw new Error(`the stream was answered with ${reader.status}`);
  const times: number[] = [];
  for (const { path, headers, body = '' } of paymentsOf(festival, new Baskets(festival, [stall]), 4 * run.rounds)) {
    const heard = reader.topics().length;
    const form = Object.fromEntries(new URLSearchParams(body));
    const { status } = await send(site.origin, path, { form, ...(headers ? { headers } : {}) });
    if (status !== 303) throw new Error(`an order was answered with ${status}`);
    const answered = performance.now();
    await untilHeard(reader, heard, answered);
    times.push(performance.now() - answered);
  }
  return {
    value: Math.max(...times),
    spread: spreadOf(times),
    reference: null,
    note: `the slowest of ${times.length}; half of them within ${median(times).toFixed(1)} ms`,
  };
}

async function untilHeard(reader: LiveReader, before: number, since: number): Promise<void> {
  while (reader.topics().length <= before) {
    if (reader.isOver()) throw new Error('the stream ended');
    if (performance.now() - since > PATIENCE_MS) throw new Error('the order was never told');
    await setImmediate();
  }
}

const line = (id: string, where: Where): BenchLine => ({
  id,
  what: `a new order at its stall's phone, ${where.board} (${where.engine})`,
  goal: { atMost: 1_000 },
  unit: 'ms',
  measure: (run) => measure(run, where),
});

export const lines: BenchLine[] = [
  line('order-seen', { engine: 'sqlite', board: 'same process' }),
  line('order-seen-elsewhere', { engine: 'postgres', board: 'second process' }),
];
