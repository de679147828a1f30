import { sql } from 'kysely';
import { shownMerchant } from '~/domain/merchants/shown-merchant.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import { type ListedDish, readListings } from './internal/read-listings.server';
import { readStalls, type StallOnDay } from './internal/read-stalls.server';

export type { ListedDish, StallOnDay };

/** A stall with what it sells on a day. */
export interface StallWithDishes extends StallOnDay {
  dishes: ListedDish[];
}

/** One stall behind its booth's QR: what it is and what it sells on a day. Null where this festival has no such stall. */
export async function readStallPage(
  db: ReadDb | Tx,
  { festivalId, slug, day, now }: { festivalId: FestivalId; slug: string; day: string; now: number },
): Promise<StallWithDishes | null> {
  const [stall] = await readStalls(db, { festivalId, day, now, slug });
  if (!stall) return null;
  return { ...stall, dishes: await readListings(db, { festivalId, day, participationId: stall.participationId }) };
}

/** Number of a booth whose stall customers may not see now; null where there is no such stall or it is shown. */
export async function readHiddenBooth(
  db: ReadDb | Tx,
  { festivalId, slug }: { festivalId: FestivalId; slug: string },
): Promise<number | null> {
  const stall = await db
    .selectFrom('stall_setup')
    .innerJoin('merchant_profile as m', 'm.id', 'stall_setup.merchant_id')
    .select('booth_number')
    .where('festival_id', '=', festivalId)
    .where('stall_setup.slug', '=', slug)
    .where('ended_at', 'is', null)
    .where((eb) => eb.not(shownMerchant('m')))
    .executeTakeFirst();
  return stall?.booth_number ?? null;
}

/** The same by participation, for the stall's own board. */
export async function readStallOfBoard(
  db: ReadDb | Tx,
  {
    festivalId,
    participationId,
    day,
    now,
  }: { festivalId: FestivalId; participationId: ParticipationId; day: string; now: number },
): Promise<StallWithDishes | null> {
  const [stall] = await readStalls(db, { festivalId, day, now, participationId, seenBy: 'stall' });
  if (!stall) return null;
  return { ...stall, dishes: await readListings(db, { festivalId, day, participationId }) };
}

/** Portions left of what a stall counts today, sold out included, by its address; null where this festival has no such stall. */
export async function readPortionsLeft(
  db: ReadDb | Tx,
  { festivalId, slug, day }: { festivalId: FestivalId; slug: string; day: string },
): Promise<{ listing: number; left: number }[] | null> {
  const { rows } = await sql<{ listing: number | null; portions_left: number | null; sold_out_at: number | null }>`
    select l.number as listing, k.portions_left, k.sold_out_at
    from stall_setup as s
    left join stall_listing as l
      on l.festival_id = s.festival_id and l.participation_id = s.participation_id and l.withdrawn_at is null
    left join stall_stock as k on k.festival_id = l.festival_id and k.listing_number = l.number and k.day = ${day}
    where s.festival_id = ${festivalId} and s.slug = ${slug} and s.ended_at is null
    order by l.number`.execute(db);
  if (rows.length === 0) return null;
  return rows.flatMap(({ listing, portions_left: left, sold_out_at: soldOutAt }) =>
    listing === null || left === null ? [] : [{ listing, left: soldOutAt === null ? left : 0 }],
  );
}
