import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import { tellStall } from './internal/tell-stall.server';
import { writeSearchWords } from './internal/write-search-words.server';
import type { ListingOfStall } from './stalls';

export type WithdrawListingRefusal = { code: 'listing_unknown' };

/** Takes a dish off this festival's menu, or with `back` puts it on again. Orders that name it already stay. */
export async function withdrawListing(
  tx: Tx,
  { festivalId, participationId, listing, act, now }: ListingOfStall & { act: 'withdraw' | 'back'; now: number },
): Promise<Result<undefined, WithdrawListingRefusal>> {
  const changed = await tx
    .updateTable('stall_listing')
    .set({ withdrawn_at: act === 'withdraw' ? now : null })
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('number', '=', listing)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return refuse({ code: 'listing_unknown' });
  const setup = await tx
    .selectFrom('stall_setup')
    .select('merchant_id')
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .executeTakeFirstOrThrow();
  await writeSearchWords(tx, { festivalId, participationId, merchantId: setup.merchant_id });
  await tellStall(tx, { festivalId, participationId }, now);
  return accept();
}
