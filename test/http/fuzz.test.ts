import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rollDice } from '~/demo/world/dice';
import { type Answer, startServer, type TestServer } from '../setup/server';
import { fillAddress, readPages } from './built-routes';
import { type FuzzRequest, type Ground, nextRequest } from './fuzz-requests';
import { learnForms } from './learn-forms';
import { makeRightsFixture, type RightsFixture } from './rights-fixture';
import { rows } from './rights-matrix';
import { PASSES, PLAYERS, type Player } from './rights-players';

// S1: requests that no page of ours would send. `FUZZ_REQUESTS=100000` is the full size; `FUZZ_SEED` another story.
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 3_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20261128);
const AT_ONCE = 8;

const TRACE =
  /\bat (?:async )?\S+ \(?(?:file:|node:|\/)|node_modules|SqliteError|SQLITE_|syntax error at|duplicate key/;

/** What an answer must never be; null when it is fine. */
function judgeAnswer({ status, headers, text }: Answer): string | null {
  if (status >= 500) return `answered ${status}`;
  if (TRACE.test(text)) return 'shows a stack trace or words of the database';
  // The parser's own refusals carry no page.
  if (status === 400 && text === '' && headers.connection === 'close') return null;
  if (!headers['content-security-policy']) return 'has no content security policy';
  if (headers['x-content-type-options'] !== 'nosniff') return 'lets browsers guess its kind';
  if (/^(https?:)?[/\\]{2}(?!localhost:)/.test(headers.location ?? '')) return `leads to ${headers.location}`;
  return null;
}

const describeRequest = ({ player, method, path, headers, body }: FuzzRequest) =>
  `${method} ${path} as ${player} ${JSON.stringify(headers)} ${body?.toString('latin1').slice(0, 600) ?? ''}`;

describe.each(['sqlite', 'postgres'] as const)('odd requests (%s)', (engine) => {
  let server: TestServer;
  let fixture: RightsFixture;
  let ground: Ground;
  const sessions: Partial<Record<Player, string>> = {};

  const openSession = async (player: Player) => {
    sessions[player] = (await fixture.sessionOf(player)) ?? undefined;
  };

  async function learn(): Promise<Pick<Ground, 'forms' | 'visits'>> {
    const forms = [];
    const visits = [];
    for (const { id, address } of await readPages()) {
      const { view, act, form = {} } = rows[id] ?? {};
      // What no page shows as a form: sent by a script, or from a state the fixture is not in.
      const [player] = act ? PASSES[act].slice(-1) : [];
      const hidden = { ...fixture.mine, ...rows[id]?.mine };
      const fields: [string, string][] = [...Object.entries(form), ['stallName', 'Warung Rini'], ['kembali', '/']];
      if (player) forms.push({ player, path: fillAddress(address, hidden), fields, isMultipart: false });
      if (!view) continue;
      for (const player of view === 'public' ? (['anybody'] as const) : PASSES[view].slice(0, 2)) {
        const path = fillAddress(address, { ...fixture.mine, ...rows[id]?.mine });
        const { status, text } = await server.send(path, { session: sessions[player] });
        if (status === 200) visits.push({ player, path });
        forms.push(...learnForms(text, path, player));
      }
    }
    return { forms, visits };
  }

  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web', LOG_LEVEL: 'error' } });
    fixture = await makeRightsFixture(server.world);
    for (const player of PLAYERS) await openSession(player);
    const pages = await readPages();
    ground = {
      pages: pages.map(({ id, address }) => ({ id, address, players: PASSES[rows[id]?.view ?? 'public'] })),
      mine: fixture.mine,
      theirs: fixture.theirs,
      ...(await learn()),
      players: PLAYERS,
      origin: server.origin,
    };
  }, 120_000);
  afterAll(() => server.stop());

  it('none is a failure of ours, shows our insides or leads away', async () => {
    expect(ground.forms.length).toBeGreaterThan(60);
    const random = rollDice(SEED + (engine === 'sqlite' ? 0 : 1));
    const wrong: string[] = [];
    const statuses = new Map<number, number>();
    const sendOne = async (request: FuzzRequest) => {
      const { player, path, method, headers, body } = request;
      const answer = await server
        .send(path, { method, headers, body, session: headers.Cookie ? undefined : sessions[player] })
        .catch(
          (error: Error): Answer => ({
            status: 599,
            headers: {},
            text: `no answer: ${error.message}`,
            bytes: Buffer.alloc(0),
          }),
        );
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      // Signed out by a request before: the next one is signed in again.
      if (String(answer.headers.location).includes('/masuk?lanjut')) await openSession(player);
      const problem = judgeAnswer(answer);
      if (problem) wrong.push(`${problem}: ${describeRequest(request)}`);
    };
    for (let sent = 0; sent < REQUESTS / 2; sent += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, () => sendOne(nextRequest(random, ground))));
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    // A pass that meets only refusals at the door has proved nothing.
    expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 20);
    expect(statuses.get(422)).toBeGreaterThan(REQUESTS / 100);
    expect(server.said()).not.toContain('"bug"');
  }, 3_600_000);
});

it('a failure, a stack trace and a way out of the site would be found', () => {
  const headers = { 'content-security-policy': "default-src 'self'", 'x-content-type-options': 'nosniff' };
  const fine: Answer = { status: 200, headers, text: 'Warung Rini', bytes: Buffer.alloc(0) };
  expect(judgeAnswer(fine)).toBeNull();
  expect(judgeAnswer({ ...fine, status: 500 })).not.toBeNull();
  expect(judgeAnswer({ ...fine, text: 'Error: x\n    at run (file:///srv/app.js:1:2)' })).not.toBeNull();
  expect(judgeAnswer({ ...fine, status: 303, headers: { ...headers, location: '//evil.invalid' } })).not.toBeNull();
  expect(judgeAnswer({ ...fine, headers: {} })).not.toBeNull();
});
