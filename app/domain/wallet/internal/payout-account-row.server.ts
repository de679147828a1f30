import type { ReadDb, Tx } from '~/platform/app-context';
import type { Id, MerchantId } from '~/shared/ids';

/** One account with its merchant; null when there is none. */
export async function readPayoutAccountRow(db: ReadDb | Tx, id: Id<'pac'>) {
  const row = await db
    .selectFrom('wallet_payout_account as p')
    .innerJoin('wallet_account as a', 'a.id', 'p.account_id')
    .selectAll('p')
    .select('a.owner_id')
    .where('p.id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, merchantId: row.owner_id as MerchantId } : null;
}
