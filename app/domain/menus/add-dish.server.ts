import type { Tx } from '~/platform/app-context';
import type { DishId, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { announceDishChange } from './internal/dish-changed.server';
import { noteDishAdded } from './internal/note-dish-typed.server';
import { writeAllergens } from './internal/write-allergens.server';
import { type Allergen, type AllergenAnswer, DISHES_MAX, type HalalState } from './menus';

export type AddDishRefusal = { code: 'menu_full'; most: number } | { code: 'dish_elsewhere' };

export interface NewDish {
  /** Made on the form, so that a double tap adds one dish. */
  dishId: DishId;
  merchantId: MerchantId;
  name: string;
  /** Normal price in whole rupiah; null while still missing. */
  price: number | null;
  makeSeconds: number | null;
  description?: string | null;
  category?: string | null;
  halal?: HalalState;
  allergenAnswer?: AllergenAnswer;
  allergens?: readonly Allergen[];
  spiceLevel?: number | null;
  /** The importing file's own key for this dish. */
  importIdentity?: string | null;
  /** Who says so; minutes given by somebody count as answered. Null for the demo and imports without a person. */
  by: PersonId | null;
  now: number;
}

/** Adds a dish at the end of the menu. The same id, or the same key of a file, changes nothing and answers the dish there is. */
export async function addDish(tx: Tx, dish: NewDish): Promise<Result<DishId, AddDishRefusal>> {
  const { dishId, merchantId, now } = dish;
  const { dishes, last } = await tx
    .selectFrom('menu_dish')
    .select(({ fn }) => [fn.countAll<number>().as('dishes'), fn.max('position').as('last')])
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow();
  if (Number(dishes) >= DISHES_MAX) return refuse({ code: 'menu_full', most: DISHES_MAX });
  const written = await tx
    .insertInto('menu_dish')
    .values({
      id: dishId,
      merchant_id: merchantId,
      name: dish.name,
      description: dish.description ?? null,
      category: dish.category ?? null,
      price: dish.price,
      make_seconds: dish.makeSeconds,
      make_seconds_set_by: dish.makeSeconds === null ? null : dish.by,
      halal: dish.halal ?? 'unknown',
      allergen_answer: dish.allergenAnswer ?? 'unknown',
      spice_level: dish.spiceLevel ?? null,
      photo_file_id: null,
      photo_large_file_id: null,
      photo_colour: null,
      position: (last ?? 0) + 1,
      import_identity: dish.importIdentity ?? null,
      created_at: now,
      updated_at: now,
      archived_at: null,
      archived_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows ?? 0) === 0) return sameDish(tx, dish);
  await writeAllergens(tx, dishId, dish.allergenAnswer === 'listed' ? (dish.allergens ?? []) : []);
  await noteDishAdded(tx, dish);
  await announceDishChange(tx, { dishId, merchantId, now });
  return accept(dishId);
}

/** An id, or a file's own key, that exists is the same dish again, unless it is another merchant's. */
async function sameDish(
  tx: Tx,
  { dishId, merchantId, importIdentity }: NewDish,
): Promise<Result<DishId, AddDishRefusal>> {
  const before = await tx
    .selectFrom('menu_dish')
    .select(['id', 'merchant_id'])
    .where(({ or, and, eb }) =>
      or([
        eb('id', '=', dishId),
        and([eb('merchant_id', '=', merchantId), eb('import_identity', '=', importIdentity ?? null)]),
      ]),
    )
    .executeTakeFirst();
  return before?.merchant_id === merchantId ? accept(before.id) : refuse({ code: 'dish_elsewhere' });
}
