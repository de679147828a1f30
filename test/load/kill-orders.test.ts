import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { newSecretId } from '~/shared/ids';
import { makeOrder, nextBrowser } from '../factories/orders';
import { makeOpenFestival } from '../factories/stalls';
import { killWhileOrdering } from '../scenarios/killed-while-ordering';
import { lookAtWhatIsLeft } from '../scenarios/what-is-left';
import { onBothEngines } from '../setup/engines';

/** R1 at its small size; `npm run prove -- R1` does the same with ten thousand orders. */
const ROUNDS = { sqlite: 20, postgres: 4 };

onBothEngines('a process killed in the middle of orders', (engine) => {
  it('control: an order that was told and is not there is noticed', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world);
    const { orderId } = await makeOrder(world, stalls, { browser: nextBrowser() });
    const never = newSecretId('ord');
    expect(await lookAtWhatIsLeft(world, [orderId, never])).toEqual({ lost: [never], broken: [] });
  });

  it('loses no order it acknowledged; money, portions and seconds add up after each round, and who got no answer has one order when she asks again', {
    timeout: 240_000,
  }, async () => {
    const world = await engine.world();
    const folder = mkdtempSync(join(inject('databaseFolder'), 'kill-'));
    const rounds = ROUNDS[engine.name];
    const outcome = await killWhileOrdering(world, { rounds, killBetween: [4, 24], folder });
    expect(outcome).toMatchObject({ lost: [], broken: [], others: [] });
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(rounds * 4);
    expect(outcome.repeated).toBeGreaterThan(0);
  });
});
