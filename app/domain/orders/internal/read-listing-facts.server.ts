import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { DishId, FestivalId, ParticipationId } from '~/shared/ids';
import { DEFAULT_MAKE_SECONDS } from '../../stalls/stalls';
import type { DayRequests, ListingFacts } from './order-snapshot';

interface ListingRow {
  festival_id: FestivalId;
  number: number;
  participation_id: ParticipationId;
  dish_id: DishId;
  festival_price: number;
  withdrawn_at: number | null;
  name: string;
  price: number | null;
  make_seconds: number | null;
}

const LISTING = { festival_id: 'text', listing_number: 'integer' } as const;
const DISH = { dish_id: 'text' } as const;

/** Dishes on sale that a batch names, by festival and number, with prices and options as they stand now: three statements for any batch. */
export async function readListingFacts(
  tx: Tx | ReadDb,
  days: readonly DayRequests[],
): Promise<Map<FestivalId, Map<number, ListingFacts>>> {
  const { rows } = await sql<ListingRow>`
    select l.festival_id, l.number, l.participation_id, l.dish_id, l.festival_price, l.withdrawn_at,
      d.name, d.price, d.make_seconds
    from ${jsonRows(tx, LISTING, listingsNamed(days))} as given
    join stall_listing as l on l.festival_id = given.festival_id and l.number = given.listing_number
    join menu_dish as d on d.id = l.dish_id`.execute(tx);
  const dishIds = [...new Set(rows.map((row) => row.dish_id))];
  const groups = await readGroups(tx, dishIds);
  // A group whose options were all taken away is history and asks for nothing; without groups there are no options.
  const options: Awaited<ReturnType<typeof readOptions>> = groups.size > 0 ? await readOptions(tx, dishIds) : new Map();
  const listings = new Map<FestivalId, Map<number, ListingFacts>>();
  for (const row of rows) {
    const ofFestival = listings.get(row.festival_id) ?? new Map<number, ListingFacts>();
    ofFestival.set(row.number, toFacts(row, groups.get(row.dish_id) ?? [], options.get(row.dish_id) ?? []));
    listings.set(row.festival_id, ofFestival);
  }
  return listings;
}

function listingsNamed(days: readonly DayRequests[]) {
  const named = new Map<FestivalId, Set<number>>();
  for (const { festivalId, requests } of days) {
    const numbers = named.get(festivalId) ?? new Set<number>();
    for (const { lines } of requests) for (const { listing } of lines) numbers.add(listing);
    named.set(festivalId, numbers);
  }
  return [...named].flatMap(([festivalId, numbers]) =>
    [...numbers].map((number) => ({ festival_id: festivalId, listing_number: number })),
  );
}

function toFacts(row: ListingRow, groups: ListingFacts['groups'], options: ListingFacts['options']): ListingFacts {
  return {
    number: row.number,
    participationId: row.participation_id,
    dishId: row.dish_id,
    dishName: row.name,
    festivalPrice: row.festival_price,
    normalPrice: row.price ?? row.festival_price,
    makeSeconds: row.make_seconds ?? DEFAULT_MAKE_SECONDS,
    withdrawnAt: row.withdrawn_at,
    groups: groups.filter(({ id }) => options.some(({ groupId }) => groupId === id)),
    options,
  };
}

function dishRows(tx: Tx | ReadDb, dishIds: readonly DishId[]) {
  return jsonRows(
    tx,
    DISH,
    dishIds.map((id) => ({ dish_id: id })),
  );
}

async function readGroups(tx: Tx | ReadDb, dishIds: readonly DishId[]) {
  const { rows } = await sql<{ id: string; dish_id: DishId; name: string; choose_min: number; choose_max: number }>`
    select g.id, g.dish_id, g.name, g.choose_min, g.choose_max
    from ${dishRows(tx, dishIds)} as given
    join menu_option_group as g on g.dish_id = given.dish_id
    order by g.dish_id, g.position`.execute(tx);
  const groups = new Map<DishId, ListingFacts['groups'][number][]>();
  for (const { id, dish_id, name, choose_min, choose_max } of rows) {
    groups.set(dish_id, [...(groups.get(dish_id) ?? []), { id, name, min: choose_min, max: choose_max }]);
  }
  return groups;
}

async function readOptions(tx: Tx | ReadDb, dishIds: readonly DishId[]) {
  const { rows } = await sql<{ dish_id: DishId; number: number; group_id: string; name: string; price: number }>`
    select o.dish_id, o.number, o.group_id, o.name, o.price
    from ${dishRows(tx, dishIds)} as given
    join menu_option as o on o.dish_id = given.dish_id
    where o.archived_at is null
    order by o.dish_id, o.position`.execute(tx);
  const options = new Map<DishId, ListingFacts['options'][number][]>();
  for (const { dish_id, number, group_id, name, price } of rows) {
    options.set(dish_id, [...(options.get(dish_id) ?? []), { number, groupId: group_id, name, price }]);
  }
  return options;
}
