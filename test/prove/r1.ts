import type { Proof } from '../measuring/proof';
import { median } from '../measuring/statistics';
import { killWhileOrdering } from '../scenarios/killed-while-ordering';

export const proof: Proof = {
  id: 'R1',
  what: 'kill -9 at random points during 10,000 orders, 20 rounds',
  mustShow: '0 acknowledged lost, ledger balanced, integrity ok, ready < 2 s',
  engines: ['sqlite', 'postgres'],
  prove: async (run) => {
    const rounds = 20;
    const killBetween: [number, number] = run.size === 'full' ? [400, 600] : [4, 24];
    const world = await run.world();
    const outcome = await killWhileOrdering(world, { rounds, killBetween, folder: run.folder });
    const { acknowledged, repeated, lost, broken, others, readyAfter } = outcome;
    const slowest = Math.max(...readyAfter);
    return {
      parameters: { rounds, 'orders acknowledged before a kill': killBetween.join(' to '), 'customers at once': 12 },
      figures: {
        'orders acknowledged': acknowledged,
        'sent again after a restart': repeated,
        'acknowledged and lost': lost.length,
        'breaches of a day or the ledger': broken[0] ?? 0,
        'answers nobody should see': others[0] ?? 0,
        'listens again after, median, ms': median(readyAfter),
        'listens again after, slowest, ms': slowest,
      },
      shown: {
        'no acknowledged order was lost': lost.length === 0,
        'after each round money, portions, seconds and numbers add up, and the file is whole': broken.length === 0,
        'customers saw nothing but their order or no answer at all': others.length === 0,
        'ready again within 2 s each time': slowest < 2_000,
      },
      notes: ['Who got no answer sent the same order again after the restart: it is one order.'],
    };
  },
};
