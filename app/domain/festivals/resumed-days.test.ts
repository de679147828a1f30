import { expect, it } from 'vitest';
import { curate, makeApplicant, makeFestival, publishWith } from '../../../test/factories/festivals';
import { accepted } from '../../../test/factories/merchants';
import { makeOpenFestival } from '../../../test/factories/stalls';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { drainOutbox } from '../../worker/run-worker.server';
import { checkInStall } from '../stalls/check-in-stall.server';
import { readStallOfBoard } from '../stalls/read-stall-page.server';
import { changeFestivalState } from './change-festival-state.server';
import { editFestival } from './edit-festival.server';
import { readFestival } from './read-festival.server';

const HOUR = 3_600_000;

async function announced(world: World) {
  const festival = await makeFestival(world);
  const { festivalId, organiserId: by } = festival;
  const applicant = await makeApplicant(world, festivalId);
  await curate(world, { festivalId, by });
  await publishWith(world, festival, [applicant]);
  const days = await world.db
    .selectFrom('festival_day')
    .selectAll()
    .where('festival_id', '=', festivalId)
    .orderBy('day')
    .execute();
  const change = (to: 'postponed' | 'resume') =>
    world.inTransaction(async (tx) =>
      accepted(await changeFestivalState(tx, { festivalId, to, why: 'hujan deras', by, now: world.clock.now() })),
    );
  return { festivalId, days, change };
}

const stateOf = async (world: World, festivalId: `fst_${string}`) =>
  (await world.db.selectFrom('festival_edition').select('state').where('id', '=', festivalId).executeTakeFirstOrThrow())
    .state;

const closings = async (world: World) =>
  (await world.db.selectFrom('platform_outbox').select('due_at').where('kind', '=', 'orders.close_day').execute()).map(
    ({ due_at }) => due_at,
  );

onBothEngines('a festival that goes on after its opening has passed', (engine) => {
  it('starts at once, and its evening is closed so that no money stays set aside', async () => {
    const world = await engine.world();
    const { festivalId, days, change } = await announced(world);
    const [first] = days;
    world.clock.set(first!.opens_at - HOUR);
    await change('postponed');
    world.clock.set(first!.opens_at + HOUR);
    await drainOutbox(world.app);
    expect(await closings(world)).toEqual([]);
    await change('resume');
    await drainOutbox(world.app);
    expect(await stateOf(world, festivalId)).toBe('running');
    expect(await closings(world)).toEqual([first!.closes_at + HOUR / 2]);
  });

  it('closes the evening of a later day whose opening it missed', async () => {
    const world = await engine.world();
    const { festivalId, days, change } = await announced(world);
    const [first, second] = days;
    world.clock.set(first!.opens_at);
    await drainOutbox(world.app);
    expect(await stateOf(world, festivalId)).toBe('running');
    world.clock.set(second!.opens_at - HOUR);
    await drainOutbox(world.app);
    await change('postponed');
    world.clock.set(second!.opens_at + HOUR);
    await drainOutbox(world.app);
    await change('resume');
    await drainOutbox(world.app);
    expect(await closings(world)).toContain(second!.closes_at + HOUR / 2);
  });

  it('postponed by hours on the day itself: the old closing time closes nothing, the new one does', async () => {
    const world = await engine.world();
    const { stalls, festivalId, day, organiserId: by } = await makeOpenFestival(world, [{}]);
    const [stall] = stalls;
    const order = async (to: 'postponed' | 'resume') =>
      world.inTransaction(async (tx) =>
        accepted(await changeFestivalState(tx, { festivalId, to, why: 'hujan deras', by, now: world.clock.now() })),
      );
    const festival = (await readFestival(world.db, festivalId))!;
    await order('postponed');
    const [opens, closes] = ['21:00', '23:50'];
    await world.inTransaction(async (tx) =>
      accepted(
        await editFestival(tx, { ...festival, festivalId, firstDay: day, opens, closes, by, now: world.clock.now() }),
      ),
    );
    await order('resume');
    const moved = (await readFestival(world.db, festivalId))!.days[0]!;
    expect(moved.opensAt).toBeGreaterThan(world.clock.now());
    world.clock.set(moved.opensAt);
    await drainOutbox(world.app);
    const { participationId } = stall!;
    await world.inTransaction(async (tx) =>
      accepted(await checkInStall(tx, { participationId, day, now: moved.opensAt })),
    );
    world.clock.set(festival.days[0]!.closesAt + HOUR / 2);
    await drainOutbox(world.app);
    const page = () => readStallOfBoard(world.db, { festivalId, participationId, day, now: world.clock.now() });
    expect(festival.days[0]!.closesAt + HOUR / 2).toBeLessThan(moved.closesAt);
    expect((await page())?.standing).toBe('open');
    world.clock.set(moved.closesAt + HOUR / 2);
    await drainOutbox(world.app);
    expect((await readFestival(world.db, festivalId))!.days[0]!.closedAt).not.toBeNull();
  });
});
