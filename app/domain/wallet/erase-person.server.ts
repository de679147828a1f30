import type { Tx } from '~/platform/app-context';
import type { DataSubject } from '~/shared/personal-data';

/** The ledger stays whole under her number (UU KUP art. 28(11): ten years); her PIN goes, and where she was paid to. */
export async function eraseFromWallet(tx: Tx, { personId, merchantIds }: DataSubject): Promise<void> {
  const accounts = tx.selectFrom('wallet_account').select('id').where('owner_id', '=', personId);
  await tx
    .deleteFrom('wallet_pin_pass')
    .where('account_id', 'in', () => accounts)
    .execute();
  const sales = tx
    .selectFrom('wallet_account')
    .select('id')
    .where('owner_id', 'in', [personId, ...merchantIds]);
  await tx
    .deleteFrom('wallet_payout_account')
    .where('account_id', 'in', () => sales)
    .execute();
  await tx
    .updateTable('wallet_account')
    .set({ pin_hash: null, pin_failures: 0, pin_locked_until: null })
    .where('owner_kind', '=', 'person')
    .where('owner_id', '=', personId)
    .execute();
  if (merchantIds.length > 0) {
    await tx.deleteFrom('wallet_outside_sales').where('merchant_id', 'in', merchantIds).execute();
  }
}
