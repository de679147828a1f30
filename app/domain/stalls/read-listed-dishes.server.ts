import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import { type ListedDish, readListings } from './internal/read-listings.server';
import { readStalls, type StallOnDay } from './internal/read-stalls.server';

export interface BasketDish extends ListedDish {
  stall: StallOnDay;
}

/** Listings by number with their stalls, for a basket. Withdrawn or unknown ones are left out. */
export async function readListedDishes(
  db: ReadDb | Tx,
  { festivalId, numbers, day, now }: { festivalId: FestivalId; numbers: readonly number[]; day: string; now: number },
): Promise<BasketDish[]> {
  if (numbers.length === 0) return [];
  const dishes = await readListings(db, { festivalId, day, numbers: [...new Set(numbers)] });
  // Only the stalls named: a basket knows three of them, a festival may have hundreds.
  const participationIds = [...new Set(dishes.map(({ participationId }) => participationId))];
  const stalls = new Map(
    (await readStalls(db, { festivalId, day, now, participationIds })).map((stall) => [stall.participationId, stall]),
  );
  return dishes.flatMap((dish) => {
    const stall = stalls.get(dish.participationId);
    return stall ? [{ ...dish, stall }] : [];
  });
}
