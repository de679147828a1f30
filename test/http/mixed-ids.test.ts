import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../setup/server';
import { fillAddress, readPages } from './built-routes';
import { learnForms } from './learn-forms';
import { makeRightsFixture, type Params, type RightsFixture } from './rights-fixture';
import { PASSES, rows } from './rights-matrix';

let server: TestServer;
let fixture: RightsFixture;
beforeAll(async () => {
  server = await startServer('sqlite', { env: { ROLE: 'web' } });
  fixture = await makeRightsFixture(server.world);
}, 60_000);
afterAll(() => server.stop());

/** Every row of the database that names something of theirs. */
async function readTheirs(): Promise<string[]> {
  const { db } = server.world;
  const ids = Object.values(fixture.theirs).filter((id) => /^[a-z]{3}_/.test(id) && !isShared(id));
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(db);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const all = await sql<object>`select * from ${sql.table(name)}`.execute(db);
    for (const row of all.rows) {
      const text = `${name} ${JSON.stringify(row)}`;
      if (ids.some((id) => text.includes(id))) found.push(text);
    }
  }
  return found.sort();
}

const isShared = (id: string) => Object.values(fixture.mine).includes(id);

/** Ways to put another's parameter into an address that begins with one's own. */
function mixesOf(address: string): Params[] {
  const names = [...address.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const foreign = names.slice(1).filter((name) => fixture.mine[name] !== fixture.theirs[name]);
  return foreign.map((name) => ({ ...fixture.mine, [name]: fixture.theirs[name] ?? '' }));
}

it("forms sent to an address of one's own with another's number in it change nothing of the other's", async () => {
  const before = await readTheirs();
  expect(before.length).toBeGreaterThan(30);
  let sent = 0;
  for (const { id, address } of await readPages()) {
    const { act, view, form = {} } = rows[id] ?? {};
    const [player] = act?.includes('.') ? PASSES[act] : [];
    if (!player) continue;
    const session = (await fixture.sessionOf(player)) ?? undefined;
    const own = fillAddress(address, { ...fixture.mine, ...rows[id]?.mine });
    const page = view ? (await server.send(own, { session })).text : '';
    const shown = learnForms(page, own, player).filter(({ path }) => path === own);
    const filled = { ...form, ...Object.fromEntries(shown.flatMap(({ fields }) => fields)) };
    for (const params of mixesOf(address)) {
      const path = fillAddress(address, { ...params, ...rows[id]?.mine });
      for (const target of [path, `${path}.data`]) {
        const answer = await server.send(target, { form: filled, session });
        expect(answer.status, target).toBeLessThan(500);
        sent++;
      }
    }
  }
  expect(sent).toBeGreaterThan(40);
  expect(await readTheirs()).toEqual(before);
}, 120_000);
