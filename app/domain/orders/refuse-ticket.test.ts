import { expect, it } from 'vitest';
import { accepted } from '../../../test/factories/merchants';
import { doorOf, readTickets, requestFor } from '../../../test/factories/orders';
import { makeOpenFestival, readStockRow } from '../../../test/factories/stalls';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { placeOrder } from './place-orders.server';
import { refuseTicket } from './refuse-ticket.server';

onBothEngines('"habis" for one dish of two', (engine) => {
  it('marks that dish only; portions of the other one can be sold again', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [
      { portions: 10, dishes: [{ price: 10_000 }, { price: 10_000 }] },
    ]);
    const stall = stalls[0]!;
    const [gone, other] = stall.listings as [number, number];
    const request = requestFor(world, stalls, { wallet: await makeWallet(world, { balance: 100_000 }) });
    const lines = [gone, other].map((listing) => ({ ...request.lines[0]!, listing, quantity: 2 }));
    const now = world.clock.now();
    const { orderId } = accepted(await world.inTransaction((tx) => placeOrder(tx, { ...request, lines }, now)));
    const [ticket] = await readTickets(world, orderId);
    await world.inTransaction((tx) =>
      refuseTicket(tx, {
        door: doorOf(stall, ticket!.id),
        reason: 'sold_out',
        soldOutListings: [gone],
        byPersonId: null,
        now,
      }),
    );
    expect(await readStockRow(world, stall, gone)).toMatchObject({ portions_left: 8, sold_out_at: now });
    expect(await readStockRow(world, stall, other)).toMatchObject({ portions_left: 10, sold_out_at: null });
  });
});
