import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { DishId, FestivalId, ParticipationId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';
import { type Dish, readDishes } from '../../menus/read-menu.server';
import { isSoldOut } from '../stalls';

/** A dish on sale at a festival, as customers and the board see it. */
export interface ListedDish {
  /** Short number that baskets speak. */
  number: number;
  participationId: ParticipationId;
  dish: Dish;
  festivalPrice: Rupiah;
  /** The same dish outside the festival: shown beside it. */
  normalPrice: Rupiah;
  soldOut: 'yes' | 'no';
  /** Null = not counted. Never on a cached page. */
  portionsLeft: number | null;
  optionsSoldOut: number[];
}

interface ListingRow {
  number: number;
  participation_id: ParticipationId;
  dish_id: DishId;
  festival_price: number;
  portions_left: number | null;
  sold_out_at: number | null;
}

export interface ListingQuestion {
  festivalId: FestivalId;
  day: string;
  /** Only this stall's. */
  participationId?: ParticipationId;
  /** Only these numbers. */
  numbers?: readonly number[];
}

/** Listings not withdrawn, with dish, options and today's stock: five statements for any number of them. */
export async function readListings(db: ReadDb | Tx, question: ListingQuestion): Promise<ListedDish[]> {
  const { festivalId, day, participationId, numbers } = question;
  if (numbers?.length === 0) return [];
  const ofStall = participationId ? sql`and l.participation_id = ${participationId}` : sql``;
  const ofNumbers = numbers ? sql`and l.number in (${sql.join(numbers)})` : sql``;
  // Sorted by an expression: SQLite would walk every listing of the festival by its number to spare the sorting of six.
  const { rows } = await sql<ListingRow>`
    select l.number, l.participation_id, l.dish_id, l.festival_price, s.portions_left, s.sold_out_at
    from stall_listing as l
    left join stall_stock as s on s.festival_id = l.festival_id and s.listing_number = l.number and s.day = ${day}
    where l.festival_id = ${festivalId} and l.withdrawn_at is null ${ofStall} ${ofNumbers}
    order by +l.number`.execute(db);
  const dishes = new Map(
    (
      await readDishes(
        db,
        rows.map((row) => row.dish_id),
      )
    ).map((dish) => [dish.id, dish]),
  );
  const optionsGone = await readOptionsGone(db, { festivalId, day, numbers: rows.map((row) => row.number) });
  return rows
    .flatMap((row) => {
      const dish = dishes.get(row.dish_id);
      if (!dish) return [];
      const gone = optionsGone.filter((each) => each.listing_number === row.number).map((each) => each.option_number);
      return [listed(row, dish, gone)];
    })
    .sort((one, other) => one.dish.position - other.dish.position || one.number - other.number);
}

async function readOptionsGone(
  db: ReadDb | Tx,
  { festivalId, day, numbers }: { festivalId: FestivalId; day: string; numbers: readonly number[] },
) {
  if (numbers.length === 0) return [];
  return db
    .selectFrom('stall_option_sold_out')
    .select(['listing_number', 'option_number'])
    .where('festival_id', '=', festivalId)
    .where('listing_number', 'in', numbers)
    .where('day', '=', day)
    .execute();
}

function listed(row: ListingRow, dish: Dish, optionsSoldOut: number[]): ListedDish {
  const soldOut = isSoldOut({ portionsLeft: row.portions_left, soldOutAt: row.sold_out_at });
  return {
    number: row.number,
    participationId: row.participation_id,
    dish,
    festivalPrice: toRupiah(row.festival_price),
    normalPrice: dish.price ?? toRupiah(row.festival_price),
    soldOut: soldOut ? 'yes' : 'no',
    portionsLeft: row.portions_left,
    optionsSoldOut,
  };
}
