import { expect, it } from 'vitest';
import { newSecretId } from '~/shared/ids';
import { makeOpenFestival, readStockRow } from '../../../test/factories/stalls';
import { onBothEngines } from '../../../test/setup/engines';
import { placeCounterSale } from './place-counter-sale.server';

const MINUTE = 60_000;

onBothEngines('a counter sale', (engine) => {
  it('stands in the same queue, accepted, in the running slot or the next with room', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ portions: 10 }]);
    const stall = stalls[0]!;
    world.clock.advance(3 * MINUTE);
    const sell = (quantity: number, orderId = newSecretId('ord')) =>
      world.inTransaction((tx) =>
        placeCounterSale(tx, {
          ...stall,
          orderId,
          lines: [{ listing: stall.listings[0]!, options: [], quantity }],
          byPersonId: stall.ownerId,
          language: 'id',
          now: world.clock.now(),
        }),
      );
    const first = await sell(4);
    const second = await sell(5);
    expect(first).toMatchObject({ ok: true, value: { pickupNumber: 1, total: 40_000 } });
    expect(second).toMatchObject({ ok: true, value: { pickupNumber: 2 } });
    const starts = [first, second].map((sale) => (sale.ok ? sale.value.slotStartsAt : 0));
    expect(starts).toEqual([world.clock.now() - 3 * MINUTE, world.clock.now() + 7 * MINUTE]);
    if (first.ok) expect(await sell(4, first.value.orderId)).toMatchObject({ ok: true, value: { pickupNumber: 1 } });
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 1 });
    const foreign = await world.inTransaction((tx) =>
      placeCounterSale(tx, {
        ...stall,
        orderId: newSecretId('ord'),
        lines: [{ listing: 999, options: [], quantity: 1 }],
        byPersonId: null,
        language: 'id',
        now: world.clock.now(),
      }),
    );
    expect(foreign).toMatchObject({ ok: false, refusal: { code: 'dish_not_sold' } });
  });

  it('another sale sent from the page of an earlier one is not lost in silence', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ portions: 10 }, { portions: 10 }]);
    const [stall, other] = stalls;
    const orderId = newSecretId('ord');
    const sell = (at: typeof stall, quantity: number) =>
      world.inTransaction((tx) =>
        placeCounterSale(tx, {
          ...at!,
          orderId,
          lines: [{ listing: at!.listings[0]!, options: [], quantity }],
          byPersonId: null,
          language: 'id',
          now: world.clock.now(),
        }),
      );
    expect(await sell(stall, 2)).toMatchObject({ ok: true });
    world.clock.advance(MINUTE);
    expect(await sell(stall, 2)).toMatchObject({ ok: true, value: { pickupNumber: 1 } });
    expect(await sell(stall, 3)).toEqual({
      ok: false,
      refusal: { code: 'sale_recorded', number: 1, total: 20_000 },
    });
    expect(await sell(other, 2)).toMatchObject({ ok: false, refusal: { code: 'dish_not_sold' } });
    expect(await readStockRow(world, stall!)).toMatchObject({ portions_left: 8 });
  });
});
