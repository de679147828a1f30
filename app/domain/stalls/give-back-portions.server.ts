import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import { PORTIONS, type PortionsTaken, toPortionRows } from './internal/taken-rows';

/** Gives portions back, never beyond what the day began with; a dish marked sold out stays so. */
export async function giveBackPortions(tx: Tx, returned: readonly PortionsTaken[]): Promise<void> {
  if (returned.length === 0) return;
  await sql`
    update stall_stock
    set portions_left = case
      when portions_left + given.portions > portions_start then portions_start
      else portions_left + given.portions end
    from ${jsonRows(tx, PORTIONS, toPortionRows(returned))} as given
    where stall_stock.festival_id = given.festival_id and stall_stock.listing_number = given.listing_number
      and stall_stock.day = given.day and stall_stock.portions_left is not null`.execute(tx);
}
