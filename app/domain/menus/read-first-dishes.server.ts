import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';

/** The dish a merchant is known for, the first of her menu that has a price, and how many have one. One statement for many merchants. */
export async function readFirstDishes(
  db: ReadDb | Tx,
  merchantIds: readonly MerchantId[],
): Promise<Map<MerchantId, { name: string; count: number }>> {
  if (merchantIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('menu_dish')
    .select(['merchant_id', 'name'])
    .where('merchant_id', 'in', [...merchantIds])
    .where('archived_at', 'is', null)
    .where('price', '>', 0)
    .orderBy('merchant_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
  const first = new Map<MerchantId, { name: string; count: number }>();
  for (const { merchant_id, name } of rows) {
    const known = first.get(merchant_id);
    if (known) known.count += 1;
    else first.set(merchant_id, { name, count: 1 });
  }
  return first;
}
