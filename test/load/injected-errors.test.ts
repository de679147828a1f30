import { expect, it } from 'vitest';
import { orderAmongErrors } from '../scenarios/errors-while-ordering';
import { onOneEngine } from '../setup/engines';

/** R20 at its small size; `npm run prove -- R20` does the same with 5,000 orders. */
onOneEngine('postgres', 'orders whose units of work meet errors that pass', (engine) => {
  it('are all placed, once, and no customer sees one', { timeout: 120_000 }, async () => {
    const outcome = await orderAmongErrors(await engine.world(), { orders: 120, batch: 2, repeats: 'as always' });
    expect(outcome).toMatchObject({ placed: 120, visible: 0, stored: 120, broken: [] });
    expect(outcome.injected).toBeGreaterThan(0);
  });

  it('control: tried once, some are told of an error', { timeout: 120_000 }, async () => {
    const outcome = await orderAmongErrors(await engine.world(), { orders: 120, batch: 2, repeats: 'never' });
    expect(outcome.visible).toBeGreaterThan(0);
  });
});
