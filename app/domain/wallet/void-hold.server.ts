import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { HoldId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockSpendingAccounts } from './lock-spending-accounts.server';
import type { HoldRefusal, HoldState } from './wallet';

export interface VoidOrder {
  holdId: HoldId;
  as: 'voided' | 'expired';
  now: number;
  fences?: Fences;
}

/** Sets money free again. Answers the amount, whole rupiah; refuses a hold that has ended. */
export async function voidHold(
  tx: Tx,
  { holdId, as, now, fences = ALL_FENCES }: VoidOrder,
): Promise<Result<number, HoldRefusal>> {
  const hold = await tx
    .selectFrom('wallet_hold')
    .select(['account_id', 'amount', 'state'])
    .where('id', '=', holdId)
    .executeTakeFirst();
  if (!hold) return refuse({ code: 'hold_ended', state: 'unknown' });
  await lockSpendingAccounts(tx, [hold.account_id], fences);
  let update = tx.updateTable('wallet_hold').set({ state: as, ended_at: now }).where('id', '=', holdId);
  if (fences.guard) update = update.where('state', '=', 'open');
  const changed = await update.executeTakeFirst();
  if (Number(changed.numUpdatedRows) === 0) return refuse({ code: 'hold_ended', state: hold.state as HoldState });
  await tx
    .updateTable('wallet_account')
    .set({ held: sql<number>`held - cast(${hold.amount} as bigint)` })
    .where('id', '=', hold.account_id)
    .execute();
  return accept(hold.amount);
}
