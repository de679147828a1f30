import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../setup/server';
import { fillAddress, readPages } from './built-routes';
import { learnForms } from './learn-forms';
import { makeRightsFixture, type Params, type RightsFixture } from './rights-fixture';
import { rows } from './rights-matrix';
import { PASSES } from './rights-players';
import { readRowsNaming } from './rows-naming';

let server: TestServer;
let fixture: RightsFixture;
beforeAll(async () => {
  server = await startServer('sqlite', { env: { ROLE: 'web' } });
  fixture = await makeRightsFixture(server.world);
}, 60_000);
afterAll(() => server.stop());

const readTheirs = () => readRowsNaming(server.world.db, fixture.theirs, fixture.mine);

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

it("control: one word changed in the other's menu is seen", async () => {
  const before = await readTheirs();
  await sql`update menu_dish set name = 'Lain' where id = ${fixture.theirs.dishId}`.execute(
    server.world.database.writer,
  );
  expect(await readTheirs()).not.toEqual(before);
});
