import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ImportSummary } from '~/domain/menus/import/read-import.server';
import { damagedSheet } from '../fixtures/imports/damaged-sheet';
import { importAll, makeOffice } from '../fixtures/imports/office';
import type { World } from '../setup/world';

export interface ImportFigures {
  summary: ImportSummary;
  fileMegabytes: number;
  seconds: number;
  processorSeconds: number;
  /** Highest resident memory above what it was before, sampled every 50 ms. */
  megabytesMore: number;
  /** Longest time without a turn of the event loop, ms, and the 99th percentile. */
  loopDelayMax: number;
  loopDelayP99: number;
}

/** Imports one generated file of `rows` rows and measures what it costs the process. */
export async function measureImport(
  world: World,
  { rows, bad, cellPadding }: { rows: number; bad: number; cellPadding: number },
): Promise<ImportFigures> {
  const { csv } = damagedSheet({ seed: 50, rows, bad, cellPadding });
  const office = await makeOffice(world);
  global.gc?.();
  const before = process.memoryUsage().rss;
  let highest = before;
  const sampler = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 50);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const summary = await importAll(world, office, 'besar.csv', csv);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  clearInterval(sampler);
  return {
    summary,
    fileMegabytes: csv.length / 1024 / 1024,
    seconds,
    processorSeconds: (user + system) / 1e6,
    megabytesMore: (highest - before) / 1024 / 1024,
    loopDelayMax: delay.max / 1e6,
    loopDelayP99: delay.percentile(99) / 1e6,
  };
}

export function tellFigures(name: string, figures: ImportFigures): string {
  const { summary, fileMegabytes, seconds, processorSeconds, megabytesMore, loopDelayMax, loopDelayP99 } = figures;
  return (
    `${name}: ${summary.rows.total} rows, ${fileMegabytes.toFixed(1)} MB: ${seconds.toFixed(1)} s, ` +
    `${processorSeconds.toFixed(1)} s of processor, ${megabytesMore.toFixed(0)} MB more, ` +
    `loop delay p99 ${loopDelayP99.toFixed(0)} ms, longest ${loopDelayMax.toFixed(0)} ms\n`
  );
}
