import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MeasureRun } from './bench-line';
import { type LoadRequest, withHead } from './load';
import { percentile } from './statistics';

const PROGRAM = join(process.cwd(), 'test/measuring/programs/paced-load.mjs');

export interface Flow {
  /** Sent in turns and from the beginning again. */
  requests: readonly LoadRequest[];
  /** Requests a second on average; they come as people do, now and then many at once. */
  rate: number;
  /** `new`: each request comes on a connection of its own, as from another phone. */
  connections: 'kept' | 'new';
  /** Any other status, or a broken connection, makes the load throw. */
  expect: number;
}

export interface PacedLoad<Name extends string> {
  origin: string;
  flows: Record<Name, Flow>;
  /** The run's own length when left out. */
  seconds?: number;
}

export interface FlowFigures {
  requests: number;
  /** Milliseconds from the moment a request was due: whoever waits for a place waits. */
  p50: number;
  p99: number;
}

/** Status, or why the connection broke; milliseconds. */
type Answer = [number | string, number];

const run = promisify(execFile);
let tasks = 0;

/**
 * Several flows at once from a process of its own, each at its rate whatever the answers take: unlike `makeLoad`, whose
 * customers wait for their answer before they come again.
 */
export async function makePacedLoad<Name extends string>(
  { folder, seconds, cores }: MeasureRun,
  task: PacedLoad<Name>,
): Promise<Record<Name, FlowFigures>> {
  const { origin } = task;
  tasks += 1;
  const file = join(folder, `paced-load-${tasks}.json`);
  const named = Object.entries<Flow>(task.flows);
  const flows = named.map(([, { rate, connections, requests }]) => ({
    rate,
    connections,
    requests: requests.map((request) => withHead(request, origin)),
  }));
  const { port } = new URL(origin);
  writeFileSync(file, JSON.stringify({ host: '127.0.0.1', port, seconds: task.seconds ?? seconds, flows }));
  const [program = process.execPath, ...args] = [...cores.load, process.execPath, PROGRAM, file];
  const { stdout } = await run(program, args, { maxBuffer: 64 * 1024 * 1024 });
  const told = JSON.parse(stdout) as Answer[][];
  const figures = named.map(([name, { expect }], at) => [name, figuresOf(name, told[at] ?? [], expect)]);
  return Object.fromEntries(figures) as Record<Name, FlowFigures>;
}

function figuresOf(name: string, answers: readonly Answer[], expect: number): FlowFigures {
  const others = answers.filter(([status]) => status !== expect).map(([status]) => status);
  if (answers.length === 0 || others.length > 0) {
    throw new Error(
      `${others.length} of ${answers.length} ${name} were answered with ${[...new Set(others)].join(', ')}`,
    );
  }
  const times = answers.map(([, ms]) => ms);
  return { requests: answers.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}
