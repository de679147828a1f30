import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import type { MerchantAccounts } from './open-merchant-accounts.server';

export interface MerchantWallet extends MerchantAccounts {
  /** Sold by wallet and not yet paid out. Whole rupiah. */
  salesBalance: number;
  /** Owed for cash sales; taken from the next sale by wallet. */
  owed: number;
}

/** A merchant's two accounts with their balances; null while nothing was ever opened. */
export async function readMerchantWallet(db: ReadDb | Tx, merchantId: MerchantId): Promise<MerchantWallet | null> {
  const rows = await db
    .selectFrom('wallet_account')
    .select(['id', 'kind', 'balance'])
    .where('owner_kind', '=', 'merchant')
    .where('owner_id', '=', merchantId)
    .execute();
  const sales = rows.find(({ kind }) => kind === 'sales');
  const receivable = rows.find(({ kind }) => kind === 'receivable');
  if (!sales || !receivable) return null;
  return {
    sales: sales.id,
    receivable: receivable.id,
    salesBalance: sales.balance ?? 0,
    owed: receivable.balance ?? 0,
  };
}
