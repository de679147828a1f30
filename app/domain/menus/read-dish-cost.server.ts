import type { ReadDb, Tx } from '~/platform/app-context';
import type { DishId } from '~/shared/ids';

export interface DishCost {
  /** Of one portion, whole rupiah. */
  cost: number;
  /** The least she takes for it; null = none set. */
  floorPrice: number | null;
}

/** What a dish costs its merchant; null while she has not said. Hers alone: never for customers' pages. */
export async function readDishCost(db: ReadDb | Tx, dishId: DishId): Promise<DishCost | null> {
  const row = await db
    .selectFrom('menu_dish_cost')
    .select(['cost', 'floor_price'])
    .where('dish_id', '=', dishId)
    .executeTakeFirst();
  return row ? { cost: row.cost, floorPrice: row.floor_price } : null;
}
