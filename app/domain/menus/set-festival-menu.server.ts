import type { Tx } from '~/platform/app-context';
import type { DishId, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { FESTIVAL_MENU_LEAST, FESTIVAL_MENU_MOST } from './menus';

export type SetFestivalMenuRefusal =
  | { code: 'festival_menu_size'; count: number; least: number; most: number }
  | { code: 'dish_gone' };

const KIND = { kind: 'festival' } as const;

/** Replaces the dishes of the festival menu. All of them must be on her menu now. */
export async function setFestivalMenu(
  tx: Tx,
  { merchantId, dishIds, by, now }: { merchantId: MerchantId; dishIds: readonly DishId[]; by: PersonId; now: number },
): Promise<Result<void, SetFestivalMenuRefusal>> {
  const wanted = [...new Set(dishIds)];
  if (wanted.length < FESTIVAL_MENU_LEAST || wanted.length > FESTIVAL_MENU_MOST) {
    const range = { least: FESTIVAL_MENU_LEAST, most: FESTIVAL_MENU_MOST };
    return refuse({ code: 'festival_menu_size', count: wanted.length, ...range });
  }
  const known = await tx
    .selectFrom('menu_dish')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', wanted)
    .where('archived_at', 'is', null)
    .execute();
  if (known.length < wanted.length) return refuse({ code: 'dish_gone' });
  const set = { set_by: by, set_at: now };
  // The row of the set first: of two tabs at once the second waits here, and the set is one of the two, never a mixture.
  await tx
    .insertInto('menu_set')
    .values({ merchant_id: merchantId, ...KIND, ...set })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'kind']).doUpdateSet(set))
    .execute();
  await tx.deleteFrom('menu_set_dish').where('merchant_id', '=', merchantId).where('kind', '=', KIND.kind).execute();
  await tx
    .insertInto('menu_set_dish')
    .values(wanted.map((dishId) => ({ merchant_id: merchantId, ...KIND, dish_id: dishId })))
    .execute();
  return accept();
}
