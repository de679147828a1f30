import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Right } from '~/domain/identity/rights';
import { streams } from '~/server/live-events/streams';
import { readLive } from '../setup/live-reader';
import { type Answer, startServer, type TestServer } from '../setup/server';
import { fillAddress, readPages } from './built-routes';
import { makeRightsFixture, type Params, type RightsFixture } from './rights-fixture';
import { type Row, rows, streamRows } from './rights-matrix';
import { PASSES, PLAYERS, type Player } from './rights-players';
import { readRowsNaming } from './rows-naming';

type Whose = 'mine' | 'theirs' | 'absent';
type Page = Awaited<ReturnType<typeof readPages>>[number];

/** Thousands of requests: minutes, where other tests run beside. */
const LONG = 300_000;

let server: TestServer;
let fixture: RightsFixture;
let pages: Page[];
beforeAll(async () => {
  server = await startServer('sqlite', { env: { ROLE: 'web' } });
  fixture = await makeRightsFixture(server.world);
  pages = await readPages();
}, LONG);
afterAll(() => server.stop());

const isScoped = (right: Right) => right.includes('.');
const toSignIn = ({ status, headers, text }: Answer) =>
  (status === 302 || status === 303 || status === 202) && `${headers.location ?? ''}${text}`.includes('/masuk?lanjut=');

/** What a player must meet: the way in, the sign-in page, or nothing at all. */
function expected(right: Right, row: Row, player: Player, whose: Whose): 'in' | 'sign-in' | 'nothing' | 'no failure' {
  if (right === 'public') return 'no failure';
  if (player === 'anybody') return 'sign-in';
  if (!PASSES[right].includes(player)) return 'nothing';
  if (whose === 'mine') return row.only ? 'no failure' : 'in';
  // Rights of the house and of every signed-in person do not depend on whose it is, unless it is personal.
  return isScoped(right) || row.personal ? 'nothing' : 'no failure';
}

function meets(answer: Answer, wanted: ReturnType<typeof expected>): boolean {
  if (answer.status >= 500) return false;
  if (wanted === 'no failure') return true;
  if (wanted === 'sign-in') return toSignIn(answer);
  if (wanted === 'nothing') return answer.status === 404;
  return answer.status !== 404 && answer.status !== 403 && !toSignIn(answer);
}

const paramsOf = (row: Row, whose: Whose): Params =>
  whose === 'absent' ? {} : { ...fixture[whose], ...(whose === 'mine' ? row.mine : (row.theirs ?? row.mine)) };

async function failures(
  visit: (
    page: Page,
    row: Row,
    check: (name: string, answer: Answer, wanted: ReturnType<typeof expected>) => void,
  ) => Promise<void>,
  atLeast = 30,
) {
  const wrong: string[] = [];
  let checked = 0;
  for (const page of pages) {
    const row = rows[page.id];
    if (!row) continue;
    await visit(page, row, (name, answer, wanted) => {
      checked++;
      if (!meets(answer, wanted))
        wrong.push(`${page.id} ${name}: wanted ${wanted}, was ${answer.status} ${answer.headers.location ?? ''}`);
    });
  }
  expect(checked).toBeGreaterThan(atLeast);
  return wrong;
}

/** What the table says that the routes do not, and the other way round. */
function findDisagreements(routes: readonly Page[], table: Record<string, Row>): string[] {
  const ids = routes.map(({ id }) => id);
  return [
    ...ids.filter((id) => !table[id]).map((id) => `${id}: no row`),
    ...Object.keys(table)
      .filter((id) => !ids.includes(id))
      .map((id) => `${id}: no such route`),
    ...routes
      .filter(({ id, hasLoader }) => table[id] && Boolean(table[id].view) !== hasLoader)
      .map(({ id }) => `${id}: loader`),
    ...routes
      .filter(({ id, hasAction }) => table[id] && Boolean(table[id].act) !== hasAction)
      .map(({ id }) => `${id}: action`),
  ];
}

it('every route has a row, and every row a route with that loader and action', () => {
  expect(findDisagreements(pages, rows)).toEqual([]);
});

it('a new route without a row, a row without a route and a new action are found', () => {
  const planted: Page = { id: 'public/planted', address: '/planted', hasLoader: true, hasAction: false, hasPage: true };
  expect(findDisagreements([...pages, planted], rows)).toEqual(['public/planted: no row']);
  expect(findDisagreements(pages, { ...rows, gone: { view: 'public' } })).toEqual(['gone: no such route']);
  const grown = pages.map((page) => (page.id === 'operator/home' ? { ...page, hasAction: true } : page));
  expect(findDisagreements(grown, rows)).toEqual(['operator/home: action']);
});

it(
  'pages: each role sees what it may, and of anything else not even that it exists',
  async () => {
    const sessions = await openAll();
    const wrong = await failures(async ({ address }, row, check) => {
      if (!row.view) return;
      const { view } = row;
      await everybody(view, async (player, whose) => {
        const answer = await server.send(fillAddress(address, paramsOf(row, whose)), { session: sessions[player] });
        check(`GET as ${player}, ${whose}`, answer, expected(view, row, player, whose));
      });
    });
    expect(wrong).toEqual([]);
  },
  LONG,
);

it(
  'loaders called alone, past their layouts, answer the same',
  async () => {
    const sessions = await openAll();
    const wrong = await failures(async ({ id, address, hasPage }, row, check) => {
      const { view } = row;
      if (!view || view === 'public' || !hasPage) return;
      await everybody(view, async (player, whose) => {
        const wanted = expected(view, row, player, whose);
        if (wanted === 'in' || wanted === 'no failure') return;
        const path = `${fillAddress(address, paramsOf(row, whose))}.data?_routes=${encodeURIComponent(id)}`;
        check(`loader as ${player}, ${whose}`, await server.send(path, { session: sessions[player] }), wanted);
      });
    });
    expect(wrong).toEqual([]);
  },
  LONG,
);

