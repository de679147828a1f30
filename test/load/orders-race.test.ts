import { expect, it } from 'vitest';
import { fillWallet } from '../factories/wallet';
import { raceBalance, raceKey, racePortions, raceSlot, type Way } from '../scenarios/order-races';
import { onBothEngines } from '../setup/engines';

/** R3 to R7 at their small size; `npm run prove -- R3` does the same with 2,000 customers. */
onBothEngines('many at once', (engine) => {
  const ways: [string, Way][] = [
    ['one by one', 'one by one'],
    ['in batches', { batches: 16 }],
  ];

  for (const [name, way] of ways) {
    it(`200 customers racing for 20 portions get exactly 20, ${name}`, async () => {
      const raced = await racePortions(await engine.world(), { customers: 200, portions: 20, way });
      expect(raced).toEqual({ placed: 20, codes: ['sold_out'], sold: 20, left: 0 });
    });
  }

  it('control: without its fences the same verb sells portions that are not there', async () => {
    const raced = await racePortions(await engine.world(), { customers: 40, portions: 20, way: 'without fences' });
    expect(raced).toMatchObject({ placed: 40, sold: 40, left: -20 });
  });

  for (const [name, way] of ways) {
    it(`50 customers racing for the last make-seconds of a slot get exactly what fits, ${name}`, async () => {
      const raced = await raceSlot(await engine.world(), { customers: 50, cookedAtOnce: 4, way });
      expect(raced).toEqual({ placed: 8, codes: ['slot_full'], used: 2_400, capacity: 2_400 });
    });
  }

  it('control: without its fences the same verb overfills the slot', async () => {
    const raced = await raceSlot(await engine.world(), { customers: 50, cookedAtOnce: 4, way: 'without fences' });
    expect(raced).toMatchObject({ used: 15_000, capacity: 2_400 });
  });

  for (const [name, way] of ways) {
    it(`20 spends of one balance spend it once, ${name}`, async () => {
      const raced = await raceBalance(await engine.world(), { spends: 20, balance: 35_000, way });
      expect(raced).toMatchObject({ placed: 3, codes: ['balance_too_low'], balance: 35_000, held: 30_000 });
    });
  }

  it('control: without its fences the same verb spends a balance many times', async () => {
    const world = await engine.world();
    const raced = await raceBalance(world, { spends: 20, balance: 35_000, way: 'without fences' });
    expect(raced).toMatchObject({ balance: 35_000, held: 200_000 });
    // Every test ends with a look at the ledger; this one was broken on purpose.
    await fillWallet(world, raced.accountId, 300_000);
  });

  it('one order posted 20 times at once is one order, and everybody gets the same answer', async () => {
    const raced = await raceKey(await engine.world(), { times: 20, baskets: 'same', way: 'one by one' });
    expect(raced).toMatchObject({ same: 20, made: 1, tickets: 1, taken: 1, held: 10_000 });
  });

  it('one order posted 20 times with 20 different baskets is still one order', async () => {
    const raced = await raceKey(await engine.world(), { times: 20, baskets: 'different', way: 'one by one' });
    expect(raced).toMatchObject({ made: 1, tickets: 1 });
    expect(raced.held).toBe(raced.total);
  });

  it('control: without its fences one order posted 20 times takes portions and money 20 times', async () => {
    const raced = await raceKey(await engine.world(), { times: 20, baskets: 'same', way: 'without fences' });
    expect(raced).toMatchObject({ taken: 20, held: 200_000 });
  });
});
