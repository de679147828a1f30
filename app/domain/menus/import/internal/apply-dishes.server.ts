import type { Tx } from '~/platform/app-context';
import { insertJsonRows } from '~/platform/json-rows.server';
import { foldText } from '~/shared/fold-text';
import { type DishId, type Id, type MerchantId, newId, type PersonId } from '~/shared/ids';
import { writeDish } from '../../change-dish.server';
import { announceDishChange } from '../../internal/dish-changed.server';
import { DISHES_MAX } from '../../menus';
import { setOptions } from '../../set-options.server';
import type { ImportedDish, ImportedOptionGroup } from '../import';
import type { AppliedMerchant } from './apply-merchants.server';

interface KnownDish {
  id: DishId;
  merchant_id: MerchantId;
  name: string;
  description: string | null;
  category: string | null;
  price: number | null;
  make_seconds: number | null;
  halal: string;
  allergen_answer: string;
  spice_level: number | null;
  position: number;
  import_identity: string | null;
  archived_at: number | null;
}

interface FreshDish {
  dishId: DishId;
  merchantId: MerchantId;
  position: number;
  dish: ImportedDish;
}

/** Writes the dishes of a chunk's merchants: new ones in a few statements for all of them, changed ones by their own verbs. */
export async function applyDishes(
  tx: Tx,
  { merchants, by, now }: { merchants: AppliedMerchant[]; by: PersonId; now: number },
): Promise<{ made: number; changed: number }> {
  const old = await readKnownDishes(
    tx,
    merchants.filter((each) => !each.isNew).map((each) => each.merchantId),
  );
  const options = await readKnownOptions(
    tx,
    old.map((dish) => dish.id),
  );
  const fresh: FreshDish[] = [];
  let changed = 0;
  for (const { merchantId, isNew, dishes } of merchants) {
    const own = isNew ? [] : old.filter((dish) => dish.merchant_id === merchantId);
    let position = Math.max(0, ...own.map((dish) => dish.position));
    let count = own.length;
    for (const dish of dishes) {
      const before = findKnown(own, dish);
      if (before) {
        if (await changeIfOther(tx, { before, dish, known: options.get(before.id) ?? '[]', by, now })) changed += 1;
      } else if (count < DISHES_MAX) {
        count += 1;
        fresh.push({ dishId: newId('dsh', now), merchantId, position: ++position, dish });
      }
    }
  }
  await insertDishes(tx, { fresh, by, now });
  const grown = new Set(merchants.filter((each) => !each.isNew).map((each) => each.merchantId));
  for (const each of fresh)
    if (grown.has(each.merchantId))
      await announceDishChange(tx, { dishId: each.dishId, merchantId: each.merchantId, now });
  return { made: fresh.length, changed };
}

async function readKnownDishes(tx: Tx, merchantIds: MerchantId[]): Promise<KnownDish[]> {
  if (merchantIds.length === 0) return [];
  return tx
    .selectFrom('menu_dish')
    .select([
      'id',
      'merchant_id',
      'name',
      'description',
      'category',
      'price',
      'make_seconds',
      'halal',
      'allergen_answer',
      'spice_level',
      'position',
      'import_identity',
      'archived_at',
    ])
    .where('merchant_id', 'in', merchantIds)
    .execute();
}

