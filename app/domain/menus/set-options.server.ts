import type { Tx } from '~/platform/app-context';
import { foldText } from '~/shared/fold-text';
import { type DishId, newId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import { announceDishChange } from './internal/dish-changed.server';
import { OPTION_GROUPS_MAX, OPTIONS_MAX } from './menus';

export type SetOptionsRefusal =
  | { code: 'dish_gone' }
  | { code: 'option_group_impossible'; group: string; min: number; max: number; options: number }
  | { code: 'option_twice'; group: string; option: string }
  | { code: 'options_too_many'; most: number };

/** A group of options as written: at least `min`, at most `max` of them; prices in whole rupiah on top of the dish. */
export interface OptionGroupDraft {
  name: string;
  min: number;
  max: number;
  options: { name: string; price: number }[];
}

/**
 * Replaces the options of a dish. An option that keeps its group and name keeps its number, since baskets speak
 * numbers; one that is gone is archived for old orders and its number is never given again.
 */
export async function setOptions(
  tx: Tx,
  { dishId, groups, now }: { dishId: DishId; groups: readonly OptionGroupDraft[]; now: number },
): Promise<Result<void, SetOptionsRefusal>> {
  const impossible = findImpossible(groups);
  if (impossible) return refuse(impossible);
  // The dish row is the lock: two savings at once must not give out one number twice.
  const dish = await lockRows(
    tx.selectFrom('menu_dish').select('merchant_id').where('id', '=', dishId),
  ).executeTakeFirst();
  if (!dish) return refuse({ code: 'dish_gone' });
  const before = await readBefore(tx, dishId);
  await tx
    .updateTable('menu_option')
    .set({ archived_at: now })
    .where('dish_id', '=', dishId)
    .where('archived_at', 'is', null)
    .execute();
  let next = Math.max(0, ...before.map((option) => option.number)) + 1;
  for (const [position, group] of groups.entries()) {
    const known = before.filter((option) => option.groupName === foldText(group.name));
    const groupId = await writeGroup(tx, { dishId, group, position, known: known[0]?.group_id });
    for (const [place, option] of group.options.entries()) {
      const same = known.find((each) => foldText(each.name) === foldText(option.name));
      const columns = { group_id: groupId, name: option.name, price: option.price, position: place, archived_at: null };
      if (same) await tx.updateTable('menu_option').set(columns).where('id', '=', same.id).execute();
      else {
        await tx
          .insertInto('menu_option')
          .values({ ...columns, id: newId('opt', now), dish_id: dishId, number: next++ })
          .execute();
      }
    }
  }
  await announceDishChange(tx, { dishId, merchantId: dish.merchant_id, now });
  return accept();
}

function findImpossible(groups: readonly OptionGroupDraft[]): SetOptionsRefusal | null {
  if (groups.length > OPTION_GROUPS_MAX) return { code: 'options_too_many', most: OPTION_GROUPS_MAX };
  for (const { name: group, min, max, options } of groups) {
    if (options.length > OPTIONS_MAX) return { code: 'options_too_many', most: OPTIONS_MAX };
    if (options.length === 0 || min < 0 || max < 1 || min > max || min > options.length) {
      return { code: 'option_group_impossible', group, min, max, options: options.length };
    }
    const names = options.map((option) => foldText(option.name));
    const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
    if (twice >= 0) return { code: 'option_twice', group, option: options[twice]?.name ?? '' };
  }
  const groupNames = groups.map((group) => foldText(group.name));
  const twice = groupNames.findIndex((name, i) => groupNames.indexOf(name) !== i);
  return twice < 0 ? null : { code: 'option_twice', group: '', option: groups[twice]?.name ?? '' };
}

async function readBefore(tx: Tx, dishId: DishId) {
  const rows = await tx
    .selectFrom('menu_option as o')
    .innerJoin('menu_option_group as g', 'g.id', 'o.group_id')
    .select(['o.id', 'o.number', 'o.name', 'o.group_id', 'g.name as groupName'])
    .where('o.dish_id', '=', dishId)
    .orderBy('o.number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, groupName: foldText(row.groupName) }));
}

async function writeGroup(
  tx: Tx,
  {
    dishId,
    group,
    position,
    known,
  }: { dishId: DishId; group: OptionGroupDraft; position: number; known?: `ogr_${string}` },
) {
  const columns = {
    name: group.name,
    choose_min: group.min,
    choose_max: Math.min(group.max, group.options.length),
    position,
  };
  if (known) {
    await tx.updateTable('menu_option_group').set(columns).where('id', '=', known).execute();
    return known;
  }
  const id = newId('ogr');
  await tx
    .insertInto('menu_option_group')
    .values({ ...columns, id, dish_id: dishId })
    .execute();
  return id;
}
