import { readMenu } from '~/domain/menus/read-menu.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { DishId, MerchantId } from '~/shared/ids';
import type { LessonSlug } from './training';

/** What a lesson asks of the merchant's own shop, evaluated now and never ticked. */
export interface LessonAct {
  done: boolean;
  /** Dishes on the menu at this moment; none = nothing to have done it with. */
  dishes: number;
  /** What keeps it open. */
  open: { dishId: DishId; name: string; lacks: ('price' | 'minutes')[] }[];
}

const ACTS: Record<LessonSlug, (db: ReadDb | Tx, merchantId: MerchantId) => Promise<LessonAct>> = {
  'menu-dan-harga': readPricedMenu,
};

/** Whether the act of a lesson is done in the merchant's own data. */
export function readAct(
  db: ReadDb | Tx,
  { merchantId, lesson }: { merchantId: MerchantId; lesson: LessonSlug },
): Promise<LessonAct> {
  return ACTS[lesson](db, merchantId);
}

/** "Every dish on sale has a price and minutes, and there is at least one"; undone by the next dish without. */
async function readPricedMenu(db: ReadDb | Tx, merchantId: MerchantId): Promise<LessonAct> {
  const menu = await readMenu(db, merchantId);
  const open = menu.flatMap((dish) => {
    const lacks: LessonAct['open'][number]['lacks'] = [];
    if (!dish.price) lacks.push('price');
    if (!dish.makeSeconds) lacks.push('minutes');
    return lacks.length > 0 ? [{ dishId: dish.id, name: dish.name, lacks }] : [];
  });
  return { done: menu.length > 0 && open.length === 0, dishes: menu.length, open };
}
