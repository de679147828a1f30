import type { Tx } from '~/platform/app-context';
import type { DishId, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { announceDishChange } from './internal/dish-changed.server';
import { notingDish } from './internal/note-dish-typed.server';
import { writeAllergens } from './internal/write-allergens.server';
import type { Allergen, AllergenAnswer, HalalState } from './menus';

export type ChangeDishRefusal = { code: 'dish_gone' };

/** Only what is given changes. */
export interface DishChanges {
  name?: string;
  /** Normal price in whole rupiah. */
  price?: number | null;
  makeSeconds?: number | null;
  description?: string | null;
  category?: string | null;
  halal?: HalalState;
  allergenAnswer?: AllergenAnswer;
  allergens?: readonly Allergen[];
  spiceLevel?: number | null;
}

interface DishChange {
  dishId: DishId;
  merchantId: MerchantId;
  changes: DishChanges;
  by: PersonId | null;
  now: number;
}

/** Changes a dish of this merchant, and remembers who typed it. Orders keep the name and price they were made with. */
export async function changeDish(tx: Tx, change: DishChange): Promise<Result<undefined, ChangeDishRefusal>> {
  return notingDish(tx, change, () => writeDish(tx, change));
}

/** The same without remembering who typed it: an office's file is nobody's typing. */
export async function writeDish(
  tx: Tx,
  { dishId, merchantId, changes, by, now }: DishChange,
): Promise<Result<undefined, ChangeDishRefusal>> {
  const written = await tx
    .updateTable('menu_dish')
    .set({ ...columnsOf(changes, by), updated_at: now })
    .where('id', '=', dishId)
    .where('merchant_id', '=', merchantId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return refuse({ code: 'dish_gone' });
  if (changes.allergenAnswer !== undefined) {
    await writeAllergens(tx, dishId, changes.allergenAnswer === 'listed' ? (changes.allergens ?? []) : []);
  }
  await announceDishChange(tx, { dishId, merchantId, now });
  return accept();
}

function columnsOf(changes: DishChanges, by: PersonId | null) {
  const columns = {
    name: changes.name,
    price: changes.price,
    make_seconds: changes.makeSeconds,
    make_seconds_set_by: changes.makeSeconds === undefined ? undefined : changes.makeSeconds === null ? null : by,
    description: changes.description,
    category: changes.category,
    halal: changes.halal,
    allergen_answer: changes.allergenAnswer,
    spice_level: changes.spiceLevel,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<
    typeof columns
  >;
}
