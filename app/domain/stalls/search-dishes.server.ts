import { type RawBuilder, sql } from 'kysely';
import { shownMerchant } from '~/domain/merchants/shown-merchant.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import { foldedWords } from '~/shared/fold-text';
import type { FestivalId } from '~/shared/ids';
import { takesOrders } from './internal/takes-orders.server';
import { type BasketDish, readListedDishes } from './read-listed-dishes.server';
import { DISHES_A_PAGE } from './stalls';

export interface SearchFilters {
  /** Only dishes certified halal. */
  halal?: 'certified' | undefined;
  /** Leave out dishes that list one of these, and those whose answer is unknown: unknown stays unknown. */
  without?: readonly string[] | undefined;
  priceMax?: number | undefined;
  /** Only stalls that take orders now. */
  open?: 'only' | undefined;
}

export interface SearchQuestion {
  festivalId: FestivalId;
  day: string;
  /** As typed; empty = everything the filters let through. */
  words: string;
  filters?: SearchFilters;
  /** From 1. */
  page?: number;
  now: number;
}

export interface SearchAnswer {
  /** Those of the page. */
  dishes: BasketDish[];
  /** Hits on all pages; at most HITS_MAX. */
  total: number;
  /** yes = there are more hits than are ever listed. */
  more: 'yes' | 'no';
}

/** Hits that are looked at, cheapest first; who has more is asked to say more. */
export const HITS_MAX = 120;
/** A word that so many listings have is common: then walking by price finds enough of them soon. */
const RARE_MAX = 2_000;
/** Above every word that begins with the prefix, under binary collation. */
const LAST_LETTER = '\u{10FFFF}';

/**
 * Dishes of a festival whose own or stall's name has a word beginning with each word typed. What can be ordered comes
 * first, then what is called so itself, cheaper before dearer. Prefix ranges over an index, never a scan by text; what
 * it costs is bounded by HITS_MAX and the page, not by the festival.
 */
export async function searchDishes(db: ReadDb | Tx, question: SearchQuestion): Promise<SearchAnswer> {
  const { festivalId, day, words, page = 1, now } = question;
  const hits = await readHits(db, question);
  const listed = hits.slice(0, HITS_MAX);
  const wanted = foldedWords(words);
  const ranked = listed
    .map((hit) => ({ ...hit, rank: rankOf(hit, wanted) }))
    .sort((one, other) => one.rank - other.rank || one.price - other.price || one.number - other.number);
  const from = (Math.max(1, page) - 1) * DISHES_A_PAGE;
  const numbers = ranked.slice(from, from + DISHES_A_PAGE).map(({ number }) => number);
  const dishes = await readListedDishes(db, { festivalId, numbers, day, now });
  const place = new Map(numbers.map((number, index) => [number, index]));
  dishes.sort((one, other) => (place.get(one.number) ?? 0) - (place.get(other.number) ?? 0));
  return { dishes, total: listed.length, more: hits.length > HITS_MAX ? 'yes' : 'no' };
}

interface Hit {
  number: number;
  name: string;
  price: number;
  sold_out: number;
  open: number;
}

function rankOf({ name, sold_out, open }: Hit, wanted: readonly string[]): number {
  const isNamed = foldedWords(name).some((word) => wanted.some((each) => word.startsWith(each)));
  return (sold_out ? 4 : 0) + (open ? 0 : 2) + (isNamed || wanted.length === 0 ? 0 : 1);
}

