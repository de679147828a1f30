import { setTimeout as pause } from 'node:timers/promises';
import { pauseStall } from '~/domain/stalls/pause-stall.server';
import { resumeStall } from '~/domain/stalls/resume-stall.server';
import { wordsFor } from '~/i18n';
import { touchTopics } from '~/platform/topic.server';
import { makePerson, signInPerson } from '../factories/identity';
import { openPageSite, type PageSite } from '../load/page-site';
import { startBareServer } from '../measuring/bare-server';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { makeLoad } from '../measuring/load';
import { inTurns, median, spreadOf } from '../measuring/statistics';
import { type Answer, freePort, send } from '../setup/http-client';
import { startSite } from '../setup/site-process';

const CONNECTIONS = 32;
const BROWSER = { 'Accept-Encoding': 'gzip, deflate, br', Cookie: 'keranjang=abc.def; peramban=xyz' };

/** Requests a second and what each costs the process in microseconds. */
async function rate(
  run: MeasureRun,
  origin: string,
  pid: number | undefined,
  path: string,
  headers: Record<string, string>,
  expect: number,
) {
  const clients = [[{ path, headers }]];
  return makeLoad(run, { origin, connections: CONNECTIONS, clients, expect: [expect], pid });
}

/** Headers as a browser got them, without those that node writes by itself. */
function ownHeaders({ headers }: Answer): Record<string, string> {
  const { date: _1, connection: _2, 'keep-alive': _3, ...own } = headers;
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)]));
}

/** Ours and a bare node:http server that sends the same bytes and headers, in turns. */
async function besideBare(run: MeasureRun, headers: Record<string, string>, status: number): Promise<Figure> {
  const { site, path } = await openPageSite(run);
  const kept = await send(site.origin, path, { headers });
  if (kept.status !== status) throw new Error(`${path} answered ${kept.status}`);
  const bare = await startBareServer(run, { status, headers: ownHeaders(kept), body: kept.bytes });
  let micros = 0;
  const { ratio, spread, ours, reference } = await inTurns(run.rounds, {
    ours: async () => {
      const load = await rate(run, site.origin, site.process.pid, path, headers, status);
      micros = load.processor ?? 0;
      return load.rate;
    },
    reference: async () => (await rate(run, bare.origin, bare.pid, path, headers, status)).rate,
  });
  return {
    value: ratio,
    spread,
    reference: { what: 'bare node:http, same bytes and headers', value: reference, unit: 'req/s' },
    note: `${Math.round(ours)} req/s, ${kept.bytes.length} bytes, ${micros.toFixed(1)} us of processor each`,
  };
}

async function tagOf(run: MeasureRun): Promise<Figure> {
  const { site, path } = await openPageSite(run);
  const { headers } = await send(site.origin, path, { headers: BROWSER });
  const again = { ...BROWSER, 'If-None-Match': String(headers.etag) };
  const { ratio, spread, ours, reference } = await inTurns(run.rounds, {
    ours: async () => (await rate(run, site.origin, undefined, path, again, 304)).rate,
    reference: async () => (await rate(run, site.origin, undefined, path, BROWSER, 200)).rate,
  });
  const what = 'the same page from memory, with its body';
  return {
    value: ratio,
    spread,
    reference: { what, value: reference, unit: 'req/s' },
    note: `${Math.round(ours)} req/s`,
  };
}

/** From memory, and rendered for each request: an unknown parameter keeps a page out of memory. */
async function overRendering(run: MeasureRun): Promise<Figure> {
  const { site, path } = await openPageSite(run);
  await send(site.origin, path, { headers: BROWSER });
  const { ratio, spread, ours, reference } = await inTurns(run.rounds, {
    ours: async () => (await rate(run, site.origin, undefined, path, BROWSER, 200)).rate,
    reference: async () => (await rate(run, site.origin, undefined, `${path}?tanpa-simpan=1`, BROWSER, 200)).rate,
  });
  const what = 'the same page rendered by Remix for each request';
  return {
    value: ratio,
    spread,
    reference: { what, value: reference, unit: 'req/s' },
    note: `${Math.round(ours)} req/s`,
  };
}

/** Milliseconds from a committed edit until `origin` sends the page that shows it. */
async function editSeen({ world, stall, path }: PageSite, origin: string, edit: 'pause' | 'resume'): Promise<number> {
  const before = (await send(origin, path)).text;
  const { festivalId, participationId, day } = stall;
  const key = { festivalId, participationId, day, now: world.clock.now() };
  await world.inTransaction<unknown>((tx) =>
    edit === 'pause' ? pauseStall(tx, { ...key, reason: 'busy' }) : resumeStall(tx, key),
  );
  const committed = performance.now();
  while ((await send(origin, path)).text === before) {
    if (performance.now() - committed > 10_000) throw new Error('the edit was never seen');
    await pause(1);
  }
  return performance.now() - committed;
}

