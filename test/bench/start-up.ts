import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { makeOpenFestival } from '../factories/stalls';
import { startBareServer } from '../measuring/bare-server';
import type { BenchLine, MeasureRun, Reference } from '../measuring/bench-line';
import { openOwnWorld } from '../measuring/own-site';
import { residentBytes } from '../measuring/processor-time';
import { median, spreadOf } from '../measuring/statistics';
import { freePort } from '../setup/http-client';
import { WORLD_BEGINS, type World } from '../setup/open-world';
import { startSite } from '../setup/site-process';

const STALLS = 30;
/** Long enough for the worker's first looks and for the collector to have run. */
const IDLE_MS = 5_000;

async function openFestivalWorld(run: MeasureRun): Promise<World> {
  const world = await openOwnWorld(run, 'sqlite');
  await makeOpenFestival(
    world,
    Array.from({ length: run.size === 'quick' ? 2 : STALLS }, () => ({ portions: 100 })),
  );
  return world;
}

async function start(run: MeasureRun, { location }: World) {
  const folder = mkdtempSync(join(run.folder, 'start-'));
  const port = await freePort();
  const began = performance.now();
  const site = await startSite({ location, folder, port, now: WORLD_BEGINS, prefix: run.cores.site });
  run.onEnd(site.stop);
  return { site, milliseconds: performance.now() - began };
}

async function bareStart(run: MeasureRun) {
  const began = performance.now();
  const { pid } = await startBareServer(run, { headers: {}, body: 'ok' });
  return { pid, milliseconds: performance.now() - began };
}

async function measureStart(run: MeasureRun) {
  const world = await openFestivalWorld(run);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < run.rounds; round++) {
    const { site, milliseconds } = await start(run, world);
    ours.push(milliseconds);
    await site.stop();
    bare.push((await bareStart(run)).milliseconds);
  }
  const reference: Reference = { what: 'bare node:http, until it listens', value: median(bare), unit: 'ms' };
  return { value: median(ours), spread: spreadOf(ours), reference };
}

async function measureMemory(run: MeasureRun) {
  const { site } = await start(run, await openFestivalWorld(run));
  const { pid } = await bareStart(run);
  await new Promise((resolve) => setTimeout(resolve, run.size === 'quick' ? 500 : IDLE_MS));
  const ours = residentBytes(site.process.pid ?? 0);
  const bare = residentBytes(pid);
  if (ours === null || bare === null) throw new Error('this system does not tell the memory of a process');
  return {
    value: ours / 1024 ** 2,
    reference: { what: 'bare node:http', value: bare / 1024 ** 2, unit: 'MB' },
    note: 'No request was answered yet.',
  };
}

export const lines: BenchLine[] = [
  {
    id: 'start-up',
    what: 'from starting the built process on a filled SQLite file until it listens',
    goal: { atMost: 1_000 },
    unit: 'ms',
    measure: measureStart,
  },
  {
    id: 'idle-memory',
    what: 'resident memory of the process that listens, worker included',
    goal: { atMost: 150 },
    unit: 'MB',
    measure: measureMemory,
  },
];
