import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { type MerchantId, newId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { announceMerchantChange } from './internal/announce-change.server';
import { MERCHANT_MOVES, type MerchantState } from './merchants';
import { readMerchantState } from './read-merchant.server';

export type MoveMerchantRefusal = { code: 'merchant_moved'; state: MerchantState; to: MerchantState };

export interface MerchantMove {
  merchantId: MerchantId;
  /** Only out of this state, for those who may not lift another's: an owner reopens what she paused, no suspension. */
  from?: MerchantState;
  to: MerchantState;
  by: PersonId | null;
  why: string;
  now: number;
}

/**
 * Moves a merchant along the one graph of states; every move keeps who, when and why (A10). Two moves at once:
 * the second finds another state and is refused.
 */
export async function changeMerchantState(tx: Tx, move: MerchantMove): Promise<Result<void, MoveMerchantRefusal>> {
  const { merchantId, to, by, why, now } = move;
  const from = await readMerchantState(tx, merchantId);
  if (from === null) throw new Error(`no merchant ${merchantId}`);
  const isWanted = move.from === undefined || move.from === from;
  if (!isWanted || !MERCHANT_MOVES[from].includes(to)) return refuse({ code: 'merchant_moved', state: from, to });
  const moved = await tx
    .updateTable('merchant_profile')
    .set({ state: to, updated_at: now, ...(to === 'submitted' ? { submitted_at: now } : {}) })
    .where('id', '=', merchantId)
    .where('state', '=', from)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) {
    return refuse({ code: 'merchant_moved', state: (await readMerchantState(tx, merchantId)) ?? from, to });
  }
  await tx
    .insertInto('merchant_state_change')
    .values({
      id: newId('msc', now),
      merchant_id: merchantId,
      from_state: from,
      to_state: to,
      at: now,
      by_person_id: by,
      why,
    })
    .execute();
  await recordAudit(tx, { actorId: by, action: `merchant.${to}`, subjectKind: 'merchant', subjectId: merchantId, now });
  await announceMerchantChange(tx, { merchantId, now });
  return accept();
}
