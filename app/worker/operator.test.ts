import { expect, it } from 'vitest';
import { withdrawFromOutbox } from '~/platform/outbox.server';
import { cancelOutbox, retryStuck } from '~/platform/outbox-queue.server';
import { readOutbox } from '~/platform/read-outbox.server';
import type { PersonId } from '~/shared/ids';
import { addAct, leaseAs, noting, onlyRow } from '../../test/factories/outbox';
import { onBothEngines } from '../../test/setup/engines';
import { drainOutbox, runWorkerOnce } from './run-worker.server';

const OPERATOR = 'psn_operator' as PersonId;

onBothEngines('an operator', (engine) => {
  it('sees what is stuck, without whole numbers or codes, and sends it again', async () => {
    const world = await engine.world();
    await addAct(world, 'a');
    await drainOutbox(world.app, { handlers: {} });
    const page = await readOutbox(world.db, { filter: 'stuck', page: 1, now: world.clock.now() });
    expect(page).toMatchObject({ page: 1, pages: 1, counts: { stuck: 1, waiting: 0, done: 0, cancelled: 0 } });
    const [line] = page.lines;
    expect(line).toMatchObject({
      state: 'stuck',
      kind: 'festivals.close_call',
      attempts: 1,
      lastError: 'nobody handles festivals.close_call',
    });
    if (!line) throw new Error('no line');
    const act = { id: line.id, by: OPERATOR, now: world.clock.now() };
    expect(await world.inTransaction((tx) => retryStuck(tx, act))).toMatchObject({ ok: true });
    expect(await world.inTransaction((tx) => retryStuck(tx, act))).toEqual({
      ok: false,
      refusal: { code: 'outbox_not_stuck' },
    });
    const { ran, handlers } = noting();
    await drainOutbox(world.app, { handlers });
    expect(ran).toEqual(['a']);
    const audit = await world.db.selectFrom('platform_audit').select(['actor_id', 'action', 'subject_id']).execute();
    expect(audit).toEqual([{ actor_id: OPERATOR, action: 'outbox.retry', subject_id: line.id }]);
  });

  it('gives up what is stuck, but not what is done', async () => {
    const world = await engine.world();
    await addAct(world, 'a');
    await runWorkerOnce(world.app, { handlers: {} });
    const { id } = await onlyRow(world);
    const cancel = () => world.inTransaction((tx) => cancelOutbox(tx, { id, by: OPERATOR, now: world.clock.now() }));
    expect(await cancel()).toMatchObject({ ok: true });
    expect(await cancel()).toEqual({ ok: false, refusal: { code: 'outbox_ended' } });
    const { counts } = await readOutbox(world.db, { filter: 'all', page: 9, now: world.clock.now() });
    expect(counts).toEqual({ stuck: 0, waiting: 0, done: 0, cancelled: 1 });
  });
});

onBothEngines('an effect', (engine) => {
  it('can be taken back until a worker has begun it', async () => {
    const world = await engine.world();
    const withdraw = (key: string) =>
      world.inTransaction((tx) => withdrawFromOutbox(tx, { key, now: world.clock.now() }));
    await addAct(world, 'undone', 10_000);
    expect(await withdraw('undone')).toBe(true);
    await addAct(world, 'begun');
    await leaseAs(world, 'w', 1_000);
    expect(await withdraw('begun')).toBe(false);
    world.clock.advance(10_000);
    const { ran, handlers } = noting();
    await drainOutbox(world.app, { handlers });
    expect(ran).toEqual(['begun']);
  });
});
