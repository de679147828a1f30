import { startOn } from '../measuring/own-site';
import type { Proof } from '../measuring/proof';
import { racePortions } from '../scenarios/order-races';
import { racePortionsOverHttp } from '../scenarios/race-over-http';

export const proof: Proof = {
  id: 'R3',
  what: '2,000 concurrent orders for 100 portions; R4 as its control: the same with the fence removed',
  mustShow: 'exactly 100; without the fence it must oversell',
  engines: ['sqlite', 'postgres'],
  prove: async (run) => {
    const [customers, portions] = run.size === 'full' ? [2_000, 100] : [60, 10];
    const batches = await racePortions(await run.world(), { customers, portions, way: { batches: 128 } });
    const world = await run.world();
    // Without a worker: the festival is made behind its back, in a past in which it would close the call.
    const site = await startOn(run, world, { ROLE: 'web' });
    const http = await racePortionsOverHttp(world, [site.origin], { customers, portions });
    const few = Math.min(customers, 400);
    const control = await racePortions(await run.world(), { customers: few, portions, way: 'without fences' });
    return {
      parameters: { customers, portions, 'batches of': 128, 'customers of the control': few },
      figures: {
        'placed by the verb, in batches': batches.placed,
        'portions left after that': batches.left ?? 'uncounted',
        'placed through HTTP, all at once': http.acknowledged.length,
        'refused through HTTP': http.refused.length,
        'never answered': http.unanswered.length,
        'other answers': http.others[0] ?? 0,
        'portions left in the end': http.left ?? 'uncounted',
      },
      shown: {
        'the verb sold exactly what there was':
          batches.placed === portions && batches.sold === portions && batches.left === 0,
        'the process sold exactly what there was': http.acknowledged.length === portions && http.left === 0,
        'everybody else was refused in words': http.refused.length === customers - portions && http.others.length === 0,
      },
      control: {
        what: 'the same verb without lock, guard and CHECK (R4)',
        figures: { placed: control.placed, 'portions left': control.left ?? 'uncounted' },
        failed: control.sold > portions,
      },
    };
  },
};
