import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MeasureRun } from './bench-line';
import { processorSeconds } from './processor-time';

const PROGRAM = join(process.cwd(), 'test/measuring/programs/load.mjs');

export interface LoadRequest {
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

export interface LoadTask {
  /** http://localhost:port; the guard wants the name the site is configured with. */
  origin: string;
  /** Connections at once. */
  connections: number;
  /** What each connection sends, in turns and from the beginning again; connection n takes list n, or n modulo their number. */
  clients: readonly (readonly LoadRequest[])[];
  /** How long; the run's own length when neither is given. */
  seconds?: number;
  /** Instead of a time: so many requests a connection, for lists that may be sent once only. */
  requestsEach?: number;
  pipelining?: number;
  /** Statuses that count as answered; any other, or a broken connection, makes the load throw. 200 when left out. */
  expect?: readonly number[];
  /** The process whose processor time is counted. */
  pid?: number | undefined;
}

export interface LoadFigures {
  requests: number;
  seconds: number;
  /** Requests a second. */
  rate: number;
  /** Milliseconds, whole. */
  latency: { p50: number; p90: number; p99: number; max: number };
  statuses: Record<string, number>;
  errors: number;
  bytes: number;
  /** Microseconds of processor time of `pid` a request; null without one, or where the system does not tell. */
  processor: number | null;
}

const run = promisify(execFile);
let tasks = 0;

/** Sends requests from a process of its own on the processors for load, and waits for the end. */
export async function makeLoad({ folder, seconds, cores }: MeasureRun, task: LoadTask): Promise<LoadFigures> {
  const { origin, connections, requestsEach, pipelining = 1, expect = [200], pid } = task;
  // A list that is sent once must not be shared by two connections.
  if (requestsEach && task.clients.length < connections) throw new Error('every connection needs a list of its own');
  tasks += 1;
  const file = join(folder, `load-${tasks}.json`);
  const url = origin.replace('//localhost', '//127.0.0.1');
  const clients = task.clients.map((list) => list.map((request) => withHead(request, origin)));
  writeFileSync(
    file,
    JSON.stringify({ url, clients, connections, seconds: task.seconds ?? seconds, requestsEach, pipelining }),
  );
  const before = pid === undefined ? null : processorSeconds(pid);
  const [program = process.execPath, ...args] = [...cores.load, process.execPath, PROGRAM, file];
  const { stdout } = await run(program, args, { maxBuffer: 8 * 1024 * 1024 });
  const after = pid === undefined ? null : processorSeconds(pid);
  const figures = JSON.parse(stdout) as Omit<LoadFigures, 'processor'>;
  const others = Object.keys(figures.statuses).filter((status) => !expect.includes(Number(status)));
  if (figures.errors > 0 || others.length > 0 || figures.requests === 0) {
    throw new Error(`a load was not answered as it should be: ${JSON.stringify(figures)}`);
  }
  const processor = before === null || after === null ? null : ((after - before) / figures.requests) * 1e6;
  return { ...figures, processor };
}

/** A request with its head, as our own site's pages send it. */
export function withHead({ path, method = 'GET', headers, body }: LoadRequest, origin: string) {
  const form =
    body === undefined
      ? {}
      : { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
  return { path, method, body, headers: { Host: new URL(origin).host, ...form, ...headers } };
}
