import type { ReadDb, Tx } from '~/platform/app-context';
import type { DishId, MerchantId } from '~/shared/ids';

/** Dishes of the festival menu that are still on her menu, in her order; empty while she has put none together. */
export async function readFestivalMenu(db: ReadDb | Tx, merchantId: MerchantId): Promise<DishId[]> {
  const rows = await db
    .selectFrom('menu_set_dish as s')
    .innerJoin('menu_dish as d', 'd.id', 's.dish_id')
    .select('d.id')
    .where('s.merchant_id', '=', merchantId)
    .where('s.kind', '=', 'festival')
    .where('d.archived_at', 'is', null)
    .orderBy('d.position')
    .orderBy('d.id')
    .execute();
  return rows.map((row) => row.id);
}
