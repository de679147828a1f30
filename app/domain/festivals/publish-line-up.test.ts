import { describe, expect, it } from 'vitest';
import { makeApplicant, makeFestival, makeRunningFestival, publishWith, curate } from '../../../test/factories/festivals';
import { onBothEngines } from '../../../test/setup/engines';

onBothEngines('announcing a line-up', (engine) => {
  it('a festival runs from its call to its first day', async () => {
    const world = await engine.world();
    const festival = await makeRunningFestival(world, { stalls: [{}, {}] });
    expect(festival.stalls.map(({ booth }) => booth)).toEqual([1, 2]);
  });
});
