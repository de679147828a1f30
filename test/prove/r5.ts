import type { Proof } from '../measuring/proof';
import { raceSlot } from '../scenarios/order-races';

export const proof: Proof = {
  id: 'R5',
  what: '1,000 concurrent for the last make-minutes of a slot',
  mustShow: 'exactly what fits',
  engines: ['sqlite', 'postgres'],
  prove: async (run) => {
    const customers = run.size === 'full' ? 1_000 : 50;
    const cookedAtOnce = 10;
    const fits = (cookedAtOnce * 600) / 300;
    const alone = await raceSlot(await run.world(), { customers, cookedAtOnce, way: 'one by one' });
    const batches = await raceSlot(await run.world(), { customers, cookedAtOnce, way: { batches: 128 } });
    const few = Math.min(customers, 200);
    const control = await raceSlot(await run.world(), { customers: few, cookedAtOnce, way: 'without fences' });
    return {
      parameters: {
        customers,
        'seconds of the slot': alone.capacity,
        'seconds an order needs': 300,
        'customers of the control': few,
      },
      figures: {
        'placed, each in a unit of work of its own': alone.placed,
        'placed, in batches of 128': batches.placed,
        'seconds used': alone.used,
        refusals: alone.codes.join(', '),
      },
      shown: {
        'exactly what fits, one by one': alone.placed === fits && alone.used === alone.capacity,
        'exactly what fits, in batches': batches.placed === fits && batches.used === batches.capacity,
      },
      control: {
        what: 'the same verb without lock, guard and CHECK',
        figures: { placed: control.placed, 'seconds used': control.used },
        failed: control.used > control.capacity,
      },
    };
  },
};
