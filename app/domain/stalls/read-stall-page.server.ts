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
