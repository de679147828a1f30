import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { onBothEngines, onOneEngine, type World } from '../../test/setup/engines';
import { openNeighbour } from '../../test/setup/world';
import type { AppContext } from './app-context';
import { type LiveTopic, tellLive } from './live.server';
import { PAYLOAD_BYTES_MAX } from './notice-bus.server';
import { type Topic, touchTopics } from './topic.server';

const patient = { timeout: 10_000 };
const opened: AppContext[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

/** Another process on the same database, and what it has heard so far. */
async function neighbourOf(world: World) {
  const app = await openNeighbour(world);
  opened.push(app);
  return { app, ...listen(app) };
}

function listen(app: AppContext) {
  const topics: Topic[] = [];
  const live: (LiveTopic | 'all')[] = [];
  app.onTopics((heard) => topics.push(...heard));
  app.onLive((heard) => (heard === 'all' ? live.push('all') : live.push(...heard)));
  return { topics, live };
}

const touch = ({ inTransaction }: Pick<AppContext, 'inTransaction'>, ...topics: Topic[]) =>
  inTransaction((tx) => touchTopics(tx, topics, 1));
const tell = ({ inTransaction }: Pick<AppContext, 'inTransaction'>, ...topics: LiveTopic[]) =>
  inTransaction(async (tx) => tellLive(tx, topics));

/** Until every process listens to its channel: what is said before is not heard. */
async function untilListening(world: World, processes: number): Promise<void> {
  await vi.waitFor(async () => expect(await readListeners(world)).toHaveLength(processes), patient);
}

async function readListeners({ db }: World): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity
    where datname = current_database() and (query = 'listen pestarasa' or query like 'select pg_notify%')
  `.execute(db);
  return rows.map(({ pid }) => pid);
}

onBothEngines('live topics', (engine) => {
  it('are told after the commit only, each once, and never after a refusal', async () => {
    const world = await engine.world();
    const { live } = listen(world.app);
    await world.inTransaction(async (tx) => {
      tellLive(tx, ['board:par_1', 'order:ord_1', 'board:par_1']);
      expect(live).toEqual([]);
    });
    await world.inTransaction(async (tx) => {
      tellLive(tx, ['board:par_2']);
      return { ok: false };
    });
    expect(live).toEqual(['board:par_1', 'order:ord_1']);
  });

  it('are not told to who has stopped listening', async () => {
    const world = await engine.world();
    const heard: unknown[] = [];
    const stop = world.app.onLive((topics) => heard.push(topics));
    stop();
    await tell(world, 'board:par_1');
    expect(heard).toEqual([]);
  });
});

onBothEngines('page topics touched by another process', (engine) => {
  it('are heard of, each version once, whether a notice came or not', async () => {
    const world = await engine.world();
    await touch(world, 'festival:before');
    const neighbour = await neighbourOf(world);
    await vi.waitFor(() => expect(neighbour.topics).toEqual(['festival:before']), patient);
    await touch(world, 'stall:par_1');
    await vi.waitFor(() => expect(neighbour.topics).toContain('stall:par_1'), patient);
    await touch(neighbour.app, 'stall:par_2');
    // Two more looks at the table lie between.
    await touch(world, 'call:last');
    await vi.waitFor(() => expect(neighbour.topics).toContain('call:last'), patient);
    expect(neighbour.topics).toEqual(['festival:before', 'stall:par_1', 'stall:par_2', 'call:last']);
  });
});

onOneEngine('postgres', 'notices between processes', (engine) => {
  it('tell the others, and not the one that sent them', async () => {
    const world = await engine.world();
    const own = listen(world.app);
    const [left, right] = [await neighbourOf(world), await neighbourOf(world)];
    await untilListening(world, 3);
    await tell(world, 'board:par_1', 'order:ord_1');
    await touch(world, 'festival:fst_1');
    await tell(left.app, 'order:ord_2');
    await vi.waitFor(() => {
      expect([...right.live].sort()).toEqual(['board:par_1', 'order:ord_1', 'order:ord_2']);
      expect([...left.live].sort()).toEqual(['board:par_1', 'order:ord_1', 'order:ord_2']);
      expect([...own.live].sort()).toEqual(['board:par_1', 'order:ord_1', 'order:ord_2']);
      expect([left.topics, right.topics, own.topics]).toEqual(Array(3).fill(['festival:fst_1']));
    }, patient);
  });

  it('travel together when they come together, and apart when they are too long for one', async () => {
    const world = await engine.world();
    const client = new pg.Client({ connectionString: (world.location as { url: string }).url });
    await client.connect();
    await client.query('listen pestarasa');
    const payloads: string[] = [];
    client.on('notification', ({ payload }) => payloads.push(payload ?? ''));
    const items = () => payloads.flatMap((payload) => (JSON.parse(payload) as { live: string[] }).live);

    await world.inTransaction(async (tx) => {
      for (const number of [1, 2, 3]) tellLive(tx, [`board:par_${number}`]);
      await touchTopics(tx, ['stall:par_1'], 1);
    });
    await vi.waitFor(() => expect(items()).toEqual(['board:par_1', 'board:par_2', 'board:par_3']), patient);
    expect(payloads).toHaveLength(1);

    payloads.length = 0;
    const many = Array.from({ length: 2_000 }, (_, number): LiveTopic => `order:ord_${number}`);
    await tell(world, ...many);
    await vi.waitFor(() => expect(new Set(items())).toEqual(new Set(many)), patient);
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThanOrEqual(PAYLOAD_BYTES_MAX);
    await client.end();
  });

  it('come again after the connection broke, and the listener learns that it may have missed some', async () => {
    const world = await engine.world();
    const neighbour = await neighbourOf(world);
    await untilListening(world, 1);
    const [pid] = await readListeners(world);
    await sql`select pg_terminate_backend(${sql.raw(String(pid))})`.execute(world.db);
    await touch(world, 'stall:par_1');
    await vi.waitFor(() => expect(neighbour.live).toEqual(['all']), patient);
    await vi.waitFor(() => expect(neighbour.topics).toEqual(['stall:par_1']), patient);
    await tell(world, 'board:par_1');
    await vi.waitFor(() => expect(neighbour.live).toEqual(['all', 'board:par_1']), patient);
  });

  it('that are waiting when a process ends are sent before it closes its connection', async () => {
    const world = await engine.world();
    const { live } = listen(world.app);
    const neighbour = await neighbourOf(world);
    await untilListening(world, 2);
    await tell(neighbour.app, 'board:last');
    await neighbour.app.close();
    opened.length = 0;
    await vi.waitFor(() => expect(live).toEqual(['board:last']), patient);
    await untilListening(world, 1);
  });

  it('that nobody meant break nothing', async () => {
    const world = await engine.world();
    const { live } = listen(world.app);
    const neighbour = await neighbourOf(world);
    await untilListening(world, 2);
    for (const said of ['', 'null', '{"from":1}']) await sql`select pg_notify('pestarasa', ${said})`.execute(world.db);
    await tell(neighbour.app, 'board:par_1');
    await vi.waitFor(() => expect(live).toEqual(['board:par_1']), patient);
  });
});
