import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import { type ListedDish, readListings } from './internal/read-listings.server';
import { readStalls, type StallOnDay } from './internal/read-stalls.server';

export type { ListedDish, StallOnDay };

export interface StallWithDishes extends StallOnDay {
  dishes: ListedDish[];
}

/** Every stall of a festival by booth with what it sells on a day: six statements for any size. Stock counts are for uncached pages only. */
export async function readFestivalMenu(
  db: ReadDb | Tx,
  { festivalId, day, now }: { festivalId: FestivalId; day: string; now: number },
): Promise<StallWithDishes[]> {
  const stalls = await readStalls(db, { festivalId, day, now });
  const dishes = await readListings(db, { festivalId, day });
  return stalls.map((stall) => ({
    ...stall,
    dishes: dishes.filter((dish) => dish.participationId === stall.participationId),
  }));
}
