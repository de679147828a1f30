import { expect, it } from 'vitest';
import { doorOf, makeOrder, nextBrowser, readTicket, tryOrder } from '../../../test/factories/orders';
import { makeOpenFestival } from '../../../test/factories/stalls';
import { makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { drainOutbox } from '../../worker/run-worker.server';
import { changeFestivalState } from '../festivals/change-festival-state.server';
import { findOrMakePersonByPhone } from '../identity/find-or-make-person.server';
import { acceptTicket } from './accept-ticket.server';
import { handOver } from './hand-over.server';
import { markReady } from './mark-ready.server';

onBothEngines('a festival cancelled while people wait for their food', (engine) => {
  it('gives money back at once and says so; what is ready can still be handed over', async () => {
    const world = await engine.world();
    const { stalls, festivalId, organiserId } = await makeOpenFestival(world, [{ portions: 20 }, { portions: 20 }]);
    const personId = await world.inTransaction((tx) =>
      findOrMakePersonByPhone(tx, { phone: '+6281000009008' as never, now: world.clock.now() }),
    );
    const wallet = await makeWallet(world, { balance: 100_000, personId });
    const cooked = await makeOrder(world, [stalls[0]!], { wallet });
    const waiting = await makeOrder(world, stalls, { wallet });
    const unpaid = await makeOrder(world, [stalls[0]!], { browser: nextBrowser() });
    const sold = await makeOrder(world, [stalls[1]!], { source: 'counter' });
    const door = doorOf(stalls[0]!, cooked.tickets[0]!);
    const act = () => ({ byPersonId: null, now: world.clock.now() });
    await world.inTransaction((tx) => acceptTicket(tx, { door, minutes: 5, ...act() }));
    await world.inTransaction((tx) => markReady(tx, { door, ...act() }));
    const cancel = {
      festivalId,
      to: 'cancelled',
      why: 'angin kencang',
      by: organiserId,
      now: world.clock.now(),
    } as const;
    expect(await world.inTransaction((tx) => changeFestivalState(tx, cancel))).toMatchObject({ ok: true });
    await drainOutbox(world.app);
    const states = [cooked, waiting, unpaid, sold].flatMap(({ tickets }) => tickets);
    expect(await Promise.all(states.map(async (id) => (await readTicket(world, id)).state))).toEqual([
      'ready',
      'refused',
      'refused',
      'expired',
      'accepted',
    ]);
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 100_000, held: 10_000 });
    const told = await world.db
      .selectFrom('platform_message')
      .select('template')
      .where('template', '=', 'ticket_refunded')
      .execute();
    expect(told).toHaveLength(2);
    expect(await tryOrder(world, stalls, { wallet })).toMatchObject({ refusal: { code: 'festival_not_running' } });
    await world.inTransaction((tx) => handOver(tx, { door, ...act() }));
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 90_000, held: 0 });
  });
});
