import type { Tx } from '~/platform/app-context';
import { foldText } from '~/shared/fold-text';
import type { DishId, MerchantId } from '~/shared/ids';
import { type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import { type DishOptionGroup, readDish } from './read-menu.server';
import { type OptionGroupDraft, type SetOptionsRefusal, setOptions } from './set-options.server';

/** Adds one group of options to a dish of this merchant, or replaces the group of that name. */
export async function putOptionGroup(
  tx: Tx,
  { merchantId, dishId, group, now }: { merchantId: MerchantId; dishId: DishId; group: OptionGroupDraft; now: number },
): Promise<Result<void, SetOptionsRefusal>> {
  await lockDish(tx, dishId);
  const dish = await readDish(tx, { merchantId, dishId });
  if (!dish || dish.archivedAt !== null) return refuse({ code: 'dish_gone' });
  const isSame = (each: DishOptionGroup) => foldText(each.name) === foldText(group.name);
  const kept: OptionGroupDraft[] = dish.groups.map((each) => (isSame(each) ? group : each));
  return setOptions(tx, { dishId, groups: dish.groups.some(isSame) ? kept : [...kept, group], now });
}

/** Takes a group of options off a dish of this merchant; twice is once. */
export async function dropOptionGroup(
  tx: Tx,
  { merchantId, dishId, name, now }: { merchantId: MerchantId; dishId: DishId; name: string; now: number },
): Promise<Result<void, SetOptionsRefusal>> {
  await lockDish(tx, dishId);
  const dish = await readDish(tx, { merchantId, dishId });
  if (!dish || dish.archivedAt !== null) return refuse({ code: 'dish_gone' });
  const groups = dish.groups.filter((each) => foldText(each.name) !== foldText(name));
  return setOptions(tx, { dishId, groups, now });
}

/** Held from reading to writing, so that two groups saved at once are both kept. */
async function lockDish(tx: Tx, dishId: DishId): Promise<void> {
  await lockRows(tx.selectFrom('menu_dish').select('id').where('id', '=', dishId)).execute();
}
