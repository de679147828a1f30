import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { HoldId, MerchantId, RuleId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { HOUSE } from './internal/house-accounts';
import { merchantAccounts } from './internal/merchant-accounts.server';
import { netReceivable } from './internal/net-receivable.server';
import { type Line, type PostRefusal, postTransfer, readPosted } from './internal/post-transfer.server';
import { lockSpendingAccounts } from './lock-spending-accounts.server';
import type { HoldRefusal, HoldState, Posted } from './wallet';

export interface CaptureOrder {
  holdId: HoldId;
  merchantId: MerchantId;
  /** Whole rupiah, at most what is captured. */
  commission: number;
  ruleId: RuleId | null;
  key: string;
  /** Whole rupiah; all of the hold when absent. The rest is set free. */
  amount?: number;
  now: number;
  fences?: Fences;
}

export interface Captured extends Posted {
  /** Taken for what the merchant owed from cash sales. */
  netted: number;
}

/**
 * Ends a hold by paying: customer -> merchant -> commission, then what the merchant owes is netted from this credit.
 * Refuses a hold that has ended otherwise. The same key with the same content answers as the first time.
 */
export async function captureHold(tx: Tx, order: CaptureOrder): Promise<Result<Captured, HoldRefusal | PostRefusal>> {
  const { holdId, merchantId, commission, ruleId, key, now, fences = ALL_FENCES } = order;
  const hold = await tx
    .selectFrom('wallet_hold')
    .select(['account_id', 'amount', 'reference'])
    .where('id', '=', holdId)
    .executeTakeFirst();
  if (!hold) return refuse({ code: 'hold_ended', state: 'unknown' });
  const amount = order.amount ?? hold.amount;
  if (amount <= 0 || amount > hold.amount)
    throw new RangeError('a capture takes between one rupiah and the whole hold');
  if (commission < 0 || commission > amount) throw new RangeError('commission is at most what is captured');

  const accounts = await merchantAccounts(tx, merchantId, now);
  const locked = await lockSpendingAccounts(tx, [hold.account_id, accounts.sales, accounts.receivable], fences);
  const content = { holdId, merchantId, amount, commission, ruleId };
  const posted = await readPosted(tx, { key, content });
  if (posted) return posted.ok ? accept({ ...posted.value, netted: await nettedBy(tx, key) }) : posted;
  const ended = await endHold(tx, { holdId, amount, commission, now, fences });
  if (!ended) return refuse({ code: 'hold_ended', state: await stateOf(tx, holdId) });

  const lines: Line[] = [{ debit: hold.account_id, credit: accounts.sales, amount, purpose: 'sale' }];
  if (commission > 0)
    lines.push({ debit: accounts.sales, credit: HOUSE.commission, amount: commission, purpose: 'commission', ruleId });
  const sale = await postTransfer(
    tx,
    { kind: 'sale', key, content, referenceKind: 'ticket', referenceId: hold.reference, amount, now },
    lines,
    { release: new Map([[hold.account_id, hold.amount]]), fences },
  );
  if (!sale.ok) return sale;
  const owed = locked.find(({ id }) => id === accounts.receivable)?.balance ?? 0;
  const netted = await netReceivable(tx, {
    accounts,
    owed,
    credited: amount - commission,
    key,
    ticketId: hold.reference,
    now,
    fences,
  });
  return netted.ok ? accept({ ...sale.value, netted: netted.value }) : netted;
}

async function endHold(
  tx: Tx,
  {
    holdId,
    amount,
    commission,
    now,
    fences,
  }: { holdId: HoldId; amount: number; commission: number; now: number; fences: Fences },
): Promise<boolean> {
  let update = tx
    .updateTable('wallet_hold')
    .set({ state: 'captured', captured: amount, commission, ended_at: now })
    .where('id', '=', holdId);
  if (fences.guard) update = update.where('state', '=', 'open');
  const changed = await update.executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

async function stateOf(tx: Tx, holdId: HoldId): Promise<HoldState> {
  const row = await tx.selectFrom('wallet_hold').select('state').where('id', '=', holdId).executeTakeFirstOrThrow();
  return row.state as HoldState;
}

async function nettedBy(tx: Tx, key: string): Promise<number> {
  const row = await tx
    .selectFrom('wallet_transfer')
    .select('amount')
    .where('idempotency_key', '=', `${key}:netting`)
    .executeTakeFirst();
  return row?.amount ?? 0;
}
