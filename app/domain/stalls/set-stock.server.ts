import type { Tx } from '~/platform/app-context';
import { tellLive } from '~/platform/live.server';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import { ownsListing } from './internal/owns-listing.server';
import { tellStall } from './internal/tell-stall.server';
import { isSoldOut, type ListingOfStall, MOST_PORTIONS_A_DAY } from './stalls';

export type SetStockRefusal = { code: 'listing_unknown' } | { code: 'portions_odd'; most: number };

/** Says how many portions are left of a dish today; null = unlimited. Setting a number also brings a sold-out dish back. */
export async function setStock(
  tx: Tx,
  {
    festivalId,
    participationId,
    listing,
    day,
    portions,
    now,
  }: ListingOfStall & {
    day: string;
    portions: number | null;
    now: number;
  },
): Promise<Result<undefined, SetStockRefusal>> {
  if (portions !== null && (!Number.isSafeInteger(portions) || portions < 0 || portions > MOST_PORTIONS_A_DAY)) {
    return refuse({ code: 'portions_odd', most: MOST_PORTIONS_A_DAY });
  }
  if (!(await ownsListing(tx, { festivalId, participationId, listing }))) return refuse({ code: 'listing_unknown' });
  await tx
    .insertInto('stall_stock')
    .values({
      festival_id: festivalId,
      listing_number: listing,
      day,
      portions_left: null,
      portions_start: null,
      sold_out_at: null,
    })
    .onConflict((conflict) => conflict.columns(['festival_id', 'listing_number', 'day']).doNothing())
    .execute();
  const before = await lockRows(
    tx
      .selectFrom('stall_stock')
      .select(['portions_left', 'portions_start', 'sold_out_at'])
      .where('festival_id', '=', festivalId)
      .where('listing_number', '=', listing)
      .where('day', '=', day),
  ).executeTakeFirstOrThrow();
  // What was taken so far stays counted: start - left is always what orders hold.
  const taken = (before.portions_start ?? 0) - (before.portions_left ?? 0);
  await tx
    .updateTable('stall_stock')
    .set({
      portions_left: portions,
      portions_start: portions === null ? null : portions + taken,
      sold_out_at: null,
    })
    .where('festival_id', '=', festivalId)
    .where('listing_number', '=', listing)
    .where('day', '=', day)
    .execute();
  // Pages kept in memory say "habis" but never how many are left.
  const wasSoldOut = isSoldOut({ portionsLeft: before.portions_left, soldOutAt: before.sold_out_at });
  const isSoldOutNow = isSoldOut({ portionsLeft: portions, soldOutAt: null });
  if (wasSoldOut !== isSoldOutNow) await tellStall(tx, { festivalId, participationId }, now);
  else tellLive(tx, [`board:${participationId}`, `control:${festivalId}`]);
  return accept();
}
