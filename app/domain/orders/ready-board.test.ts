import { expect, it } from 'vitest';
import { doorOf, makeOrder, nextBrowser } from '../../../test/factories/orders';
import { makeOpenFestival, type OpenStall } from '../../../test/factories/stalls';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { acceptTicket } from './accept-ticket.server';
import { handOver } from './hand-over.server';
import { markReady } from './mark-ready.server';
import { readReadyBoard } from './read-ready-board.server';

type Step = 'accept' | 'ready' | 'hand over';

/** A paid order at one stall, so far along; the clock goes on a second with each step. */
async function cook(world: World, stall: OpenStall, steps: readonly Step[]) {
  const wallet = await makeWallet(world, { balance: 100_000 });
  const {
    tickets: [ticketId],
  } = await makeOrder(world, [stall], { wallet });
  const door = doorOf(stall, ticketId!);
  for (const step of steps) {
    world.clock.advance(1_000);
    const now = world.clock.now();
    await world.inTransaction(async (tx) => {
      if (step === 'accept') await acceptTicket(tx, { door, minutes: 5, byPersonId: null, now });
      else if (step === 'ready') await markReady(tx, { door, byPersonId: null, now });
      else await handOver(tx, { door, byPersonId: null, now });
    });
  }
}

onBothEngines('the ready board', (engine) => {
  it('shows what waits, newest first, and what is being cooked, by booth', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeOpenFestival(world, [{}, {}, {}]);
    const [one, two, idle] = stalls as [OpenStall, OpenStall, OpenStall];
    await cook(world, one, ['accept', 'ready']);
    await cook(world, two, ['accept', 'ready']);
    await cook(world, one, ['accept', 'ready']);
    await cook(world, one, ['accept']);
    // Neither collected food nor food that nobody cooks yet is called.
    await cook(world, one, ['accept', 'ready', 'hand over']);
    await cook(world, idle, []);
    await makeOrder(world, [two], { browser: nextBrowser() });
    const board = await readReadyBoard(world.db, { festivalId, day: one.day });
    expect(
      board.stalls.map(({ booth, ready, cooking }) => [booth, ready.map(({ number }) => number), cooking]),
    ).toEqual([
      [one.booth, [2, 1], [3]],
      [two.booth, [1], []],
    ]);
    expect(board.newest.map(({ booth, number }) => [booth, number])).toEqual([
      [one.booth, 2],
      [two.booth, 1],
      [one.booth, 1],
    ]);
  });

  it('holds numbers, stalls and booths, and nothing of any customer', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeOpenFestival(world, [{}]);
    await cook(world, stalls[0]!, ['accept', 'ready']);
    const board = await readReadyBoard(world.db, { festivalId, day: stalls[0]!.day });
    expect(Object.keys(board.newest[0]!).sort()).toEqual(['booth', 'number', 'readyAt', 'stall']);
    expect(JSON.stringify(board)).not.toMatch(/ord_|tkt_|psn_|\+62/);
  });

  it('is about one day and one festival', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeOpenFestival(world, [{}]);
    await cook(world, stalls[0]!, ['accept', 'ready']);
    const empty = { newest: [], stalls: [] };
    expect(await readReadyBoard(world.db, { festivalId, day: '2026-01-01' })).toEqual(empty);
    const elsewhere = 'fst_00000000000000000000000000' as const;
    expect(await readReadyBoard(world.db, { festivalId: elsewhere, day: stalls[0]!.day })).toEqual(empty);
  });
});
