import type { Tx } from '~/platform/app-context';
import type { DishId, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';

export type SetDishCostRefusal = { code: 'dish_gone' } | { code: 'floor_above_price'; price: number };

/**
 * Sets what one portion costs her, and the least she takes for it: a festival price below that floor is refused. Whole
 * rupiah; no floor = null. A floor above her own normal price is refused, since nothing could be sold under it.
 */
export async function setDishCost(
  tx: Tx,
  {
    dishId,
    merchantId,
    cost,
    floorPrice,
    by,
    now,
  }: { dishId: DishId; merchantId: MerchantId; cost: number; floorPrice: number | null; by: PersonId; now: number },
): Promise<Result<void, SetDishCostRefusal>> {
  const dish = await tx
    .selectFrom('menu_dish')
    .select('price')
    .where('id', '=', dishId)
    .where('merchant_id', '=', merchantId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!dish) return refuse({ code: 'dish_gone' });
  if (floorPrice !== null && dish.price !== null && floorPrice > dish.price) {
    return refuse({ code: 'floor_above_price', price: dish.price });
  }
  const row = { cost, floor_price: floorPrice, set_by: by, set_at: now };
  await tx
    .insertInto('menu_dish_cost')
    .values({ dish_id: dishId, ...row })
    .onConflict((conflict) => conflict.column('dish_id').doUpdateSet(row))
    .execute();
  return accept();
}
