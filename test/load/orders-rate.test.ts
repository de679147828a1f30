import { expect, it } from 'vitest';
import { placeOrder, placeOrders } from '~/domain/orders/place-orders.server';
import { requestFor } from '../factories/orders';
import { makeOpenFestival } from '../factories/stalls';
import { makeWallet } from '../factories/wallet';
import { onBothEngines } from '../setup/engines';

const BATCH = 64;
const BATCHES = 4;
const SINGLES = 40;

/** Figures to read, not to pass: machines differ, so nothing here is asserted but that every order was placed. */
onBothEngines('the rate of orders', (engine) => {
  it('is printed for batches and for one order at a time', async () => {
    const world = await engine.world();
    const dishes = [{ price: 1_000, makeSeconds: 60 }];
    const { stalls } = await makeOpenFestival(
      world,
      Array.from({ length: 4 }, () => ({ cookedAtOnce: 60, portions: 9_000, dishes })),
    );
    const wallets = await Promise.all(Array.from({ length: 8 }, () => makeWallet(world, { balance: 1_000_000 })));
    const now = world.clock.now();
    const requests = Array.from({ length: BATCH * BATCHES + SINGLES }, (_, index) =>
      requestFor(world, [stalls[index % stalls.length]!], { wallet: wallets[index % wallets.length]!, price: 1_000 }),
    );
    const singlesBegin = performance.now();
    for (const request of requests.slice(0, SINGLES)) {
      expect((await world.inTransaction((tx) => placeOrder(tx, request, now))).ok).toBe(true);
    }
    const batchesBegin = performance.now();
    for (let batch = 0; batch < BATCHES; batch++) {
      const from = SINGLES + batch * BATCH;
      const answers = await world.inTransaction((tx) => placeOrders(tx, requests.slice(from, from + BATCH), now));
      expect(answers.every((answer) => answer.ok)).toBe(true);
    }
    const end = performance.now();
    const rate = (orders: number, milliseconds: number) => Math.round((orders / milliseconds) * 1000);
    process.stdout.write(
      `  orders/s on ${engine.name}: ${rate(BATCH * BATCHES, end - batchesBegin)} in batches of ${BATCH}, ` +
        `${rate(SINGLES, batchesBegin - singlesBegin)} one by one\n`,
    );
  });
});
