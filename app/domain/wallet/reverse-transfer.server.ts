import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { TransferId } from '~/shared/ids';
import { type Result, refuse } from '~/shared/result';
import { type Line, type PostRefusal, postTransfer, readPosted } from './internal/post-transfer.server';
import { lockSpendingAccounts } from './lock-spending-accounts.server';
import type { Posted, ReversalRefusal } from './wallet';

export interface ReversalOrder {
  transferId: TransferId;
  key: string;
  now: number;
  fences?: Fences;
}

/**
 * Undoes a whole transfer by posting its mirror: for our own mistakes and for a card payment taken back.
 * Once only (unique `reverses_id`); a sale is given back by `refundSale`, never here. Refuses when the money is gone.
 */
export async function reverseTransfer(
  tx: Tx,
  { transferId, key, now, fences = ALL_FENCES }: ReversalOrder,
): Promise<Result<Posted, PostRefusal | ReversalRefusal>> {
  const original = await tx
    .selectFrom('wallet_transfer')
    .selectAll()
    .where('id', '=', transferId)
    .executeTakeFirstOrThrow();
  if (!['top_up', 'cash_commission'].includes(original.kind)) return refuse({ code: 'reversal_too_large', left: 0 });
  const entries = await tx
    .selectFrom('wallet_entry')
    .selectAll()
    .where('transfer_id', '=', transferId)
    .orderBy('line')
    .execute();
  await lockSpendingAccounts(
    tx,
    [...new Set(entries.flatMap((entry) => [entry.debit_account_id, entry.credit_account_id]))],
    fences,
  );
  const content = { transferId };
  const posted = await readPosted(tx, { key, content });
  if (posted) return posted;
  if (await isGivenBack(tx, original)) return refuse({ code: 'reversal_too_large', left: 0 });
  const lines: Line[] = entries.map((entry) => ({
    debit: entry.credit_account_id,
    credit: entry.debit_account_id,
    amount: entry.amount,
    purpose: 'reversal',
    ruleId: entry.rule_id,
  }));
  return postTransfer(
    tx,
    {
      kind: 'reversal',
      key,
      content,
      referenceKind: original.reference_kind as 'ticket' | 'top_up',
      referenceId: original.reference_id,
      reversesId: transferId,
      amount: original.amount,
      now,
    },
    lines,
    { fences },
  );
}

/** Reversed before, or (cash commission) already returned in part. */
async function isGivenBack(tx: Tx, original: { id: TransferId; kind: string; reference_id: string }): Promise<boolean> {
  const row = await tx
    .selectFrom('wallet_transfer')
    .select('id')
    .where((where) =>
      where.or([
        where('reverses_id', '=', original.id),
        ...(original.kind === 'cash_commission'
          ? [where.and([where('reference_id', '=', original.reference_id), where('kind', '=', 'refund')])]
          : []),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}
