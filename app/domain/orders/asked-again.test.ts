import { expect, it } from 'vitest';
import { doorOf, makeOrder } from '../../../test/factories/orders';
import { makeOpenFestival } from '../../../test/factories/stalls';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { findOrMakePersonByPhone } from '../identity/find-or-make-person.server';
import { acceptTicket } from './accept-ticket.server';
import { answerAsked } from './answer-asked.server';
import { askCustomer } from './ask-customer.server';
import { readOrder } from './read-order.server';

const MINUTE = 60_000;

onBothEngines('a customer who waited once', (engine) => {
  it('is asked again, by page and by message, when the promise then runs past her slot', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeOpenFestival(world, [{}]);
    const stall = stalls[0]!;
    const personId = await world.inTransaction((tx) =>
      findOrMakePersonByPhone(tx, { phone: '+6281000009007' as never, now: world.clock.now() }),
    );
    const wallet = await makeWallet(world, { balance: 100_000, personId });
    const {
      orderId,
      tickets: [ticketId],
    } = await makeOrder(world, stalls, { wallet });
    const asks = async () => (await readOrder(world.db, orderId))!.tickets[0]!.asks;
    const told = async () =>
      (await world.db.selectFrom('platform_outbox').select('key').where('key', 'like', '%ticket_asked%').execute())
        .length;
    world.clock.advance(3 * MINUTE);
    await world.inTransaction((tx) => askCustomer(tx, { festivalId, ticketId: ticketId!, now: world.clock.now() }));
    expect([await asks(), await told()]).toEqual(['yes', 1]);
    await world.inTransaction((tx) =>
      answerAsked(tx, { orderId, ticketId: ticketId!, answer: 'wait', now: world.clock.now() }),
    );
    expect(await asks()).toBe('no');
    world.clock.advance(20 * MINUTE);
    const door = doorOf(stall, ticketId!);
    expect(
      await world.inTransaction((tx) =>
        acceptTicket(tx, { door, minutes: 15, byPersonId: null, now: world.clock.now() }),
      ),
    ).toMatchObject({ value: { asked: 'yes' } });
    expect([await asks(), await told()]).toEqual(['yes', 2]);
  });
});
