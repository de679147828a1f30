import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import { tellStall } from './internal/tell-stall.server';
import { type ListingOfStall, MOST_FESTIVAL_PRICE } from './stalls';

export type FestivalPriceRefusal =
  | { code: 'listing_unknown' }
  | { code: 'festival_price_odd'; most: number }
  | { code: 'below_floor_price'; floor: number };

/**
 * Sets what a dish costs at this festival, whole rupiah; null follows the normal price again. Baskets keep the price they
 * saw for its time. The merchant's own lowest price (lesson on promotions) holds here too.
 */
export async function setFestivalPrice(
  tx: Tx,
  { festivalId, participationId, listing, price, now }: ListingOfStall & { price: number | null; now: number },
): Promise<Result<undefined, FestivalPriceRefusal>> {
  if (price !== null && (!Number.isSafeInteger(price) || price <= 0 || price > MOST_FESTIVAL_PRICE)) {
    return refuse({ code: 'festival_price_odd', most: MOST_FESTIVAL_PRICE });
  }
  const known = await tx
    .selectFrom('stall_listing')
    .innerJoin('menu_dish', 'menu_dish.id', 'stall_listing.dish_id')
    .leftJoin('menu_dish_cost', 'menu_dish_cost.dish_id', 'menu_dish.id')
    .select(['menu_dish.price', 'menu_dish_cost.floor_price'])
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('number', '=', listing)
    .executeTakeFirst();
  if (!known) return refuse({ code: 'listing_unknown' });
  if (price !== null && known.floor_price !== null && price < known.floor_price) {
    return refuse({ code: 'below_floor_price', floor: known.floor_price });
  }
  await tx
    .updateTable('stall_listing')
    .set({ price_set_at: price === null ? null : now })
    .$if(price !== null || (known.price ?? 0) > 0, (query) => query.set({ festival_price: price ?? known.price ?? 0 }))
    .where('festival_id', '=', festivalId)
    .where('number', '=', listing)
    .execute();
  await tellStall(tx, { festivalId, participationId }, now);
  return accept();
}
