import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { openPageSite, type PageSite } from '../load/page-site';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { type LoadFigures, makeLoad } from '../measuring/load';
import { inTurns, median, spreadOf } from '../measuring/statistics';
import { freePort, send } from '../setup/http-client';

const CONNECTIONS = 32;
const ROUTE = 'public/stall';
const BROWSER = { 'Accept-Encoding': 'gzip' };
/** An unknown parameter keeps a page out of memory. */
const UNKEPT = '?tanpa-simpan=1';
const buildFile = resolve(process.env.BUILD_DIR || 'build', 'server/index.js');

interface Loaders {
  routes: Record<string, { module: { loader: (args: unknown) => Promise<unknown> } }>;
}

/** What the page's own loaders answer, as a file for test/load/served-page.mjs. */
async function writePageData(run: MeasureRun, { world, site, path }: PageSite): Promise<string> {
  const { routes } = (await import(/* @vite-ignore */ pathToFileURL(buildFile).href)) as Loaders;
  const [, , slug, , stall] = path.split('/');
  const args = {
    request: new Request(`${site.origin}${path}`),
    params: { slug, stall },
    context: { app: world.app, keepPage: () => undefined },
  };
  const data = { page: await routes[ROUTE]!.module.loader(args), root: await routes.root!.module.loader(args) };
  const file = join(run.folder, 'served-page.json');
  writeFileSync(file, JSON.stringify({ buildFile, routeId: ROUTE, ...data }));
  return file;
}

/** remix-serve, sending the same page with its data inlined: no database, no guard, no basket beside it. */
async function startRemixServe(run: MeasureRun, dataFile: string): Promise<{ origin: string; child: ChildProcess }> {
  const port = await freePort();
  const serve = resolve('node_modules/@remix-run/serve/dist/cli.js');
  const [program = process.execPath, ...args] = [...run.cores.site, process.execPath, serve];
  const child = spawn(program, [...args, resolve('test/load/served-page.mjs')], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      SERVED_PAGE: dataFile,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  run.onEnd(() => child.kill('SIGKILL'));
  const origin = `http://localhost:${port}`;
  for (let tries = 0; tries < 400; tries++) {
    if (await send(origin, '/favicon.svg').catch(() => null)) return { origin, child };
    await pause(25);
  }
  throw new Error('remix-serve did not start');
}

async function measure(run: MeasureRun): Promise<Figure> {
  const opened = await openPageSite(run);
  const { site, path } = opened;
  const serve = await startRemixServe(run, await writePageData(run, opened));
  const own = `${path}${UNKEPT}`;
  const [rendered, served] = [await send(site.origin, own), await send(serve.origin, path)];
  const heading = /<h1>.*?<\/h1>/.exec(rendered.text)?.[0] ?? 'no heading';
  if (!served.text.includes(heading)) throw new Error(`remix-serve sends another page: ${served.status}`);
  const load = (origin: string, pid: number | undefined, asked: string): Promise<LoadFigures> =>
    makeLoad(run, { origin, connections: CONNECTIONS, clients: [[{ path: asked, headers: BROWSER }]], pid });
  const costs = { ours: 0, serve: 0 };
  const { ratio, spread, ours, reference } = await inTurns(run.rounds, {
    ours: async () => {
      const figures = await load(site.origin, site.process.pid, own);
      costs.ours = figures.processor ?? 0;
      return figures.rate;
    },
    reference: async () => {
      const figures = await load(serve.origin, serve.child.pid, path);
      costs.serve = figures.processor ?? 0;
      return figures.rate;
    },
  });
  const micros = `${Math.round(costs.ours)} us of processor each, remix-serve ${Math.round(costs.serve)}`;
  return {
    value: ratio,
    spread,
    reference: { what: 'remix-serve, the same page with its data inlined', value: reference, unit: 'req/s' },
    note: `${Math.round(ours)} req/s, ${micros}; ${rendered.bytes.length} and ${served.bytes.length} bytes`,
  };
}

/** The slow hundredth of each load, after one that is not counted: code gets warm. */
async function slowest(run: MeasureRun): Promise<Figure> {
  const { site, path } = await openPageSite(run);
  const clients = [[{ path: `${path}${UNKEPT}`, headers: BROWSER }]];
  const load = () => makeLoad(run, { origin: site.origin, connections: CONNECTIONS, clients });
  const rounds: LoadFigures[] = [];
  for (let done = 0; done <= run.rounds; done++) rounds.push(await load());
  const counted = rounds.slice(1).map(({ latency }) => latency);
  const p99 = counted.map((latency) => latency.p99);
  const half = Math.round(median(counted.map(({ p50 }) => p50)));
  return { value: median(p99), spread: spreadOf(p99), reference: null, note: `half of them within ${half} ms` };
}

export const lines: BenchLine[] = [
  {
    id: 'miss-page',
    what: `a stall's page rendered for each request, database and guard included, ${CONNECTIONS} connections`,
    goal: { atLeast: 1.4 },
    unit: '×',
    measure,
  },
  {
    id: 'miss-page-p99',
    what: `the slowest in a hundred of them, ${CONNECTIONS} connections`,
    goal: { atMost: 100 },
    unit: 'ms',
    measure: slowest,
  },
];
