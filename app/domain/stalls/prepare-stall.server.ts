import type { Tx } from '~/platform/app-context';
import type { ParticipationId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import { listDishes } from './internal/list-dishes.server';
import { tellStall } from './internal/tell-stall.server';
import { writeSearchWords } from './internal/write-search-words.server';
import { DEFAULT_COOKED_AT_ONCE } from './stalls';

export type PrepareStallRefusal = { code: 'participation_unknown' };

/**
 * Makes the stall of an accepted participation: set-up, every priced dish on sale at its normal price, search words.
 * Running it again adds what is missing and changes nothing else.
 */
export async function prepareStall(
  tx: Tx,
  { participationId, now }: { participationId: ParticipationId; now: number },
): Promise<Result<{ listings: number }, PrepareStallRefusal>> {
  const participation = await tx
    .selectFrom('festival_participation')
    .select(['festival_id', 'merchant_id', 'slug', 'booth_number'])
    .where('id', '=', participationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!participation) return refuse({ code: 'participation_unknown' });
  const { festival_id: festivalId, merchant_id: merchantId, slug, booth_number } = participation;
  // Listing numbers are unique within the festival: one stall at a time counts on.
  await lockRows(tx.selectFrom('festival_edition').select('id').where('id', '=', festivalId)).execute();
  await tx
    .insertInto('stall_setup')
    .values({
      festival_id: festivalId,
      participation_id: participationId,
      merchant_id: merchantId,
      slug,
      booth_number,
      cooked_at_once: DEFAULT_COOKED_AT_ONCE,
      created_at: now,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.columns(['festival_id', 'participation_id']).doNothing())
    .execute();
  const listings = await listDishes(tx, { festivalId, participationId, merchantId, now });
  await writeSearchWords(tx, { festivalId, participationId, merchantId });
  await tellStall(tx, { festivalId, participationId }, now);
  return accept({ listings });
}
