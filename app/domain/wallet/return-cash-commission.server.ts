import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { MerchantId, TicketId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { HOUSE } from './internal/house-accounts';
import { merchantAccounts } from './internal/merchant-accounts.server';
import { type Line, type PostRefusal, postTransfer, readPosted } from './internal/post-transfer.server';
import { lockSpendingAccounts } from './lock-spending-accounts.server';
import type { Posted, ReversalRefusal } from './wallet';

export interface CashCommissionReturn {
  merchantId: MerchantId;
  ticketId: TicketId;
  /** Whole rupiah; with earlier returns at most what was charged. */
  amount: number;
  key: string;
  now: number;
  fences?: Fences;
}

/** Gives commission of a cash sale back when the cash was handed back: first off what she owes, the rest to her sales. */
export async function returnCashCommission(
  tx: Tx,
  { merchantId, ticketId, amount, key, now, fences = ALL_FENCES }: CashCommissionReturn,
): Promise<Result<Posted | null, PostRefusal | ReversalRefusal>> {
  if (amount === 0) return accept(null);
  const accounts = await merchantAccounts(tx, merchantId, now);
  const locked = await lockSpendingAccounts(tx, [accounts.sales, accounts.receivable], fences);
  const content = { merchantId, ticketId, amount };
  const posted = await readPosted(tx, { key, content });
  if (posted) return posted;
  const left = await commissionLeft(tx, ticketId, accounts.receivable);
  if (fences.guard && amount > left) return refuse({ code: 'reversal_too_large', left });
  const owed = locked.find(({ id }) => id === accounts.receivable)?.balance ?? 0;
  const offDebt = Math.min(owed, amount);
  const lines: Line[] = [];
  if (offDebt > 0)
    lines.push({ debit: HOUSE.commission, credit: accounts.receivable, amount: offDebt, purpose: 'commission_return' });
  if (amount > offDebt)
    lines.push({
      debit: HOUSE.commission,
      credit: accounts.sales,
      amount: amount - offDebt,
      purpose: 'commission_return',
    });
  return postTransfer(
    tx,
    { kind: 'refund', key, content, referenceKind: 'ticket', referenceId: ticketId, amount, now },
    lines,
    { fences },
  );
}

/** Charged on this ticket and not yet given back; the merchant's accounts are locked, so nobody else counts meanwhile. */
async function commissionLeft(tx: Tx, ticketId: TicketId, receivable: string): Promise<number> {
  const rows = await tx
    .selectFrom('wallet_transfer as transfer')
    .innerJoin('wallet_entry as entry', 'entry.transfer_id', 'transfer.id')
    .select(['entry.purpose', 'entry.debit_account_id', sql<number>`cast(sum(entry.amount) as bigint)`.as('amount')])
    .where('transfer.reference_id', '=', ticketId)
    .where('entry.purpose', 'in', ['commission', 'commission_return', 'reversal'])
    .groupBy(['entry.purpose', 'entry.debit_account_id'])
    .execute();
  const charged = rows.filter((row) => row.purpose === 'commission' && row.debit_account_id === receivable);
  const returned = rows.filter((row) => row.purpose !== 'commission' && row.debit_account_id === HOUSE.commission);
  const sum = (some: { amount: number }[]) => some.reduce((total, { amount }) => total + amount, 0);
  return Math.max(0, sum(charged) - sum(returned));
}
