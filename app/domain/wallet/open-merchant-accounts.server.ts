import type { Tx } from '~/platform/app-context';
import type { AccountId, MerchantId } from '~/shared/ids';
import { openAccount } from './internal/open-account.server';

export interface MerchantAccounts {
  /** What the house owes the merchant: her sales, without a cap. */
  sales: AccountId;
  /** What the merchant owes the house: commission of cash sales, shortfalls. */
  receivable: AccountId;
}

/** Opens a merchant's sales and receivable accounts; the same two when they exist. */
export async function openMerchantAccounts(
  tx: Tx,
  { merchantId, now }: { merchantId: MerchantId; now: number },
): Promise<MerchantAccounts> {
  const owner = { ownerKind: 'merchant', ownerId: merchantId, now } as const;
  return {
    sales: await openAccount(tx, { ...owner, kind: 'sales' }),
    receivable: await openAccount(tx, { ...owner, kind: 'receivable' }),
  };
}
