import type { ReadDb } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';

/** Names of a merchant's dishes by id, those off the menu too. */
export async function readDishNames(db: ReadDb, merchantId: MerchantId): Promise<Record<string, string>> {
  const rows = await db.selectFrom('menu_dish').select(['id', 'name']).where('merchant_id', '=', merchantId).execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
