import { expect, it } from 'vitest';
import { makeOrder, nextBrowser } from '../../../test/factories/orders';
import { makeOpenFestival, readStockRow } from '../../../test/factories/stalls';
import { onBothEngines } from '../../../test/setup/engines';
import { stockForm } from './board-form';
import { setStallDish } from './set-stall-dish.server';

onBothEngines('the stock page of a stall', (engine) => {
  async function begin() {
    const world = await engine.world();
    const { stalls, festivalId, day } = await makeOpenFestival(world, [{ portions: 10 }]);
    const stall = stalls[0]!;
    const { participationId } = stall;
    const listing = stall.listings[0]!;
    const send = (fields: Record<string, string>) => {
      const { sisa: portions, harga: price, ...rest } = stockForm.parse(fields);
      const shown = { portions: rest.sisaTadi, price: rest.hargaTadi };
      const dish = { festivalId, participationId, listing, day, portions, price, shown, now: world.clock.now() };
      return world.inTransaction((tx) => setStallDish(tx, dish));
    };
    const price = async () =>
      (
        await world.db
          .selectFrom('stall_listing')
          .select('festival_price')
          .where('number', '=', listing)
          .executeTakeFirstOrThrow()
      ).festival_price;
    return { world, stalls, stall, send, price };
  }

  it('a new price does not bring back portions that were sold since the page was opened', async () => {
    const { world, stalls, stall, send, price } = await begin();
    await makeOrder(world, stalls, { browser: nextBrowser(), quantity: 3 });
    const fields = { sisa: '10', sisaTadi: '10', harga: '12.000', hargaTadi: '10000' };
    expect(await send(fields)).toMatchObject({ ok: true });
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 7, portions_start: 10 });
    expect(await price()).toBe(12_000);
  });

  it('a number that was changed is what is left now, and a price that was not touched stays as another phone set it', async () => {
    const { world, stalls, stall, send, price } = await begin();
    await makeOrder(world, stalls, { browser: nextBrowser(), quantity: 3 });
    await send({ sisa: '10', sisaTadi: '10', harga: '12.000', hargaTadi: '10000' });
    expect(await send({ sisa: '5', sisaTadi: '10', harga: '10.000', hargaTadi: '10000' })).toMatchObject({ ok: true });
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 5, portions_start: 8 });
    expect(await price()).toBe(12_000);
    expect(await send({ sisa: '', sisaTadi: '5', harga: '12.000', hargaTadi: '12000' })).toMatchObject({ ok: true });
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: null });
    expect(await send({ sisa: '4', sisaTadi: '', harga: '12.000', hargaTadi: '12000' })).toMatchObject({ ok: true });
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 4 });
  });
});
