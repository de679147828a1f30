import { noteTyped } from '~/domain/merchants/note-typed.server';
import { dishField } from '~/domain/merchants/typed-field';
import type { Tx } from '~/platform/app-context';
import type { DishId, MerchantId, PersonId } from '~/shared/ids';

interface DishTyped {
  dishId: DishId;
  merchantId: MerchantId;
  by: PersonId | null;
  now: number;
}

/** What a dish says now, by the names of `DishChanges`; null where it is not this merchant's. */
async function readParts(tx: Tx, { dishId, merchantId }: DishTyped) {
  const row = await tx
    .selectFrom('menu_dish')
    .selectAll()
    .where('id', '=', dishId)
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
  if (!row) return null;
  const allergens = await tx
    .selectFrom('menu_dish_allergen')
    .select('allergen')
    .where('dish_id', '=', dishId)
    .orderBy('allergen')
    .execute();
  return {
    name: row.name,
    price: row.price,
    makeSeconds: row.make_seconds,
    description: row.description,
    category: row.category,
    halal: row.halal,
    allergens: { answer: row.allergen_answer, listed: allergens.map(({ allergen }) => allergen) },
    spiceLevel: row.spice_level,
  };
}

/** Runs a change of a dish and remembers who typed which part of it. */
export async function notingDish<Answer extends { ok: boolean }>(
  tx: Tx,
  about: DishTyped,
  change: () => Promise<Answer>,
): Promise<Answer> {
  // Nobody in particular: an import or the demo.
  if (about.by === null) return change();
  const before = await readParts(tx, about);
  const answer = await change();
  const after = answer.ok ? await readParts(tx, about) : null;
  if (!before || !after) return answer;
  const parts = Object.keys(after) as (keyof typeof after)[];
  const changes = parts.map((part) => ({
    field: dishField(about.dishId, part),
    before: before[part],
    after: after[part],
  }));
  await noteTyped(tx, { ...about, changes });
  return answer;
}

/** Remembers who added a dish. */
export async function noteDishAdded(tx: Tx, dish: DishTyped & { name: string; price: number | null }): Promise<void> {
  const { dishId, name, price } = dish;
  await noteTyped(tx, { ...dish, changes: [{ field: dishField(dishId), before: null, after: { name, price } }] });
}
