import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { AccountId, MerchantId, TicketId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { HOUSE } from './internal/house-accounts';
import { merchantAccounts } from './internal/merchant-accounts.server';
import { type Line, type PostRefusal, postTransfer, readPosted } from './internal/post-transfer.server';
import { lockSpendingAccounts } from './lock-spending-accounts.server';
import type { Posted, ReversalRefusal } from './wallet';

export interface RefundOrder {
  ticketId: TicketId;
  personAccountId: AccountId;
  merchantId: MerchantId;
  /** Whole rupiah to the customer; with earlier refunds at most what was captured. */
  amount: number;
  /** Of it, commission that the house gives back; with earlier ones at most what was taken. */
  commissionBack: number;
  key: string;
  now: number;
  fences?: Fences;
}

export interface Refunded extends Posted {
  /** What the merchant's sales lacked and she now owes; the customer got all. */
  shortfall: number;
}

/**
 * Gives back a captured sale, all or part, commission included. The customer always gets the whole amount, whatever her
 * tier and even if the merchant's sales are gone: then the merchant owes it. Refuses more than was captured.
 */
export async function refundSale(tx: Tx, order: RefundOrder): Promise<Result<Refunded, PostRefusal | ReversalRefusal>> {
  const { ticketId, personAccountId, merchantId, amount, commissionBack, key, now, fences = ALL_FENCES } = order;
  if (amount <= 0 || commissionBack < 0 || commissionBack > amount)
    throw new RangeError('a refund is above zero and holds its commission');
  const accounts = await merchantAccounts(tx, merchantId, now);
  const locked = await lockSpendingAccounts(tx, [personAccountId, accounts.sales, accounts.receivable], fences);
  const content = { ticketId, personAccountId, merchantId, amount, commissionBack };
  const posted = await readPosted(tx, { key, content });
  if (posted) return posted.ok ? accept({ ...posted.value, shortfall: await shortfallOf(tx, posted.value) }) : posted;
  await checkParties(tx, order, accounts.sales);
  const counted = await countRefund(tx, order, fences);
  if (!counted.ok) return counted;

  const sales = locked.find(({ id }) => id === accounts.sales)?.balance ?? 0;
  const fromSales = Math.min(amount, sales + commissionBack);
  const lines: Line[] = [];
  if (commissionBack > 0)
    lines.push({
      debit: HOUSE.commission,
      credit: accounts.sales,
      amount: commissionBack,
      purpose: 'commission_return',
    });
  if (fromSales > 0)
    lines.push({ debit: accounts.sales, credit: personAccountId, amount: fromSales, purpose: 'refund' });
  if (amount > fromSales)
    lines.push({
      debit: accounts.receivable,
      credit: personAccountId,
      amount: amount - fromSales,
      purpose: 'shortfall',
    });
  const refund = await postTransfer(
    tx,
    { kind: 'refund', key, content, referenceKind: 'ticket', referenceId: ticketId, amount, now },
    lines,
    { fences },
  );
  return refund.ok ? accept({ ...refund.value, shortfall: amount - fromSales }) : refund;
}

/** Check and write in one: what was given back of this ticket never passes what was taken. */
async function countRefund(
  tx: Tx,
  { ticketId, amount, commissionBack }: RefundOrder,
  fences: Fences,
): Promise<Result<undefined, ReversalRefusal>> {
  const whole = (value: number) => sql<number>`cast(${value} as bigint)`;
  let update = tx
    .updateTable('wallet_hold')
    .set({
      refunded: sql<number>`refunded + ${whole(amount)}`,
      commission_returned: sql<number>`commission_returned + ${whole(commissionBack)}`,
    })
    .where('reference', '=', ticketId)
    .where('state', '=', 'captured');
  if (fences.guard) {
    update = update.where(
      sql<boolean>`refunded + ${whole(amount)} <= captured and commission_returned + ${whole(commissionBack)} <= commission`,
    );
  }
  const changed = await update.executeTakeFirst();
  if (Number(changed.numUpdatedRows) > 0) return accept();
  const hold = await tx
    .selectFrom('wallet_hold')
    .select(['captured', 'refunded'])
    .where('reference', '=', ticketId)
    .executeTakeFirst();
  return refuse({ code: 'reversal_too_large', left: hold ? hold.captured - hold.refunded : 0 });
}

/** Money goes back only the way it came; anything else is a fault of ours, not a refusal. */
async function checkParties(tx: Tx, { ticketId, personAccountId }: RefundOrder, sales: AccountId): Promise<void> {
  const sale = await tx
    .selectFrom('wallet_transfer as transfer')
    .innerJoin('wallet_entry as entry', 'entry.transfer_id', 'transfer.id')
    .select(['entry.debit_account_id', 'entry.credit_account_id'])
    .where('transfer.reference_id', '=', ticketId)
    .where('transfer.kind', '=', 'sale')
    .where('entry.purpose', '=', 'sale')
    .executeTakeFirst();
  if (!sale) return;
  if (sale.debit_account_id !== personAccountId || sale.credit_account_id !== sales) {
    throw new Error('a refund names other accounts than its sale');
  }
}

async function shortfallOf(tx: Tx, { transferId }: Posted): Promise<number> {
  const row = await tx
    .selectFrom('wallet_entry')
    .select('amount')
    .where('transfer_id', '=', transferId)
    .where('purpose', '=', 'shortfall')
    .executeTakeFirst();
  return row?.amount ?? 0;
}
