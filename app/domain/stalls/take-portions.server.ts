import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import { PORTIONS, type PortionsTaken, toPortionRows } from './internal/taken-rows';

/** Takes portions from counted stocks, one statement for all; says how many rows gave. Fewer than asked: somebody was faster. */
export async function takePortions(
  tx: Tx,
  taken: readonly PortionsTaken[],
  fences: Fences = ALL_FENCES,
): Promise<number> {
  if (taken.length === 0) return 0;
  const enough = fences.guard
    ? sql`and stall_stock.portions_left >= given.portions and stall_stock.sold_out_at is null`
    : sql``;
  const result = await sql`
    update stall_stock set portions_left = portions_left - given.portions
    from ${jsonRows(tx, PORTIONS, toPortionRows(taken))} as given
    where stall_stock.festival_id = given.festival_id and stall_stock.listing_number = given.listing_number
      and stall_stock.day = given.day ${enough}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
