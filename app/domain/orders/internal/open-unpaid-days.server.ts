import type { Tx } from '~/platform/app-context';
import { insertJsonRows } from '~/platform/json-rows.server';
import { UNPAID_PORTIONS_CEILING } from '../orders';
import { waitsForCash } from './order-book';
import type { OrderRequest } from './order-snapshot';

const DAY = { festival_id: 'text', day: 'text', portions: 'integer', ceiling: 'integer' } as const;

/** The first cash order of a festival's day makes the row that counts unpaid portions. */
export async function openUnpaidDays(tx: Tx, requests: readonly OrderRequest[]): Promise<void> {
  const days = new Map(
    requests
      .filter(waitsForCash)
      .map(({ festivalId, day }) => [
        `${festivalId}/${day}`,
        { festival_id: festivalId, day, portions: 0, ceiling: UNPAID_PORTIONS_CEILING },
      ]),
  );
  await insertJsonRows(tx, 'order_unpaid', DAY, [...days.values()], { skipExisting: true });
}
