import type { Tx } from '~/platform/app-context';
import { accept, type Result } from '~/shared/result';
import { type FestivalPriceRefusal, setFestivalPrice } from './set-festival-price.server';
import { type SetStockRefusal, setStock } from './set-stock.server';
import type { ListingOfStall } from './stalls';

/** Portions left and festival price together, as the stock page sends them; what is as it was is left alone. */
export async function setStallDish(
  tx: Tx,
  {
    portions,
    price,
    day,
    now,
    ...key
  }: ListingOfStall & { portions: number | null; price: number; day: string; now: number },
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
  if (before?.festival_price !== price) {
    const priced = await setFestivalPrice(tx, { ...key, price, now });
    if (!priced.ok) return priced;
  }
  if ((before?.portions_left ?? null) === portions) return accept();
  return setStock(tx, { ...key, day, portions, now });
}
