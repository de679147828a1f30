import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endMember } from '~/domain/identity/end-member.server';
import { tellLive } from '~/platform/live.server';
import { makePerson, signInPerson } from '../../../test/factories/identity';
import { makeOrder, nextBrowser } from '../../../test/factories/orders';
import { makeOpenFestival, type OpenFestival } from '../../../test/factories/stalls';
import { type LiveReader, readLive } from '../../../test/setup/live-reader';
import { makeWorld, type World } from '../../../test/setup/world';
import { type LiveFront, type LiveFrontOptions, makeLiveFront } from './live-front';
import { floodKeyOf } from './places';
import { beginStream } from './stream-writer';

let world: World;
let festival: OpenFestival;
let front: LiveFront;
let server: Server;
const readers: LiveReader[] = [];

beforeEach(async () => {
  world = await makeWorld('sqlite');
  festival = await makeOpenFestival(world, [{}, {}]);
});

afterEach(async () => {
  for (const reader of readers.splice(0)) reader.leave();
  front.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await world.close();
});

async function listen(options: LiveFrontOptions = {}): Promise<void> {
  front = makeLiveFront(world.app, options);
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost:3000');
    const address = String(request.headers['x-test-address'] ?? '127.0.0.1');
    void front.answer({ request, response, url, address }).then((answered) => {
      if (!answered) response.writeHead(418).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

const portOf = () => (server.address() as AddressInfo).port;

async function read(path: string, { session, ...headers }: Record<string, string> = {}): Promise<LiveReader> {
  const reader = await readLive(portOf(), path, { session, headers });
  readers.push(reader);
  return reader;
}

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { timeout: 10_000 });

async function sessionOf(scopeKind: 'merchant' | 'organisation', scopeId: string, role: 'cashier' | 'observer') {
  const { personId } = await makePerson(world, { role: { scopeKind, scopeId, role } });
  return { personId, session: await signInPerson(world, personId) };
}

const boardOf = (at: number) => `/papan/${festival.stalls[at]!.participationId}/langsung`;
const controlOf = () => `/penyelenggara/${festival.organisationId}/festival/${festival.festivalId}/kendali/langsung`;

it('an order’s own page hears of it, by topic and version only, and nobody keeps or changes the stream', async () => {
  await listen();
  const [mine, other] = [
    await makeOrder(world, [festival.stalls[0]!], { browser: nextBrowser() }),
    await makeOrder(world, [festival.stalls[0]!], { browser: nextBrowser() }),
  ];
  const reader = await read(`/pesanan/${mine.orderId}/langsung`);
  expect(reader.status).toBe(200);
  expect(reader.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  await until(() => /^retry: \d+\n\n/.test(reader.said()));
  await world.inTransaction(async (tx) => tellLive(tx, [`order:${other.orderId}`, `order:${mine.orderId}`]));
  await until(() => reader.topics().length > 0);
  expect(reader.said()).toMatch(
    new RegExp(`^retry: \\d+\\n\\ndata: \\{"topic":"order:${mine.orderId}","version":\\d+\\}\\n\\n$`),
  );
});

it('in English addresses too', async () => {
  await listen();
  expect((await read(`/en/festival/${festival.slug}/siap/langsung`)).status).toBe(200);
});

it('asks the right when it opens: own people hear the board and the control room, nobody else learns that they exist', async () => {
  await listen();
  const cashier = await sessionOf('merchant', festival.stalls[0]!.merchantId, 'cashier');
  const observer = await sessionOf('organisation', festival.organisationId, 'observer');
  const statusOf = async (path: string, session?: string) => (await read(path, session ? { session } : {})).status;
  expect(await statusOf(boardOf(0), cashier.session)).toBe(200);
  expect(await statusOf(boardOf(1), cashier.session)).toBe(404);
  expect(await statusOf(boardOf(0), observer.session)).toBe(404);
  expect(await statusOf(boardOf(0))).toBe(404);
  expect(await statusOf(controlOf(), observer.session)).toBe(200);
  expect(await statusOf(controlOf(), cashier.session)).toBe(404);
  expect(await statusOf(controlOf())).toBe(404);
  expect(await statusOf(`/festival/${festival.slug}/siap/langsung`)).toBe(200);
  expect(await statusOf('/festival/tidak-ada/siap/langsung')).toBe(404);
  expect(await statusOf('/pesanan/ord_00000000000000000000000000/langsung')).toBe(404);
  expect(await statusOf('/pesanan/x/langsung')).toBe(404);
  // Other addresses are not this front's.
  expect(await statusOf('/festival/langsung')).toBe(418);
  expect(await statusOf('/langsung')).toBe(418);
});

it('asks the right again with each heartbeat: who is let go hears no more', async () => {
  await listen({ heartbeat: 40 });
  const { merchantId } = festival.stalls[0]!;
  const cashier = await sessionOf('merchant', merchantId, 'cashier');
  const reader = await read(boardOf(0), { session: cashier.session });
  await until(() => reader.said().includes('\n:\n\n'));
  expect(reader.isOver()).toBe(false);
  const role = { personId: cashier.personId, scopeKind: 'merchant', scopeId: merchantId, role: 'cashier' } as const;
  const endedBy = festival.organiserId;
  await world.inTransaction((tx) => endMember(tx, { ...role, endedBy, now: world.clock.now() }));
  await until(() => reader.isOver());
  await until(() => front.counts().streams === 0);
  expect((await read(boardOf(0), { session: cashier.session })).status).toBe(404);
});

it.each([
  ['inAll', 503, 503],
  ['anAddress', 503, 200],
] as const)(
  'beyond the ceiling %s it says when to come again, and a place given back is free',
  async (which, same, elsewhere) => {
    await listen({ ceilings: { inAll: 100, anAddress: 100, aPerson: 100, [which]: 2 } });
    const path = `/festival/${festival.slug}/siap/langsung`;
    const [first] = [await read(path), await read(path)];
    const refused = await read(path);
    expect(refused.status).toBe(same);
    expect(refused.headers['retry-after']).toBe('30');
    expect((await read(path, { 'x-test-address': '192.0.2.1' })).status).toBe(elsewhere);
    first.leave();
    await until(() => front.counts().streams < 2 + (elsewhere === 200 ? 1 : 0));
    expect((await read(path)).status).toBe(200);
  },
);

it('one person has a ceiling of her own, whatever address she comes from', async () => {
  await listen({ ceilings: { inAll: 100, anAddress: 100, aPerson: 1 } });
  const cashier = await sessionOf('merchant', festival.stalls[0]!.merchantId, 'cashier');
  const colleague = await sessionOf('merchant', festival.stalls[0]!.merchantId, 'cashier');
  expect((await read(boardOf(0), { session: cashier.session })).status).toBe(200);
  const elsewhere = { session: cashier.session, 'x-test-address': '192.0.2.1' };
  expect((await read(boardOf(0), elsewhere)).status).toBe(503);
  expect((await read(boardOf(0), { session: colleague.session })).status).toBe(200);
});

it('is read with GET, by our own pages', async () => {
  await listen();
  const path = `/festival/${festival.slug}/siap/langsung`;
  for (const method of ['HEAD', 'POST']) {
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      httpRequest({ host: '127.0.0.1', port: portOf(), path, method }, resolve).on('error', reject).end(),
    );
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET']);
    answer.resume();
  }
  expect((await read(path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await read(path, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});

it('three hundred open streams are all told, orders go on, and nothing is left when they leave', async () => {
  await listen({ ceilings: { inAll: 1_000, anAddress: 1_000, aPerson: 1_000 } });
  const { session } = await sessionOf('merchant', festival.stalls[0]!.merchantId, 'cashier');
  const boards: LiveReader[] = [];
  for (let n = 0; n < 150; n++) {
    boards.push(await read(boardOf(0), { session }));
    await read(`/festival/${festival.slug}/siap/langsung`);
  }
  expect(front.counts()).toEqual({ streams: 300, topics: 2, persons: 150 });
  for (let n = 0; n < 5; n++) await makeOrder(world, [festival.stalls[0]!], { browser: nextBrowser() });
  await until(() => boards.every((reader) => reader.topics().length > 0));
  for (const reader of readers.splice(0)) reader.leave();
  await until(() => front.counts().streams === 0);
  expect(front.counts()).toEqual({ streams: 0, topics: 0, persons: 0 });
});

it('a process that stops ends its streams, opens no more and listens no more', async () => {
  await listen();
  const path = `/festival/${festival.slug}/siap/langsung`;
  const reader = await read(path);
  front.close();
  await until(() => reader.isOver());
  await until(() => front.counts().streams === 0);
  expect((await read(path)).status).toBe(503);
});

it('who takes nothing is cut before he fills the memory', async () => {
  await listen();
  let cut = false;
  const slow = createServer((_request, response) => {
    const write = beginStream(response);
    const pour = () => {
      if (response.destroyed) {
        cut = true;
        return;
      }
      for (let n = 0; n < 50; n++) write(`data: ${'x'.repeat(4_000)}\n\n`);
      setImmediate(pour);
    };
    pour();
  });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const socket = connect((slow.address() as AddressInfo).port, '127.0.0.1');
  socket.pause();
  socket.on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await until(() => cut);
  socket.destroy();
  await new Promise((resolve) => slow.close(resolve));
});

it('a flood is counted by the line it comes from', () => {
  expect(floodKeyOf('203.0.113.9')).toBe('203.0.113.9');
  expect(floodKeyOf('::ffff:203.0.113.9')).toBe('203.0.113.9');
  expect(floodKeyOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(floodKeyOf('2001:db8:1:2::9')).toBe('2001:db8:1:2');
  expect(floodKeyOf('2001:db8::5:1:2:3:4')).toBe('2001:db8:0:5');
  expect(floodKeyOf('::1')).toBe('0:0:0:0');
});
