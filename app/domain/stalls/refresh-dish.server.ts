import type { Tx } from '~/platform/app-context';
import type { DishId } from '~/shared/ids';
import { lockRows } from '~db/engine.server';
import { listDishes } from './internal/list-dishes.server';
import { readLiveStalls } from './internal/live-stalls.server';
import { tellStall } from './internal/tell-stall.server';
import { writeSearchWords } from './internal/write-search-words.server';

/**
 * Follows a change of a dish into every stall that sells it or may sell it now: a new priced dish is listed, an archived
 * one is withdrawn, a listing without its own festival price takes the normal one, names go into the search.
 * Safe to run again. Prices in baskets hold until their own time.
 */
export async function refreshDish(tx: Tx, { dishId, now }: { dishId: DishId; now: number }): Promise<void> {
  const dish = await tx
    .selectFrom('menu_dish')
    .select(['merchant_id', 'price', 'archived_at'])
    .where('id', '=', dishId)
    .executeTakeFirst();
  if (!dish) return;
  for (const { festivalId, participationId } of await readLiveStalls(tx, dish.merchant_id)) {
    const stall = { festivalId, participationId, merchantId: dish.merchant_id, now };
    await lockRows(tx.selectFrom('festival_edition').select('id').where('id', '=', festivalId)).execute();
    const listing = tx.updateTable('stall_listing').where('festival_id', '=', festivalId).where('dish_id', '=', dishId);
    if (dish.archived_at !== null || dish.price === null || dish.price <= 0) {
      await listing.set({ withdrawn_at: now }).where('withdrawn_at', 'is', null).execute();
    } else {
      await listDishes(tx, stall);
      await listing.set({ festival_price: dish.price }).where('price_set_at', 'is', null).execute();
    }
    await writeSearchWords(tx, stall);
    await tellStall(tx, { festivalId, participationId }, now);
  }
}
