import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { SendFailure } from '~/integrations/messages/sender';
import type { AppContext, Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import { type LeasedRow, leaseDue, TRIES_MAX } from '~/platform/outbox-queue.server';
import { addAct, FESTIVAL, leaseAs, noting, onlyRow } from '../../test/factories/outbox';
import { onBothEngines, type World } from '../../test/setup/engines';
import { FinalFailure } from './handler';
import { drainOutbox, runRow } from './run-worker.server';
import { startWorker } from './start-worker.server';

onBothEngines('the worker', (engine) => {
  it('does a thing once, however often it was asked for under one key', async () => {
    const world = await engine.world();
    const { ran, handlers } = noting();
    expect([await addAct(world, 'a'), await addAct(world, 'a')]).toEqual([true, false]);
    expect(await drainOutbox(world.app, { handlers })).toEqual({ done: 1, waiting: 0, stuck: 0 });
    await drainOutbox(world.app, { handlers });
    expect(ran).toEqual(['a']);
  });

  it('does nothing of a unit of work that was taken back', async () => {
    const world = await engine.world();
    const { ran, handlers } = noting();
    await world.inTransaction(async (tx) => {
      await addToOutbox(tx, { kind: 'festivals.close_call', key: 'a', payload: { festivalId: FESTIVAL }, now: 1 });
      return { ok: false };
    });
    await drainOutbox(world.app, { handlers });
    expect(ran).toEqual([]);
  });

  it('waits until a thing is due, and takes the oldest deadline first', async () => {
    const world = await engine.world();
    const { ran, handlers } = noting();
    await addAct(world, 'later', 60_000);
    await addAct(world, 'second', 10);
    await addAct(world, 'first', 5);
    await drainOutbox(world.app, { handlers });
    expect(ran).toEqual([]);
    world.clock.advance(10);
    await drainOutbox(world.app, { handlers });
    expect(ran).toEqual(['first', 'second']);
    world.clock.advance(60_000);
    await drainOutbox(world.app, { handlers });
    expect(ran).toEqual(['first', 'second', 'later']);
  });

  it('tries again after growing pauses, and sets aside what never works', async () => {
    const world = await engine.world();
    const { ran, handlers } = noting(() => new Error('no such table'));
    await addAct(world, 'a');
    const pauses: number[] = [];
    for (let tries = 1; tries < TRIES_MAX; tries++) {
      expect(await drainOutbox(world.app, { handlers })).toEqual({ done: 0, waiting: 1, stuck: 0 });
      const pause = (await onlyRow(world)).due_at - world.clock.now();
      pauses.push(pause);
      world.clock.advance(pause);
    }
    expect(pauses.every((pause, index) => pause >= 1000 * 2 ** index && pause <= 1200 * 2 ** index)).toBe(true);
    expect(await drainOutbox(world.app, { handlers })).toEqual({ done: 0, waiting: 0, stuck: 1 });
    world.clock.advance(1e9);
    await drainOutbox(world.app, { handlers });
    expect(ran).toHaveLength(TRIES_MAX);
    // What a database says may hold a merchant's data: the operator sees the kind of error only.
    expect((await onlyRow(world)).last_error).toBe('failed: Error; the log knows more');
  });

  it.each([
    ['its handler says no try can help', () => new FinalFailure('no sender'), 'no sender'],
    [
      'the other side refuses for good',
      () => new SendFailure('unknown number 0812-3456-7890', { isFinal: true }),
      'unknown number 08••',
    ],
  ])('sets a thing aside at once when %s', async (_, fail, words) => {
    const world = await engine.world();
    await addAct(world, 'a');
    expect(await drainOutbox(world.app, { handlers: noting(fail).handlers })).toMatchObject({ stuck: 1 });
    expect((await onlyRow(world)).last_error).toBe(words);
  });

  it('keeps the pause the other side asked for', async () => {
    const world = await engine.world();
    await addAct(world, 'a');
    await drainOutbox(world.app, {
      handlers: noting(() => new SendFailure('busy', { isFinal: false, pause: 30_000 })).handlers,
    });
    expect((await onlyRow(world)).due_at).toBe(world.clock.now() + 30_000);
  });

  it('sets aside a kind that nobody handles', async () => {
    const world = await engine.world();
    await addAct(world, 'a');
    expect(await drainOutbox(world.app, { handlers: {} })).toMatchObject({ stuck: 1 });
  });

  it('does a thing again that was under way when the process was killed, with the same key', async () => {
    const world = await engine.world();
    await addAct(world, 'a');
    const { ran, handlers } = noting();
    await leaseAs(world, 'killed', 30_000);
    await drainOutbox(world.app, { handlers });
    expect(ran).toEqual([]);
    world.clock.advance(30_000);
    await drainOutbox(world.app, { handlers });
    expect(ran).toEqual(['a']);
    expect(await onlyRow(world)).toMatchObject({ attempts: 2, done_at: world.clock.now() });
  });

  it('sets aside a thing that ends the process every time', async () => {
    const world = await engine.world();
    await addAct(world, 'a');
    const { ran, handlers } = noting();
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      await leaseAs(world, `killed ${tries}`, 1_000);
      world.clock.advance(1_000);
    }
    expect(await drainOutbox(world.app, { handlers })).toEqual({ done: 0, waiting: 0, stuck: 1 });
    expect(ran).toEqual([]);
  });

  it('that lost its lease cannot end or fail the row of another', async () => {
    const world = await engine.world();
    await addAct(world, 'a');
    const [row] = await leaseAs(world, 'slow', 1_000);
    world.clock.advance(1_000);
    await leaseAs(world, 'quick', 60_000);
    if (!row) throw new Error('nothing was leased');
    await runRow(world.app, row, { worker: 'slow', handlers: noting().handlers });
    await runRow(world.app, row, { worker: 'slow', handlers: noting(() => new FinalFailure('no')).handlers });
    expect(await onlyRow(world)).toMatchObject({ done_at: null, stuck_at: null, leased_by: 'quick' });
  });

  it('keeps a thing that takes long', async () => {
    const world = await engine.world();
    await addAct(world, 'a');
    const taken: LeasedRow[] = [];
    const slow = async () => {
      for (let step = 0; step < 3; step++) {
        const before = (await onlyRow(world)).leased_until ?? 0;
        world.clock.advance(50);
        while (((await onlyRow(world)).leased_until ?? 0) <= before)
          await new Promise((resolve) => setTimeout(resolve, 5));
        taken.push(...(await leaseAs(world, 'other', 1_000)));
      }
    };
    expect(await drainOutbox(world.app, { handlers: { 'festivals.close_call': slow }, leaseFor: 60 })).toMatchObject({
      done: 1,
    });
    expect(taken).toEqual([]);
  });

  it('runs beside others and no row is with two of them', async () => {
    const world = await engine.world();
    expect(await leasedTwice(world, leaseTen)).toEqual({ leased: 60, twice: 0 });
  });

  it('without lock and lease would take rows that another has: the control of the test above', async () => {
    const world = await engine.world();
    const { twice } = await leasedTwice(world, leaseTenUnguarded);
    expect(twice).toBeGreaterThan(0);
  });

  it('looks by itself, stops when told, and lets what runs come to its end', async () => {
    const world = await engine.world();
    const ended: string[] = [];
    const slow = async (_app: AppContext, _payload: unknown, row: LeasedRow) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      ended.push(row.key);
    };
    const worker = startWorker(world.app, { handlers: { 'festivals.close_call': slow } });
    await addAct(world, 'a');
    for (let waited = 0; (await onlyRow(world)).leased_by === null && waited < 100; waited++)
      await new Promise((r) => setTimeout(r, 20));
    expect(ended).toEqual([]);
    await worker.stop();
    expect(ended).toEqual(['a']);
    expect((await onlyRow(world)).done_at).not.toBeNull();
  });
});

type LeaseTen = (tx: Tx, worker: string, now: number) => Promise<{ key: string }[]>;

const leaseTen: LeaseTen = (tx, worker, now) =>
  leaseDue(tx, { lane: 'acts', limit: 10, lease: { worker, until: now + 60_000 }, now });

/** The same statement without `skip locked` and without a look at the lease. */
const leaseTenUnguarded: LeaseTen = async (tx, worker) => {
  const { rows } = await sql<{ key: string }>`
    update platform_outbox set leased_by = ${worker}
    where id in (select id from platform_outbox where done_at is null order by due_at, id limit 10)
    returning key`.execute(tx);
  return rows;
};

/** Six workers lease ten rows each, at once, out of sixty. */
async function leasedTwice(world: World, lease: LeaseTen): Promise<{ leased: number; twice: number }> {
  for (let number = 0; number < 60; number++) await addAct(world, `key ${number}`);
  const taken = await Promise.all(
    Array.from({ length: 6 }, (_, worker) =>
      world.inTransaction((tx) => lease(tx, `worker ${worker}`, world.clock.now())),
    ),
  );
  const keys = taken.flat().map((row) => row.key);
  return { leased: new Set(keys).size, twice: keys.length - new Set(keys).size };
}
