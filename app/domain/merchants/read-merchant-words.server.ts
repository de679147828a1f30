import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';

/** What these businesses are called by in texts and files: name of the stall and of the owner, phone. */
export async function readMerchantWords(db: ReadDb | Tx, merchantIds: readonly MerchantId[]): Promise<string[]> {
  if (merchantIds.length === 0) return [];
  const rows = await db
    .selectFrom('merchant_profile')
    .select(['stall_name', 'owner_name', 'phone'])
    .where('id', 'in', merchantIds)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ stall_name, owner_name, phone }) =>
    [stall_name, owner_name, phone].filter((word) => word !== null),
  );
}
