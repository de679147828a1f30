import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import { ownsListing } from './internal/owns-listing.server';
import { tellStall } from './internal/tell-stall.server';
import type { MarkedThing, MarkSoldOutRefusal } from './mark-sold-out.server';

/** Takes "Habis" back for a dish or an option; a counted stock of none stays none until it is set. */
export async function markBack(tx: Tx, thing: MarkedThing): Promise<Result<undefined, MarkSoldOutRefusal>> {
  const { festivalId, participationId, listing, day, option, now } = thing;
  if (!(await ownsListing(tx, thing))) return refuse({ code: 'listing_unknown' });
  if (option !== null) {
    await tx
      .deleteFrom('stall_option_sold_out')
      .where('festival_id', '=', festivalId)
      .where('listing_number', '=', listing)
      .where('option_number', '=', option)
      .where('day', '=', day)
      .execute();
  } else {
    await tx
      .updateTable('stall_stock')
      .set({ sold_out_at: null })
      .where('festival_id', '=', festivalId)
      .where('listing_number', '=', listing)
      .where('day', '=', day)
      .execute();
  }
  await tellStall(tx, { festivalId, participationId }, now);
  return accept();
}
