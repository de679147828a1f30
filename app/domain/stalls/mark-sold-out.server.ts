import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import { ownsListing } from './internal/owns-listing.server';
import { tellStall } from './internal/tell-stall.server';
import type { ListingOfStall } from './stalls';

export type MarkSoldOutRefusal = { code: 'listing_unknown' };

export type MarkedThing = ListingOfStall & {
  day: string;
  /** The option's number where only an option is sold out; null = the dish. */
  option: number | null;
  now: number;
};

/** "Habis": nobody can order the dish (or the option) today any more. */
export async function markSoldOut(tx: Tx, thing: MarkedThing): Promise<Result<undefined, MarkSoldOutRefusal>> {
  const { festivalId, participationId, listing, day, option, now } = thing;
  if (!(await ownsListing(tx, thing))) return refuse({ code: 'listing_unknown' });
  if (option !== null) {
    await tx
      .insertInto('stall_option_sold_out')
      .values({ festival_id: festivalId, listing_number: listing, option_number: option, day, sold_out_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await tx
      .insertInto('stall_stock')
      .values({
        festival_id: festivalId,
        listing_number: listing,
        day,
        portions_left: null,
        portions_start: null,
        sold_out_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['festival_id', 'listing_number', 'day']).doUpdateSet({ sold_out_at: now }),
      )
      .execute();
  }
  await tellStall(tx, { festivalId, participationId }, now);
  return accept();
}
