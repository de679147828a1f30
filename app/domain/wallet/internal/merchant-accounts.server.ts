import type { Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import { type MerchantAccounts, openMerchantAccounts } from '../open-merchant-accounts.server';

/** The merchant's two accounts, opened where they are missing: nothing may stop money coming in. */
export async function merchantAccounts(tx: Tx, merchantId: MerchantId, now: number): Promise<MerchantAccounts> {
  const rows = await tx
    .selectFrom('wallet_account')
    .select(['id', 'kind'])
    .where('owner_kind', '=', 'merchant')
    .where('owner_id', '=', merchantId)
    .execute();
  const sales = rows.find(({ kind }) => kind === 'sales')?.id;
  const receivable = rows.find(({ kind }) => kind === 'receivable')?.id;
  return sales && receivable ? { sales, receivable } : openMerchantAccounts(tx, { merchantId, now });
}
