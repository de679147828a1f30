import { startOn } from '../measuring/own-site';
import type { Proof } from '../measuring/proof';
import { raceKey } from '../scenarios/order-races';
import { raceKeyOverHttp } from '../scenarios/race-over-http';

const TIMES = 50;

export const proof: Proof = {
  id: 'R6',
  what: 'one idempotency key 50 times at once',
  mustShow: '1 order, 50 equal answers',
  engines: ['sqlite', 'postgres'],
  prove: async (run) => {
    const same = await raceKey(await run.world(), { times: TIMES, baskets: 'same', way: 'one by one' });
    const different = await raceKey(await run.world(), { times: TIMES, baskets: 'different', way: 'one by one' });
    const world = await run.world();
    // Without a worker: the festival is made behind its back, in a past in which it would close the call.
    const site = await startOn(run, world, { ROLE: 'web' });
    const http = await raceKeyOverHttp(world, [site.origin], { times: TIMES });
    const control = await raceKey(await run.world(), { times: TIMES, baskets: 'same', way: 'without fences' });
    const equal = new Set(http.acknowledged).size;
    return {
      parameters: { posts: TIMES },
      figures: {
        'answers of the verb that name the order': same.same,
        'of these made it': same.made,
        'with 50 different baskets: made it': different.made,
        'through HTTP: led to the order': http.acknowledged.length,
        'through HTTP: different orders named': equal,
        'through HTTP: orders in the database': http.orders,
        'through HTTP: portions taken': http.taken,
      },
      shown: {
        'one order, fifty equal answers':
          same.same === TIMES && same.made === 1 && same.tickets === 1 && same.taken === 1,
        'one order also where the baskets differ':
          different.made === 1 && different.tickets === 1 && different.held === different.total,
        'one order and fifty equal answers through HTTP':
          http.acknowledged.length === TIMES && equal === 1 && http.orders === 1 && http.taken === 1,
      },
      control: {
        what: 'the same verb without lock, guard, CHECK and unique key',
        figures: { 'portions taken': control.taken, 'money held': control.held },
        failed: control.taken > 1,
      },
    };
  },
};
