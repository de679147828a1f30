import { countFilters } from '~/components/customer/dish-filters';
import { readCategory, readFilters, toSearchFilters } from '~/components/customer/read-filters';
import { toFoundDish, toStallCard } from '~/components/customer/to-views';
import { ALLERGENS } from '~/domain/menus/menus';
import { readBestSellers } from '~/domain/orders/read-best-sellers.server';
import { readListedDishes } from '~/domain/stalls/read-listed-dishes.server';
import { readStallCards } from '~/domain/stalls/read-stall-cards.server';
import { searchDishes } from '~/domain/stalls/search-dishes.server';
import { DISHES_A_PAGE, STALLS_A_PAGE } from '~/domain/stalls/stalls';
import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, MerchantId } from '~/shared/ids';
import { readPageNumber } from '~/web/page-number';

const BEST_SELLERS = 6;

interface Asked {
  festivalId: FestivalId;
  day: string;
  query: URLSearchParams;
  now: number;
}

/** What a festival's page lists: its stalls, or under filters the dishes that pass; with the merchants whose names stand in it. */
export function readFestivalList(db: ReadDb, asked: Asked) {
  const filtered = countFilters(readFilters(asked.query, ALLERGENS)) > 0;
  return filtered ? readFound(db, asked) : readStalls(db, asked);
}

async function readStalls(db: ReadDb, { festivalId, day, query, now }: Asked) {
  const page = readPageNumber(query);
  const category = readCategory(query);
  const cards = await readStallCards(db, { festivalId, day, page, category: category ?? undefined, now });
  const isFront = page === 1 && category === null;
  const best = isFront ? await readBestSellers(db, { festivalId, most: BEST_SELLERS }) : [];
  const dishes = await readListedDishes(db, { festivalId, numbers: best, day, now });
  const more = cards.more === 'yes';
  return {
    stalls: cards.stalls.map(toStallCard),
    dishes: best.flatMap((number) =>
      dishes.filter((dish) => dish.number === number).map((one) => toFoundDish(one, false)),
    ),
    total: cards.total,
    pages: more ? pagesSoFar(page, cards.stalls.length) : Math.ceil(cards.total / STALLS_A_PAGE),
    more,
    merchants: merchantsOf([...cards.stalls, ...dishes.map(({ stall }) => stall)]),
  };
}

async function readFound(db: ReadDb, { festivalId, day, query, now }: Asked) {
  const filters = toSearchFilters(readFilters(query, ALLERGENS));
  const page = readPageNumber(query);
  const { dishes, total, more } = await searchDishes(db, { festivalId, day, words: '', filters, page, now });
  return {
    stalls: [],
    dishes: dishes.map((dish) => toFoundDish(dish, false)),
    total,
    pages: Math.ceil(total / DISHES_A_PAGE),
    more: more === 'yes',
    merchants: merchantsOf(dishes.map(({ stall }) => stall)),
  };
}

/** Of a list that is not counted to its end: null = this page is not its last one. */
function pagesSoFar(page: number, shown: number): number | null {
  return shown < STALLS_A_PAGE ? page : null;
}

function merchantsOf(stalls: readonly { merchantId: MerchantId }[]): MerchantId[] {
  return [...new Set(stalls.map(({ merchantId }) => merchantId))];
}
