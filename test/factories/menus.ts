import { addDish, type NewDish } from '~/domain/menus/add-dish.server';
import { type OptionGroupDraft, setOptions } from '~/domain/menus/set-options.server';
import { type DishId, type MerchantId, newId } from '~/shared/ids';
import { accepted, type MakingWorld } from './merchants';

export type DishWishes = Partial<Omit<NewDish, 'merchantId' | 'now'>> & {
  merchantId: MerchantId;
  groups?: OptionGroupDraft[];
};

/** A dish that could be sold: Tekwan, Rp10.000, 5 minutes, unless wished otherwise. */
export async function makeDish(world: MakingWorld, { groups, ...wishes }: DishWishes): Promise<DishId> {
  const now = world.clock.now();
  return world.inTransaction(async (tx) => {
    const dishId = accepted(
      await addDish(tx, {
        dishId: newId('dsh', now),
        name: 'Tekwan',
        price: 10_000,
        makeSeconds: 300,
        by: null,
        ...wishes,
        now,
      }),
    );
    if (groups) accepted(await setOptions(tx, { dishId, groups, now }));
    return dishId;
  });
}

/** The option groups of a bowl with a size and toppings. */
export const SIZE_AND_TOPPINGS: OptionGroupDraft[] = [
  {
    name: 'Ukuran',
    min: 1,
    max: 1,
    options: [
      { name: 'Biasa', price: 0 },
      { name: 'Besar', price: 5_000 },
    ],
  },
  {
    name: 'Topping',
    min: 0,
    max: 2,
    options: [
      { name: 'Telur', price: 3_000 },
      { name: 'Kerupuk', price: 2_000 },
    ],
  },
];
