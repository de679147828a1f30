import type { Selectable } from 'kysely';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import { type DishId, type FileId, type Id, type MerchantId, type PersonId, parseId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';
import type { DishTable } from '~db/schema/menus';
import type { Allergen, AllergenAnswer, HalalState } from './menus';

type Reader = ReadDb | Tx;

/** An option of a dish; its number is what baskets and counters speak. */
export interface DishOption {
  id: Id<'opt'>;
  number: number;
  name: string;
  /** Added to the dish, whole rupiah, 0 = no extra. */
  price: Rupiah;
}

export interface DishOptionGroup {
  id: Id<'ogr'>;
  name: string;
  /** At least and at most so many of the options. */
  min: number;
  max: number;
  options: DishOption[];
}

/** A dish of a merchant, with everything a customer may ask about it. */
export interface Dish {
  id: DishId;
  merchantId: MerchantId;
  name: string;
  description: string | null;
  category: string | null;
  price: Rupiah | null;
  makeSeconds: number | null;
  /** Null = the minutes are nobody's own answer. */
  makeSecondsSetBy: PersonId | null;
  halal: HalalState;
  allergenAnswer: AllergenAnswer;
  allergens: Allergen[];
  spiceLevel: number | null;
  /** Under /berkas; its small size is known there. */
  photo: { id: FileId; colour: string } | null;
  position: number;
  groups: DishOptionGroup[];
  archivedAt: number | null;
}

/** The dishes of a merchant in her order, archived ones left out. */
export async function readMenu(db: Reader, merchantId: MerchantId): Promise<Dish[]> {
  const rows = await db
    .selectFrom('menu_dish')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return withDetails(db, rows);
}

/** Some dishes by id, archived ones included, in the order of the ids; unknown ids are left out. */
export async function readDishes(db: Reader, dishIds: readonly DishId[]): Promise<Dish[]> {
  if (dishIds.length === 0) return [];
  const rows = await db
    .selectFrom('menu_dish')
    .selectAll()
    .where('id', 'in', [...dishIds])
    .execute();
  const dishes = new Map((await withDetails(db, rows)).map((dish) => [dish.id, dish]));
  return dishIds.flatMap((id) => dishes.get(id) ?? []);
}

/** One dish of this merchant, archived or not; null for anybody else's. */
export async function readDish(
  db: Reader,
  { merchantId, dishId }: { merchantId: MerchantId; dishId: DishId },
): Promise<Dish | null> {
  const [dish] = await readDishes(db, [dishId]);
  return dish?.merchantId === merchantId ? dish : null;
}

/** A dish with its merchant's name, from an address; null when one of them is not there or not the other's. */
export async function readOwnDish(db: Reader, named: { merchantId?: string; dishId?: string }) {
  const merchantId = parseId('mrc', named.merchantId);
  const dishId = parseId('dsh', named.dishId);
  const merchant = merchantId && (await readMerchant(db, merchantId));
  const dish = merchant && dishId ? await readDish(db, { merchantId: merchant.id, dishId }) : null;
  return merchant && dish ? { merchant: { id: merchant.id, name: merchant.stallName }, dish } : null;
}

/** How many dishes are on each menu, and how many of them could be sold now. */
export async function countDishes(
  db: Reader,
  merchantIds: readonly MerchantId[],
): Promise<Map<MerchantId, { dishes: number; ready: number }>> {
  const counts = new Map(merchantIds.map((id) => [id, { dishes: 0, ready: 0 }]));
  if (merchantIds.length === 0) return counts;
  const rows = await db
    .selectFrom('menu_dish')
    .select(({ fn, eb }) => [
      'merchant_id',
      fn.countAll<number>().as('dishes'),
      fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('price', '>', 0), eb('make_seconds', '>', 0)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('ready'),
    ])
    .where('merchant_id', 'in', [...merchantIds])
    .where('archived_at', 'is', null)
    .groupBy('merchant_id')
    .execute();
  for (const row of rows) counts.set(row.merchant_id, { dishes: Number(row.dishes), ready: Number(row.ready) });
  return counts;
}

async function withDetails(db: Reader, rows: Selectable<DishTable>[]): Promise<Dish[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const groups = await readGroups(db, ids);
  const allergens = await db
    .selectFrom('menu_dish_allergen')
    .selectAll()
    .where('dish_id', 'in', ids)
    .orderBy('allergen')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    merchantId: row.merchant_id,
    name: row.name,
    description: row.description,
    category: row.category,
    price: row.price === null ? null : toRupiah(row.price),
    makeSeconds: row.make_seconds,
    makeSecondsSetBy: row.make_seconds_set_by,
    halal: row.halal as HalalState,
    allergenAnswer: row.allergen_answer as AllergenAnswer,
    allergens: allergens.filter((each) => each.dish_id === row.id).map((each) => each.allergen as Allergen),
    spiceLevel: row.spice_level,
    photo: photoOf(row),
    position: row.position,
    groups: groups.get(row.id) ?? [],
    archivedAt: row.archived_at,
  }));
}

function photoOf(row: Selectable<DishTable>): Dish['photo'] {
  if (row.photo_file_id === null) return null;
  return { id: row.photo_large_file_id ?? row.photo_file_id, colour: row.photo_colour ?? '#d8c9ad' };
}

async function readGroups(db: Reader, dishIds: DishId[]): Promise<Map<DishId, DishOptionGroup[]>> {
  const groups = await db
    .selectFrom('menu_option_group')
    .selectAll()
    .where('dish_id', 'in', dishIds)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const options = await db
    .selectFrom('menu_option')
    .selectAll()
    .where('dish_id', 'in', dishIds)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('number')
    .execute();
  const ofDish = new Map<DishId, DishOptionGroup[]>();
  for (const group of groups) {
    const own = options.filter((option) => option.group_id === group.id);
    // A group whose options were all taken away is history, kept for old orders.
    if (own.length === 0) continue;
    const list = ofDish.get(group.dish_id) ?? [];
    list.push({
      id: group.id,
      name: group.name,
      min: group.choose_min,
      max: group.choose_max,
      options: own.map(({ id, number, name, price }) => ({ id, number, name, price: toRupiah(price) })),
    });
    ofDish.set(group.dish_id, list);
  }
  return ofDish;
}