/** The edit is a tap on the stall's board, so the process that takes it also sends the page. */
async function editHere(run: MeasureRun): Promise<Figure> {
  const { world, site, stall, path } = await openPageSite(run);
  const session = await signInPerson(world, stall.ownerId);
  const times: number[] = [];
  for (let round = 0; round < run.rounds * 4; round++) {
    const before = (await send(site.origin, path)).text;
    const form = { tindakan: round % 2 === 0 ? 'jeda' : 'buka' };
    await send(site.origin, `/papan/${stall.participationId}/jeda`, { session, form });
    const answered = performance.now();
    if ((await send(site.origin, path)).text === before) throw new Error('the page was sent as it was');
    times.push(performance.now() - answered);
  }
  return {
    value: median(times),
    spread: spreadOf(times),
    reference: null,
    note: 'from the answer to the tap to the whole changed page, rendered anew',
  };
}

/** Renders of one page whose topic was touched, however many ask for it at once. */
async function stampede(run: MeasureRun): Promise<Figure> {
  const opened = await openPageSite(run);
  const { world, site, path } = opened;
  const role = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
  const session = await signInPerson(world, (await makePerson(world, { role })).personId);
  const many = run.size === 'quick' ? 200 : 2_000;
  const counts: number[] = [];
  for (let round = 0; round < run.rounds; round++) {
    await editSeen(opened, site.origin, round % 2 === 0 ? 'pause' : 'resume');
    await world.inTransaction((tx) => touchTopics(tx, [`stall:${opened.stall.participationId}`], world.clock.now()));
    // The site compares its topics four times a second.
    await pause(600);
    const before = await readRenders(site.origin, session);
    await Promise.all(Array.from({ length: many }, () => send(site.origin, path)));
    counts.push((await readRenders(site.origin, session)) - before);
  }
  return { value: Math.max(...counts), spread: spreadOf(counts), reference: null, note: `${many} asked at once` };
}

/** How many pages the site has rendered for everybody, as its operator reads it. */
async function readRenders(origin: string, session: string): Promise<number> {
  const { text } = await send(origin, '/en/operator/tembolok', { session });
  const shown = new RegExp(`${wordsFor('en').operator.cache.renders}</dt><dd>([\\d,]+)`).exec(text)?.[1];
  if (shown === undefined) throw new Error('the operator page shows no renders');
  return Number(shown.replaceAll(',', ''));
}

/** The edit comes from this process, so the site hears of it as any other process does. */
async function editElsewhere(run: MeasureRun): Promise<Figure> {
  const opened = await openPageSite(run, 'postgres');
  const { location } = opened.world;
  const port = await freePort();
  const env = { ROLE: 'web' };
  const second = await startSite({ location, folder: run.folder, port, now: opened.world.clock.now(), env });
  run.onEnd(second.stop);
  const times: number[] = [];
  for (let round = 0; round < run.rounds * 4; round++) {
    times.push(await editSeen(opened, second.origin, round % 2 === 0 ? 'pause' : 'resume'));
  }
  return { value: median(times), spread: spreadOf(times), reference: null, note: 'from COMMIT to the changed page' };
}

export const lines: BenchLine[] = [
  {
    id: 'cached-page',
    what: `a stall's page from memory, brotli, ${CONNECTIONS} connections, one process`,
    goal: { atLeast: 0.6 },
    unit: '×',
    measure: (run) => besideBare(run, BROWSER, 200),
  },
  {
    id: 'cached-page-over-remix',
    what: 'the same page from memory beside rendering it each time',
    goal: { atLeast: 60 },
    unit: '×',
    measure: overRendering,
  },
  {
    id: 'not-modified',
    what: 'a 304 beside the page with its body',
    goal: { atLeast: 1 },
    unit: '×',
    measure: tagOf,
  },
  {
    id: 'edit-visible',
    what: 'an edit until the process that took it has sent the changed page',
    goal: { atMost: 50 },
    unit: 'ms',
    measure: editHere,
  },
  {
    id: 'edit-visible-elsewhere',
    what: 'an edit in another process on PostgreSQL until this one sends the changed page',
    goal: { atMost: 300 },
    unit: 'ms',
    measure: editElsewhere,
  },
  {
    id: 'stampede',
    what: 'renders of a page that just changed and for which 2,000 ask at once',
    goal: { atMost: 1 },
    unit: 'renders',
    measure: stampede,
  },
];
