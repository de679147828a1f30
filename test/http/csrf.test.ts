import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { bodyLimits, bodyRuleFor } from '~/server/body-limits';
import { judge } from '~/server/guard';
import { makePerson, signInPerson } from '../factories/identity';
import { startServer, type TestServer } from '../setup/server';
import { fillAddress, readPages } from './built-routes';

const FORM = 'application/x-www-form-urlencoded';
const OWN = 'http://localhost:3000';
const TYPES = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json',
  undefined,
];
const ORIGINS = [
  OWN,
  'http://127.0.0.1:3000',
  'https://localhost:3000',
  'http://localhost:3001',
  'http://evil.test',
  'null',
  '',
  undefined,
];
const SITES = ['same-origin', 'none', 'same-site', 'cross-site', 'bogus', '', undefined];
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'post'];
const FORMS = [
  (path: string) => path,
  (path: string) => `${path}?_data=root`,
  (path: string) => `${path}.data`,
  (path: string) => `/en${path}`,
];

/** The rule in words, apart from the code: our own page says so by Sec-Fetch-Site or by Origin, and nothing contradicts it. */
function isOurs(origin: string | undefined, site: string | undefined): boolean {
  if (site === 'same-origin') return origin === undefined || origin === OWN;
  return (site === undefined || site === 'none') && origin === OWN;
}

test('every action route × method × origin × fetch site × encoding × way in: no foreign post passes', async () => {
  const actions = (await readPages()).filter((page) => page.hasAction);
  expect(actions.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  let judged = 0;
  let passed = 0;
  for (const { address } of actions) {
    const path = fillAddress(address);
    const rule = bodyRuleFor(path);
    for (const form of FORMS)
      for (const method of METHODS)
        for (const origin of ORIGINS)
          for (const site of SITES)
            for (const type of TYPES) {
              const headers = { host: 'localhost:3000', origin, 'sec-fetch-site': site, 'content-type': type };
              const target = form(path);
              const judgement = judge({ method, target, headers, hostLines: 1 }, [OWN, 'http://127.0.0.1:3000']);
              const expected =
                method === 'POST' &&
                !target.includes('_data') &&
                (isOurs(origin, site) || rule.signed === true) &&
                type !== undefined &&
                rule.types.includes(type.split(';')[0]!);
              if (judgement.ok !== expected)
                wrong.push(`${method} ${target} origin=${origin} site=${site} type=${type}`);
              judged++;
              if (judgement.ok) passed++;
            }
  }
  expect(wrong).toEqual([]);
  expect(judged).toBeGreaterThan(actions.length * 5_000);
  expect(passed).toBeGreaterThan(0);
}, 120_000);

test('every route with an action has its row in the table of body limits, and no row is left over', async () => {
  const actions = (await readPages()).filter((page) => page.hasAction).map((page) => page.address);
  expect(actions.filter((address) => !bodyLimits[address])).toEqual([]);
  expect(Object.keys(bodyLimits).filter((address) => !actions.includes(address))).toEqual([]);
});

test('only webhooks are exempt from the origin rule', () => {
  const exempt = Object.entries(bodyLimits).filter(([, rule]) => rule.signed);
  for (const [address] of exempt) expect(address).toMatch(/webhook/);
});

describe.each(['sqlite', 'postgres'] as const)('foreign posts over the wire (%s)', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
  });
  afterAll(() => server.stop());

  const foreign: Record<string, string>[] = [
    { Origin: 'http://evil.test' },
    { Origin: 'null' },
    { Origin: 'http://evil.test', 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'http://evil.test', 'Sec-Fetch-Site': 'same-origin' },
    {},
  ];

  it('0 foreign writes: the database is the same afterwards', async () => {
    const operator = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
    const { personId } = await makePerson(server.world, { role: operator });
    const session = await signInPerson(server.world, personId);
    const before = await fingerprint(server);
    for (const { address } of (await readPages()).filter((page) => page.hasAction)) {
      if (bodyRuleFor(fillAddress(address)).signed) continue;
      for (const path of [fillAddress(address), `${fillAddress(address)}.data`, `${fillAddress(address)}?_data=root`]) {
        const body = 'phone=0810-0000-0001&name=Jahat&kind=organiser';
        const answers = await Promise.all(
          foreign.map((headers) =>
            server.send(path, { method: 'POST', session, headers: { ...headers, 'Content-Type': FORM }, body }),
          ),
        );
        expect([path, ...answers.map(({ status }) => status)]).toEqual([path, ...foreign.map(() => 403)]);
      }
    }
    expect(await fingerprint(server)).toEqual(before);
  }, 120_000);

  it('the same post from our own page does write', async () => {
    const before = await fingerprint(server);
    expect((await server.send('/masuk', { form: { phone: '0810-0000-0001' } })).status).toBe(303);
    expect(await fingerprint(server)).not.toEqual(before);
  });
});

/** How many rows of what a foreign post could have made or ended. */
async function fingerprint({ world }: TestServer) {
  const counts: Record<string, number> = {};
  for (const table of [
    'identity_code',
    'identity_session',
    'identity_organisation',
    'identity_member',
    'identity_invitation',
    'platform_outbox',
    'platform_audit',
  ]) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(world.db);
    counts[table] = rows[0]!.count;
  }
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from identity_session where revoked_at is not null`.execute(world.db);
  return { ...counts, revoked: rows[0]!.count };
}
