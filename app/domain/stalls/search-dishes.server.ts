import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { foldedWords } from '~/shared/fold-text';
import type { FestivalId } from '~/shared/ids';
import { readListings } from './internal/read-listings.server';
import { readStalls } from './internal/read-stalls.server';
import type { BasketDish } from './read-listed-dishes.server';

export interface SearchFilters {
  /** Only dishes certified halal. */
  halal?: 'certified';
  /** Leave out dishes that list one of these, and those whose answer is unknown: unknown stays unknown. */
  without?: readonly string[];
  priceMax?: number;
}

export interface SearchQuestion {
  festivalId: FestivalId;
  day: string;
  /** As typed; empty = everything the filters let through. */
  words: string;
  filters?: SearchFilters;
  now: number;
}

export interface SearchAnswer {
  dishes: BasketDish[];
  /** All hits, those beyond the first sixty included. */
  total: number;
}

const DISHES_MAX = 60;
/** Above every word that begins with the prefix, under binary collation. */
const LAST_LETTER = '\u{10FFFF}';

/** Dishes of a festival whose own or stall's name has a word beginning with each word typed. Prefix ranges over an index, no scan by text. */
export async function searchDishes(db: ReadDb | Tx, question: SearchQuestion): Promise<SearchAnswer> {
  const { festivalId, day, now } = question;
  const numbers = await matchingNumbers(db, question);
  const stalls = new Map(
    (await readStalls(db, { festivalId, day, now })).map((stall) => [stall.participationId, stall]),
  );
  const listings = await readListings(db, { festivalId, day, numbers: numbers.slice(0, DISHES_MAX) });
  const dishes = listings.flatMap((dish) => {
    const stall = stalls.get(dish.participationId);
    return stall ? [{ ...dish, stall }] : [];
  });
  return { dishes: dishes.sort((one, other) => rank(one) - rank(other)), total: numbers.length };
}

/** What can be ordered comes first, cheaper before dearer. */
function rank(dish: BasketDish): number {
  return (dish.soldOut === 'yes' ? 2e9 : 0) + (dish.stall.standing === 'open' ? 0 : 1e9) + dish.festivalPrice;
}

async function matchingNumbers(
  db: ReadDb | Tx,
  { festivalId, words, filters = {} }: SearchQuestion,
): Promise<number[]> {
  const { halal, without = [], priceMax } = filters;
  const prefixes = foldedWords(words).slice(0, 6);
  const withWords = prefixes.map(
    (word) => sql`and exists (
      select 1 from stall_search_word as w
      where w.festival_id = l.festival_id and w.listing_number = l.number
        and w.word >= ${word} and w.word < ${word + LAST_LETTER})`,
  );
  const [first] = prefixes;
  // The first word leads through the index; the others only check its few hits.
  const source = first
    ? sql`(select distinct listing_number from stall_search_word
        where festival_id = ${festivalId} and word >= ${first} and word < ${first + LAST_LETTER}) as hit
      join stall_listing as l on l.festival_id = ${festivalId} and l.number = hit.listing_number`
    : sql`stall_listing as l`;
  const { rows } = await sql<{ number: number }>`
    select l.number from ${source}
    join menu_dish as d on d.id = l.dish_id
    where l.festival_id = ${festivalId} and l.withdrawn_at is null
      ${sql.join(withWords.slice(1), sql` `)}
      ${halal ? sql`and d.halal = ${halal}` : sql``}
      ${priceMax === undefined ? sql`` : sql`and l.festival_price <= ${priceMax}`}
      ${without.length === 0 ? sql`` : withoutAllergens(without)}
    order by l.festival_price, l.number`.execute(db);
  return rows.map((row) => row.number);
}

function withoutAllergens(allergens: readonly string[]) {
  return sql`and d.allergen_answer <> 'unknown' and not exists (
    select 1 from menu_dish_allergen as a where a.dish_id = d.id and a.allergen in (${sql.join(allergens)}))`;
}
