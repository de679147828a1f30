import type { Tx } from '~/platform/app-context';
import { type MerchantId, newId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { CoachReason } from './coach';
import { readCoachList } from './read-coach-list.server';

export type CloseCoachingRefusal = { code: 'coaching_gone' };

/**
 * Notes that somebody talked to a merchant about a reason, and what came of it. A reason that no longer holds, or that
 * another closed a moment ago, is refused: its page was old.
 */
export async function closeCoaching(
  tx: Tx,
  options: {
    merchantId: MerchantId;
    reason: CoachReason;
    note: string;
    /** Whom this person may coach. */
    among: readonly MerchantId[] | 'all';
    by: PersonId;
    now: number;
  },
): Promise<Result<void, CloseCoachingRefusal>> {
  const { merchantId, reason, note, among, by, now } = options;
  if (among !== 'all' && !among.includes(merchantId)) return refuse({ code: 'coaching_gone' });
  const open = (await readCoachList(tx, { merchantIds: [merchantId], now })).some(
    ({ kind, lesson, openedAt }) => kind === reason.kind && lesson === reason.lesson && openedAt === reason.openedAt,
  );
  if (!open) return refuse({ code: 'coaching_gone' });
  const closed = await tx
    .insertInto('training_coaching')
    .values({
      id: newId('coa', now),
      merchant_id: merchantId,
      reason: reason.kind,
      lesson: reason.lesson,
      opened_at: reason.openedAt,
      closed_at: now,
      closed_by: by,
      note,
    })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'reason', 'lesson', 'opened_at']).doNothing())
    .executeTakeFirst();
  return closed.numInsertedOrUpdatedRows === 1n ? accept() : refuse({ code: 'coaching_gone' });
}
