import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import { makeOrder, nextBrowser } from '../../../test/factories/orders';
import { changesOf, onTicket, saleTap, standAtBoard } from '../../../test/factories/taps';
import { brokenDay } from '../../../test/load/day-invariants';
import { onBothEngines } from '../../../test/setup/engines';
import { cancelTicket } from './cancel-ticket.server';
import { TICKET_GRAPH, type TicketState } from './orders';

interface Walk {
  picks: number[];
  isInOrder: boolean;
  refuses: boolean;
  /** Before which send the customer cancels; beyond the last: never. */
  cancelsAt: number;
}

const WALKS: fc.Arbitrary<Walk> = fc.record({
  picks: fc.array(fc.nat(1_000), { minLength: 12, maxLength: 24 }),
  isInOrder: fc.boolean(),
  refuses: fc.boolean(),
  cancelsAt: fc.oneof(fc.nat(3), fc.constant(99)),
});

onBothEngines('taps made without internet', (engine) => {
  it('in any order and any number of times leave every ticket where its graph allows, and money adding up', async () => {
    const { world, stall, wallet, send } = await standAtBoard(engine, { portions: 200 });
    const walk = async ({ picks, isInOrder, refuses, cancelsAt }: Walk) => {
      const paid = await makeOrder(world, [stall], { wallet });
      const [one, two] = [paid.tickets[0]!, (await makeOrder(world, [stall], { browser: nextBrowser() })).tickets[0]!];
      const list = [
        onTicket(two, 'lunas', {}, 9),
        ...[one, two].flatMap((id) => [
          onTicket(id, 'terima', { menit: '10' }, 8),
          refuses ? onTicket(id, 'tolak', { alasan: 'equipment' }, 7) : onTicket(id, 'siap', {}, 4),
          onTicket(id, 'serahkan', {}, 2),
        ]),
        saleTap(stall, {}, 1),
      ];
      const order = picks.map((pick) => pick % list.length);
      const sends = (isInOrder ? order.sort((a, b) => a - b) : order).map((at) => list[at]!);
      const answers = new Map<string, string>();
      for (const [at, tap] of sends.entries()) {
        if (at === cancelsAt) {
          const now = world.clock.now();
          await world.inTransaction((tx) => cancelTicket(tx, { orderId: paid.orderId, ticketId: one, now }));
        }
        const [answer] = await send(tap);
        // A tap that has counted is answered as it was.
        expect(answer?.outcome).toBe(answers.get(tap.id) ?? answer?.outcome);
        answers.set(tap.id, answer!.outcome);
      }
      for (const change of [...(await changesOf(world, one)), ...(await changesOf(world, two))]) {
        const [from, to] = change.split('>') as [TicketState | '', TicketState];
        if (from) expect(TICKET_GRAPH[from]).toContain(to);
      }
      expect(await brokenDay(world.db)).toEqual([]);
      expect(await readBrokenInvariants(world.db)).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(WALKS, walk), { numRuns: 10, seed: 20_261_128 });
    const reached = await world.db.selectFrom('order_ticket').select('state').distinct().execute();
    expect(reached.map(({ state }) => state)).toEqual(expect.arrayContaining(['handed_over', 'refused', 'cancelled']));
  }, 60_000);
});
