import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { MerchantId, RuleId, TicketId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { HOUSE } from './internal/house-accounts';
import { merchantAccounts } from './internal/merchant-accounts.server';
import { type PostRefusal, postTransfer, readPosted } from './internal/post-transfer.server';
import { lockSpendingAccounts } from './lock-spending-accounts.server';
import type { Posted } from './wallet';

export interface CashCommissionOrder {
  merchantId: MerchantId;
  ticketId: TicketId;
  /** The commission itself, whole rupiah; zero posts nothing. */
  amount: number;
  ruleId: RuleId | null;
  key: string;
  now: number;
  fences?: Fences;
}

/** Commission of a sale paid in cash: the merchant owes it, and her next credit pays it. */
export async function chargeCashCommission(
  tx: Tx,
  { merchantId, ticketId, amount, ruleId, key, now, fences = ALL_FENCES }: CashCommissionOrder,
): Promise<Result<Posted | null, PostRefusal>> {
  if (amount === 0) return accept(null);
  const { receivable } = await merchantAccounts(tx, merchantId, now);
  await lockSpendingAccounts(tx, [receivable], fences);
  const content = { merchantId, ticketId, amount, ruleId };
  const posted = await readPosted(tx, { key, content });
  if (posted) return posted;
  return postTransfer(
    tx,
    { kind: 'cash_commission', key, content, referenceKind: 'ticket', referenceId: ticketId, amount, now },
    [{ debit: receivable, credit: HOUSE.commission, amount, purpose: 'commission', ruleId }],
    { fences },
  );
}
