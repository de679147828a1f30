import type { Tx } from '~/platform/app-context';
import { type ApplicationId, type FestivalId, type MerchantId, newId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { isCallOpen } from './internal/call-open';
import { readFestivalRow } from './internal/festival-row.server';

export type ApplyRefusal = { code: 'call_closed' } | { code: 'already_applied'; state: string };

/** Begins an application, or finds the one begun earlier. What is known of the merchant is never asked again. */
export async function applyToFestival(
  tx: Tx,
  {
    festivalId,
    merchantId,
    by,
    now,
  }: { festivalId: FestivalId; merchantId: MerchantId; by: PersonId | null; now: number },
): Promise<Result<ApplicationId, ApplyRefusal>> {
  const festival = await readFestivalRow(tx, festivalId);
  const earlier = await readOwn(tx, festivalId, merchantId);
  if (earlier) return answerEarlier(earlier);
  if (!isCallOpen(festival, now)) return refuse({ code: 'call_closed' });
  const id = newId('apl', now);
  const made = await tx
    .insertInto('festival_application')
    .values({
      id,
      festival_id: festivalId,
      merchant_id: merchantId,
      state: 'draft',
      submitted_at: null,
      returned_why: null,
      created_at: now,
      created_by: by,
      updated_at: now,
    })
    .onConflict((oc) => oc.columns(['festival_id', 'merchant_id']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return accept(id);
  // Two taps at once: the other one made it.
  const other = await readOwn(tx, festivalId, merchantId);
  if (!other) throw new Error('an application vanished between two statements');
  return answerEarlier(other);
}

function readOwn(tx: Tx, festivalId: FestivalId, merchantId: MerchantId) {
  return tx
    .selectFrom('festival_application')
    .select(['id', 'state'])
    .where('festival_id', '=', festivalId)
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
}

function answerEarlier({ id, state }: { id: ApplicationId; state: string }): Result<ApplicationId, ApplyRefusal> {
  if (state === 'draft' || state === 'returned') return accept(id);
  return refuse({ code: 'already_applied', state });
}
