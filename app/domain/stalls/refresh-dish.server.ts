import type { Tx } from '~/platform/app-context';
import type { DishId } from '~/shared/ids';
import { lockRows } from '~db/engine.server';
import { listDishes } from './internal/list-dishes.server';
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
  const stalls = await tx
    .selectFrom('stall_setup')
    .innerJoin('festival_edition', 'festival_edition.id', 'stall_setup.festival_id')
    .select(['stall_setup.festival_id', 'participation_id'])
    .where('merchant_id', '=', dish.merchant_id)
    .where('ended_at', 'is', null)
    .where('state', 'not in', ['finished', 'cancelled'])
    .orderBy('stall_setup.festival_id')
    .execute();
  for (const { festival_id: festivalId, participation_id: participationId } of stalls) {
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
