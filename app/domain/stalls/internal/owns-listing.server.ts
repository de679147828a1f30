import type { ReadDb, Tx } from '~/platform/app-context';
import type { ListingOfStall } from '../stalls';

/** A number in a form is only a wish: the listing must be this stall's. */
export async function ownsListing(
  tx: Tx | ReadDb,
  { festivalId, participationId, listing }: ListingOfStall,
): Promise<boolean> {
  const row = await tx
    .selectFrom('stall_listing')
    .select('number')
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('number', '=', listing)
    .executeTakeFirst();
  return row !== undefined;
}
