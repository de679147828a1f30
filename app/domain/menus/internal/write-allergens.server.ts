import type { Tx } from '~/platform/app-context';
import type { DishId } from '~/shared/ids';
import type { Allergen } from '../menus';

/** Replaces the allergens of a dish. */
export async function writeAllergens(tx: Tx, dishId: DishId, allergens: readonly Allergen[]): Promise<void> {
  await tx.deleteFrom('menu_dish_allergen').where('dish_id', '=', dishId).execute();
  if (allergens.length === 0) return;
  const rows = [...new Set(allergens)].sort().map((allergen) => ({ dish_id: dishId, allergen }));
  await tx
    .insertInto('menu_dish_allergen')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
