import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import { raceKeyOverHttp, racePortionsOverHttp } from '../scenarios/race-over-http';
import { startNeighbour, startServer, type TestServer } from '../setup/server';
import type { SiteProcess } from '../setup/site-process';

/** Two machines on one PostgreSQL, each with an order lane of its own. */
let server: TestServer;
let neighbour: SiteProcess;
let origins: string[];

beforeAll(async () => {
  server = await startServer('postgres', { env: { ROLE: 'web' } });
  neighbour = await startNeighbour(server, { ROLE: 'web' });
  origins = [server.origin, neighbour.origin];
}, 60_000);

afterAll(async () => {
  await neighbour.stop();
  await server.stop();
});

it('120 customers racing over two machines for 40 portions get exactly 40', { timeout: 120_000 }, async () => {
  const raced = await racePortionsOverHttp(server.world, origins, { customers: 120, portions: 40 });
  expect(raced.acknowledged).toHaveLength(40);
  expect(raced.refused).toHaveLength(80);
  expect({ others: raced.others, unanswered: raced.unanswered, left: raced.left }).toEqual({
    others: [],
    unanswered: [],
    left: 0,
  });
  expect(await readBrokenInvariants(server.world.db)).toEqual([]);
});

it('one basket posted to both at once, 20 times, is one order', { timeout: 120_000 }, async () => {
  const raced = await raceKeyOverHttp(server.world, origins, { times: 20 });
  expect(raced).toMatchObject({ orders: 1, taken: 1, others: [], refused: [] });
  expect(raced.acknowledged).toHaveLength(20);
});
