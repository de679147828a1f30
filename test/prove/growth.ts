import { sql } from 'kysely';
import type { Proof } from '../measuring/proof';
import { growthOf, type OrderWorld, openOldFestival, orderInTurns, worstOf } from '../scenarios/growth';

/** What the slow hundredth may take after a million orders, in times of what it took after a thousand. */
const RATIO_MAX = 1.5;

export const proof: Proof = {
  id: 'GROWTH',
  what: 'an order and its page after a thousand and after a million orders',
  mustShow: 'p99 within 1.5 times; without the index an order is found by, it must not be',
  engines: ['sqlite', 'postgres'],
  prove: async (run) => {
    const [few, many, turns] = run.size === 'full' ? [1_000, 1_000_000, 1_100] : [100, 5_000, 40];
    const worlds: OrderWorld[] = [];
    for (const orders of [few, many]) worlds.push(await openOldFestival(await run.world(), orders, turns));
    const [small, grown] = await orderInTurns(worlds, turns);
    if (!small || !grown) throw new Error('nothing was ordered');
    const worst = worstOf(growthOf(grown, small));
    for (const { world } of worlds) await sql`drop index order_ticket_by_order_id`.execute(world.database.writer);
    const [smallBare, grownBare] = await orderInTurns(worlds, Math.ceil(turns / 20));
    if (!smallBare || !grownBare) throw new Error('nothing was ordered');
    const bare = worstOf(growthOf(grownBare, smallBare));
    return {
      parameters: { 'orders before': `${few} and ${many}`, turns },
      figures: {
        'grew most': worst.of,
        'p99 after few, ms': worst.small.toFixed(2),
        'p99 after many, ms': worst.grown.toFixed(2),
        times: worst.ratio.toFixed(2),
      },
      shown: { [`nothing takes more than ${RATIO_MAX} times as long`]: worst.ratio <= RATIO_MAX },
      control: {
        what: 'the same without the index of tickets by order',
        figures: { 'grew most': bare.of, times: bare.ratio.toFixed(2) },
        failed: bare.ratio > RATIO_MAX,
      },
      notes: [
        'Both worlds are asked in turns. Earlier orders are copies made by the database (test/factories/many-rows.ts).',
      ],
    };
  },
};
