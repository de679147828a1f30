import type { WalletView } from '~/components/customer/pay-form';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import type { ReadDb } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';

/** What the paying page may know of a wallet: whether it can pay, and how much is free. */
export async function readWallet(db: ReadDb, personId: PersonId | null): Promise<WalletView> {
  if (!personId) return { kind: 'signed_out' };
  const account = await readSpendingAccount(db, personId);
  return account?.hasPin ? { kind: 'ready', available: account.available } : { kind: 'no_pin' };
}
