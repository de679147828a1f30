import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import type { Dice } from './dice';

export interface Choice {
  number: number;
  /** Whole rupiah, added to the dish. */
  price: number;
}

export interface Offered {
  listing: number;
  participationId: ParticipationId;
  /** Whole rupiah, without options. */
  price: number;
  /** Groups in which something must be chosen: how many, and from what. */
  groups: { least: number; choices: Choice[] }[];
}

/** What the stalls of a festival sell, as the demo's customers choose from it. */
export async function readOffered(db: ReadDb, festivalId: FestivalId): Promise<Offered[]> {
  const listings = await db
    .selectFrom('stall_listing')
    .select([
      'number as listing',
      'participation_id as participationId',
      'festival_price as price',
      'dish_id as dishId',
    ])
    .where('festival_id', '=', festivalId)
    .where('withdrawn_at', 'is', null)
    .orderBy('number')
    .execute();
  const options = await db
    .selectFrom('menu_option as o')
    .innerJoin('menu_option_group as g', 'g.id', 'o.group_id')
    .select(['g.id as groupId', 'g.dish_id as dishId', 'g.choose_min as least', 'o.number', 'o.price'])
    .where('g.choose_min', '>', 0)
    .where('o.archived_at', 'is', null)
    .orderBy('o.number')
    .execute();
  const byDish = groupBy(options, ({ dishId }) => dishId);
  return listings.map(({ dishId, ...listing }) => {
    const groups = groupBy(byDish.get(dishId) ?? [], ({ groupId }) => groupId);
    return { ...listing, groups: [...groups.values()].map((choices) => ({ least: choices[0]?.least ?? 0, choices })) };
  });
}

/** What a customer takes where the dish asks for a choice. */
export function choose({ groups }: Offered, dice: Dice): Choice[] {
  return groups.flatMap(({ least, choices }) => {
    const from = dice.below(Math.max(1, choices.length - least + 1));
    return choices.slice(from, from + least);
  });
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
