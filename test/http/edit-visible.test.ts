import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addMember } from '~/domain/identity/add-member.server';
import { resumeStall } from '~/domain/stalls/resume-stall.server';
import { makePerson, signInPerson } from '../factories/identity';
import { makeOpenFestival, type OpenStall } from '../factories/stalls';
import { send } from '../setup/http-client';
import { startNeighbour, startServer, type TestServer } from '../setup/server';
import type { SiteProcess } from '../setup/site-process';
import { WORLD_BEGINS } from '../setup/world';

let server: TestServer;
let neighbour: SiteProcess;
let stall: OpenStall;
let path: string;

beforeAll(async () => {
  server = await startServer('postgres', { env: { ROLE: 'web' } });
  neighbour = await startNeighbour(server, { ROLE: 'web' });
  const festival = await makeOpenFestival(server.world, [{}]);
  stall = festival.stalls[0]!;
  path = `/festival/${festival.slug}/lapak/${stall.slug}`;
});
afterAll(async () => {
  await neighbour.stop();
  await server.stop();
});

const here = async () => (await server.send(path)).text;
const there = async () => (await send(neighbour.origin, path)).text;
const patient = { timeout: 15_000, interval: 20 };

it('an edit is visible at once in the process that took it, and soon in another', async () => {
  const { personId } = await makePerson(server.world);
  const role = { scopeKind: 'merchant', scopeId: stall.merchantId, role: 'manager', createdBy: null } as const;
  await server.world.inTransaction((tx) => addMember(tx, { ...role, personId, now: WORLD_BEGINS }));
  const session = await signInPerson(server.world, personId);
  const before = await here();
  expect([await here(), await there(), await there()]).toEqual(Array(3).fill(before));
  const paused = await server.send(`/papan/${stall.participationId}/jeda`, { session, form: { tindakan: 'jeda' } });
  expect(paused.headers.location).toContain('kabar=paused');
  const after = await here();
  expect(after).toContain('Lapak ini tutup sementara');
  await vi.waitFor(async () => expect((await there()) === after).toBe(true), patient);
});

it('an edit of a process that serves no pages reaches both', async () => {
  const { festivalId, participationId, day } = stall;
  expect(await here()).toContain('Lapak ini tutup sementara');
  await server.world.inTransaction((tx) => resumeStall(tx, { festivalId, participationId, day, now: WORLD_BEGINS }));
  await vi.waitFor(async () => {
    expect(await here()).not.toContain('Lapak ini tutup sementara');
    expect((await there()) === (await here())).toBe(true);
  }, patient);
});