/** The options of each dish, written so that two lists can be compared. */
async function readKnownOptions(tx: Tx, dishIds: DishId[]): Promise<Map<DishId, string>> {
  if (dishIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('menu_option as o')
    .innerJoin('menu_option_group as g', 'g.id', 'o.group_id')
    .select(['o.dish_id', 'g.name as group_name', 'o.name', 'o.price'])
    .where('o.dish_id', 'in', dishIds)
    .where('o.archived_at', 'is', null)
    .execute();
  const texts = new Map<DishId, string[]>();
  for (const row of rows) texts.set(row.dish_id, [...(texts.get(row.dish_id) ?? []), optionText(row.group_name, row)]);
  return new Map([...texts].map(([id, list]) => [id, JSON.stringify(list.sort())]));
}

function optionText(group: string, { name, price }: { name: string; price: number }): string {
  return `${foldText(group)}|${foldText(name)}|${price}`;
}

function textOf(groups: readonly ImportedOptionGroup[]): string {
  return JSON.stringify(
    groups.flatMap((group) => group.options.map((option) => optionText(group.name, option))).sort(),
  );
}

/** The dish of an earlier file, or one of the same name that she has already. */
function findKnown(own: readonly KnownDish[], dish: ImportedDish): KnownDish | null {
  const byKey = own.find((each) => each.import_identity === dish.key);
  if (byKey) return byKey;
  const name = foldText(dish.name);
  return (
    own.find((each) => each.archived_at === null && each.import_identity === null && foldText(each.name) === name) ??
    null
  );
}

async function changeIfOther(
  tx: Tx,
  { before, dish, known, by, now }: { before: KnownDish; dish: ImportedDish; known: string; by: PersonId; now: number },
): Promise<boolean> {
  // Taken off the menu by hand: a repeated file does not bring it back.
  if (before.archived_at !== null) return false;
  const changes = {
    ...(dish.name !== before.name ? { name: dish.name } : {}),
    ...(dish.price !== null && dish.price !== before.price ? { price: dish.price } : {}),
    ...(dish.makeSeconds !== null && dish.makeSeconds !== before.make_seconds ? { makeSeconds: dish.makeSeconds } : {}),
    ...(dish.description !== null && dish.description !== before.description ? { description: dish.description } : {}),
    ...(dish.section !== null && dish.section !== before.category ? { category: dish.section } : {}),
    ...(dish.halal !== null && dish.halal !== before.halal ? { halal: dish.halal } : {}),
    ...(dish.spiceLevel !== null && dish.spiceLevel !== before.spice_level ? { spiceLevel: dish.spiceLevel } : {}),
    ...(dish.allergenAnswer !== null && dish.allergenAnswer !== before.allergen_answer
      ? { allergenAnswer: dish.allergenAnswer, allergens: dish.allergens }
      : {}),
  };
  const about = { dishId: before.id, merchantId: before.merchant_id, now };
  const isOther = Object.keys(changes).length > 0;
  if (isOther) await writeDish(tx, { ...about, changes, by });
  const newOptions = dish.options.length > 0 && textOf(dish.options) !== known;
  if (newOptions) await setOptions(tx, { dishId: before.id, groups: dish.options, now });
  return isOther || newOptions;
}

const DISH = {
  id: 'text',
  merchant_id: 'text',
  name: 'text',
  description: 'text',
  category: 'text',
  price: 'integer',
  make_seconds: 'integer',
  make_seconds_set_by: 'text',
  halal: 'text',
  allergen_answer: 'text',
  spice_level: 'integer',
  position: 'integer',
  import_identity: 'text',
  created_at: 'integer',
  updated_at: 'integer',
} as const;
const ALLERGEN = { dish_id: 'text', allergen: 'text' } as const;
const GROUP = {
  id: 'text',
  dish_id: 'text',
  name: 'text',
  choose_min: 'integer',
  choose_max: 'integer',
  position: 'integer',
} as const;
const OPTION = {
  id: 'text',
  group_id: 'text',
  dish_id: 'text',
  number: 'integer',
  name: 'text',
  price: 'integer',
  position: 'integer',
} as const;

async function insertDishes(
  tx: Tx,
  { fresh, by, now }: { fresh: FreshDish[]; by: PersonId; now: number },
): Promise<void> {
  const rows = fresh.map(({ dishId, merchantId, position, dish }) => ({
    id: dishId,
    merchant_id: merchantId,
    name: dish.name,
    description: dish.description,
    category: dish.section,
    price: dish.price,
    make_seconds: dish.makeSeconds,
    make_seconds_set_by: dish.makeSeconds === null ? null : by,
    halal: dish.halal ?? 'unknown',
    allergen_answer: dish.allergenAnswer ?? 'unknown',
    spice_level: dish.spiceLevel,
    position,
    import_identity: dish.key,
    created_at: now,
    updated_at: now,
  }));
  await insertJsonRows(tx, 'menu_dish', DISH, rows);
  const allergens = fresh.flatMap(({ dishId, dish }) =>
    dish.allergens.map((allergen) => ({ dish_id: dishId, allergen })),
  );
  await insertJsonRows(tx, 'menu_dish_allergen', ALLERGEN, allergens);
  const groups = fresh.flatMap(({ dishId, dish }) =>
    dish.options.map((group, position) => ({ id: newId('ogr', now), dishId, group, position })),
  );
  const groupRows = groups.map(({ id, dishId, group, position }) => ({
    id,
    dish_id: dishId,
    name: group.name,
    choose_min: group.min,
    choose_max: Math.max(group.min, Math.min(group.max, group.options.length)),
    position,
  }));
  await insertJsonRows(tx, 'menu_option_group', GROUP, groupRows);
  await insertJsonRows(tx, 'menu_option', OPTION, optionRows(groups, now));
}

function optionRows(groups: { id: Id<'ogr'>; dishId: DishId; group: ImportedOptionGroup }[], now: number) {
  const last = new Map<DishId, number>();
  return groups.flatMap(({ id, dishId, group }) =>
    group.options.map((option, position) => {
      const number = (last.get(dishId) ?? 0) + 1;
      last.set(dishId, number);
      return {
        id: newId('opt', now),
        group_id: id,
        dish_id: dishId,
        number,
        name: option.name,
        price: option.price,
        position,
      };
    }),
  );
}
