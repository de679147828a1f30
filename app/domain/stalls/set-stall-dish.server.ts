import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import { type FestivalPriceRefusal, setFestivalPrice } from './set-festival-price.server';
import { type SetStockRefusal, setStock } from './set-stock.server';
import type { ListingOfStall } from './stalls';

/**
 * Portions left and festival price together, as the stock page sends them. What is as the page showed it is left alone:
 * portions sold while the page was open must not come back with a new price.
 */
export async function setStallDish(
  tx: Tx,
  {
    portions,
    price,
    shown,
    day,
    now,
    ...key
  }: ListingOfStall & {
    portions: number | null;
    price: number;
    /** What the page showed; undefined = as it is stored now. */
    shown: { portions: number | null | undefined; price: number | undefined };
    day: string;
    now: number;
  },
): Promise<Result<undefined, FestivalPriceRefusal | SetStockRefusal>> {
  const before = await tx
    .selectFrom('stall_listing')
    .leftJoin('stall_stock', (join) =>
      join
        .onRef('stall_stock.festival_id', '=', 'stall_listing.festival_id')
        .onRef('stall_stock.listing_number', '=', 'stall_listing.number')
        .on('stall_stock.day', '=', day),
    )
    .select(['festival_price', 'portions_left'])
    .where('stall_listing.festival_id', '=', key.festivalId)
    .where('participation_id', '=', key.participationId)
    .where('number', '=', key.listing)
    .executeTakeFirst();
  if (!before) return refuse({ code: 'listing_unknown' });
  if (price !== shown.price && before.festival_price !== price) {
    const priced = await setFestivalPrice(tx, { ...key, price, now });
    if (!priced.ok) return priced;
  }
  if (portions === shown.portions || before.portions_left === portions) return accept();
  return setStock(tx, { ...key, day, portions, now });
}