it(
  'an address that mixes mine with another’s leads nowhere',
  async () => {
    const sessions = await openAll();
    const wrong = await failures(async ({ address }, row, check) => {
      const names = [...address.matchAll(/:(\w+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => fixture.mine[name] !== fixture.theirs[name])
        // A festival's own address is public: any business may look at any festival.
        .filter((name) => name !== 'slug');
      if (!row.view || !isScoped(row.view) || names.length < 2) return;
      const [first = ''] = names;
      const params = { ...paramsOf(row, 'theirs'), [first]: fixture.mine[first] ?? '' };
      for (const player of PASSES[row.view]) {
        check(
          `GET as ${player}, mixed`,
          await server.send(fillAddress(address, params), { session: sessions[player] }),
          'nothing',
        );
      }
    }, 5);
    expect(wrong).toEqual([]);
  },
  LONG,
);

it(
  'forms: who may not act meets the sign-in page or nothing, and nothing changes',
  async () => {
    const sessions = await openAll();
    const before = await readBothSides();
    expect(before.length).toBeGreaterThan(60);
    const wrong = await failures(async ({ address }, row, check) => {
      const { act } = row;
      if (!act || act === 'public') return;
      await everybody(act, async (player, whose) => {
        const wanted = expected(act, row, player, whose);
        if (wanted === 'in' || wanted === 'no failure') return;
        const path = fillAddress(address, paramsOf(row, whose));
        check(`POST as ${player}, ${whose}`, await post(path, sessions[player]), wanted);
        check(`POST .data as ${player}, ${whose}`, await post(`${path}.data`, sessions[player]), wanted);
      });
    });
    expect(wrong).toEqual([]);
    expect(await readBothSides()).toEqual(before);
  },
  LONG,
);

it(
  'forms: who may act gets an answer, even to an empty form',
  async () => {
    const wrong = await failures(async ({ address }, row, check) => {
      if (!row.act) return;
      for (const player of PASSES[row.act]) {
        const answer = await post(
          fillAddress(address, paramsOf(row, 'mine')),
          (await fixture.sessionOf(player)) ?? undefined,
          row.form,
        );
        check(
          `POST as ${player}`,
          answer,
          row.act === 'public' ? 'no failure' : expected(row.act, row, player, 'mine'),
        );
      }
    });
    expect(wrong).toEqual([]);
  },
  LONG,
);

it('every stream of live events has a row with its right, and every row a stream', () => {
  expect(Object.fromEntries(streams.map(({ address, right }) => [address, right]))).toEqual(streamRows);
});

it(
  'streams: each role hears what it may, and of anything else not even that it exists',
  async () => {
    const sessions = await openAll();
    const wrong: string[] = [];
    for (const [address, right] of Object.entries(streamRows)) {
      await everybody(right, async (player, whose) => {
        const path = fillAddress(address, whose === 'absent' ? {} : fixture[whose]);
        const stream = await readLive(server.port, path, { session: sessions[player] });
        stream.leave();
        const wanted =
          whose !== 'absent' && (right === 'public' || (whose === 'mine' && PASSES[right].includes(player)));
        if (stream.status !== (wanted ? 200 : 404)) wrong.push(`${path} as ${player}, ${whose}: ${stream.status}`);
      });
    }
    expect(wrong).toEqual([]);
  },
  LONG,
);

/** Who asks for what: everybody at what is mine; at what is another's or nobody's those who pass at their own. */
function visitsOf(right: Right): [Player, Whose][] {
  if (right === 'public')
    return [
      ['anybody', 'mine'],
      ['anybody', 'absent'],
      ['person', 'mine'],
    ];
  const players =
    isScoped(right) || right === 'operator' || right === 'verifier'
      ? PLAYERS
      : (['anybody', 'person', 'stall phone'] as const);
  const passing = players.filter((player) => PASSES[right].includes(player) || player === 'operator');
  return [
    ...players.map((player): [Player, Whose] => [player, 'mine']),
    ...passing.flatMap((player): [Player, Whose][] => [
      [player, 'theirs'],
      [player, 'absent'],
    ]),
  ];
}

async function everybody(right: Right, visit: (player: Player, whose: Whose) => Promise<void>) {
  await Promise.all(visitsOf(right).map(([player, whose]) => visit(player, whose)));
}

async function openAll(): Promise<Record<string, string | undefined>> {
  const sessions: Record<string, string | undefined> = {};
  for (const player of PLAYERS) sessions[player] = (await fixture.sessionOf(player)) ?? undefined;
  return sessions;
}

/** What the database says of either side; an act that was let through would leave a word there. */
async function readBothSides(): Promise<string[]> {
  const { mine, theirs } = fixture;
  const { db } = server.world;
  return [...(await readRowsNaming(db, mine, theirs)), ...(await readRowsNaming(db, theirs, mine))];
}

/** An empty form; as multipart or JSON where the route takes nothing else. */
async function post(path: string, session: string | undefined, form: Record<string, string> = {}): Promise<Answer> {
  const answer = await server.send(path, { form, session });
  if (answer.status !== 415) return answer;
  const boundary = 'kosong';
  const headers = { Origin: server.origin, 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  const multipart = await server.send(path, { method: 'POST', headers, session, body: `--${boundary}--\r\n` });
  if (multipart.status !== 415) return multipart;
  const json = { Origin: server.origin, 'Content-Type': 'application/json' };
  return server.send(path, { method: 'POST', headers: json, session, body: '{}' });
}