/** The cheapest hits, one more than is listed, with what they are ranked by. */
async function readHits(db: ReadDb | Tx, question: SearchQuestion): Promise<Hit[]> {
  const { festivalId, day, words, now } = question;
  const prefixes = foldedWords(words).slice(0, 6);
  const lead = await findRare(db, festivalId, prefixes);
  // Cut to the cheapest before anything is joined to them.
  const { rows } = await sql<Hit>`
    select f.number, m.name, f.festival_price as price,
      case when k.sold_out_at is not null or k.portions_left = 0 then 1 else 0 end as sold_out,
      case when ${takesOrders(now)} then 1 else 0 end as open
    from (
      select l.number, l.participation_id, l.dish_id, l.festival_price
      from ${lead === null ? sql`stall_listing` : listingsWith(festivalId, lead)} as l
      where l.festival_id = ${festivalId} and l.withdrawn_at is null
        ${sql.join(prefixes.filter((word) => word !== lead).map(lead === null ? isAmong(festivalId) : hasWord), sql` `)}
        ${passes(question)}
        and ${isSo(sql`select 1 from stall_setup as s join merchant_profile as b on b.id = s.merchant_id
          where s.festival_id = l.festival_id and s.participation_id = l.participation_id and s.ended_at is null
            and ${shownMerchant('b')}`)}
      order by l.festival_price, l.number
      limit ${HITS_MAX + 1}) as f
    join menu_dish as m on m.id = f.dish_id
    left join stall_day as d
      on d.festival_id = ${festivalId} and d.participation_id = f.participation_id and d.day = ${day}
    left join stall_stock as k on k.festival_id = ${festivalId} and k.listing_number = f.number and k.day = ${day}`.execute(
    db,
  );
  return rows;
}

/** In order before anything is asked of one: only the cheapest are asked, until there are enough. */
function listingsWith(festivalId: FestivalId, word: string): RawBuilder<unknown> {
  return sql`(select w.* from (select distinct listing_number from stall_search_word
      where festival_id = ${festivalId} and word >= ${word} and word < ${word + LAST_LETTER}) as hit
    join stall_listing as w on w.festival_id = ${festivalId} and w.number = hit.listing_number
    order by w.festival_price, w.number limit ${RARE_MAX})`;
}

/** The filters let the dish through. */
function passes({ day, filters = {}, now }: SearchQuestion): RawBuilder<unknown> {
  const { halal, priceMax, open, without = [] } = filters;
  const dish = sql`select 1 from menu_dish as m where m.id = l.dish_id`;
  return sql`${halal ? sql`and ${isSo(sql`${dish} and m.halal = ${halal}`)}` : sql``}
    ${priceMax === undefined ? sql`` : sql`and l.festival_price <= ${priceMax}`}
    ${open ? sql`and ${isSo(sql`${dayOf(day)} and ${takesOrders(now)}`)}` : sql``}
    ${without.length > 0 ? sql`and ${isSo(sql`${dish} and m.allergen_answer <> 'unknown' and ${hasNone(without)}`)}` : sql``}`;
}

/**
 * Asked of each row that is met. Without the offset both engines make a join of it, and may begin at its end: with every
 * dish of the country, or with every listing that has a word.
 */
function isSo(question: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (${question} limit 1 offset 0)`;
}

function dayOf(day: string): RawBuilder<unknown> {
  return sql`select 1 from stall_day as d
    where d.festival_id = l.festival_id and d.participation_id = l.participation_id and d.day = ${day}`;
}

/** The first word that leads: a rare one does through its index, common ones are soon met while walking by price. */
async function findRare(db: ReadDb | Tx, festivalId: FestivalId, prefixes: readonly string[]): Promise<string | null> {
  for (const word of prefixes) if ((await countWord(db, festivalId, word)) <= RARE_MAX) return word;
  return null;
}

/** How many listings have a word that begins so, counted no further than it matters. */
async function countWord(db: ReadDb | Tx, festivalId: FestivalId, word: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 as one from stall_search_word
      where festival_id = ${festivalId} and word >= ${word} and word < ${word + LAST_LETTER}
      limit ${RARE_MAX + 1}) as counted`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** Of the few that a rare word leads to. Not as a range: SQLite would walk every listing with that word for each of them. */
function hasWord(word: string): RawBuilder<unknown> {
  return sql`and ${isSo(sql`select 1 from stall_search_word as w
    where w.festival_id = l.festival_id and w.listing_number = l.number
      and substr(w.word, 1, ${[...word].length}) = ${word}`)}`;
}

/** Of all while walking by price: in a set made once, which must not lead the way (`is true`). */
function isAmong(festivalId: FestivalId): (word: string) => RawBuilder<unknown> {
  return (word) => sql`and (l.number in (
    select w.listing_number from stall_search_word as w
    where w.festival_id = ${festivalId} and w.word >= ${word} and w.word < ${word + LAST_LETTER})) is true`;
}

function hasNone(allergens: readonly string[]): RawBuilder<unknown> {
  return sql`not exists (
    select 1 from menu_dish_allergen as a where a.dish_id = m.id and a.allergen in (${sql.join(allergens)}))`;
}
