import type { Tx } from '~/platform/app-context';
import type { Fences } from '~/shared/fences';
import { accept, type Result } from '~/shared/result';
import type { MerchantAccounts } from '../open-merchant-accounts.server';
import { type PostRefusal, postTransfer } from './post-transfer.server';

export interface Netting {
  accounts: MerchantAccounts;
  /** What the merchant owes, read under lock. */
  owed: number;
  /** What this credit leaves her after its own deductions: never more is taken, so earlier sales stay untouched. */
  credited: number;
  key: string;
  ticketId: string;
  now: number;
  fences?: Fences | undefined;
}

/** Takes what a merchant owes out of the credit that just came in. @returns whole rupiah taken. */
export async function netReceivable(
  tx: Tx,
  { accounts, owed, credited, key, ticketId, now, fences }: Netting,
): Promise<Result<number, PostRefusal>> {
  const amount = Math.min(owed, credited);
  if (amount <= 0) return accept(0);
  const posted = await postTransfer(
    tx,
    {
      kind: 'netting',
      key: `${key}:netting`,
      content: { netting: key },
      referenceKind: 'ticket',
      referenceId: ticketId,
      amount,
      now,
    },
    [{ debit: accounts.sales, credit: accounts.receivable, amount, purpose: 'netting' }],
    fences ? { fences } : {},
  );
  return posted.ok ? accept(amount) : posted;
}
