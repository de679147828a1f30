import { expect, it } from 'vitest';
import { makeOrder, nextBrowser } from '../../../test/factories/orders';
import { makeOpenFestival } from '../../../test/factories/stalls';
import { onBothEngines } from '../../../test/setup/engines';
import { readBoard } from './read-board.server';

onBothEngines('the board of a stall', (engine) => {
  it('never holds the address of an order, which would open her parts at other stalls', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}, {}]);
    const { orderId } = await makeOrder(world, stalls, { browser: nextBrowser() });
    const board = await readBoard(world.db, { participationId: stalls[0]!.participationId, now: world.clock.now() });
    expect(board?.tickets).toHaveLength(1);
    expect(JSON.stringify(board)).not.toContain(orderId);
  });
});
