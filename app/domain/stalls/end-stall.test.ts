import { expect, it } from 'vitest';
import { readTopicVersions } from '~/platform/topic.server';
import { makeOpenFestival } from '../../../test/factories/stalls';
import { onBothEngines } from '../../../test/setup/engines';
import { endStall } from './end-stall.server';

onBothEngines('a stall whose merchant withdrew', (engine) => {
  it('is taken off once, and pages that show it are made anew', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}, {}]);
    const [gone, stays] = stalls;
    if (!gone || !stays) throw new Error('two stalls were wished for');
    const topic = `stall:${gone.participationId}` as const;
    const before = (await readTopicVersions(world.db, [topic])).get(topic) ?? 0;
    const end = () =>
      world.inTransaction((tx) => endStall(tx, { participationId: gone.participationId, now: world.clock.now() }));
    expect([await end(), await end()]).toEqual([true, false]);
    const open = await world.db
      .selectFrom('stall_setup')
      .select('participation_id')
      .where('ended_at', 'is', null)
      .execute();
    expect(open).toEqual([{ participation_id: stays.participationId }]);
    expect((await readTopicVersions(world.db, [topic])).get(topic)).toBe(before + 1);
  });
});
