import type { Tx } from '~/platform/app-context';
import { touchTopics } from '~/platform/topic.server';
import type { DishId, MerchantId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import type { ChangeDishRefusal } from './change-dish.server';

/** Moves a dish one place up or down on the menu; at the end nothing happens. */
export async function moveDish(
  tx: Tx,
  {
    dishId,
    merchantId,
    direction,
    now,
  }: { dishId: DishId; merchantId: MerchantId; direction: 'up' | 'down'; now: number },
): Promise<Result<void, ChangeDishRefusal>> {
  // Rows are locked in id order, then put in the order of the screen.
  const rows = await lockRows(
    tx
      .selectFrom('menu_dish')
      .select(['id', 'position'])
      .where('merchant_id', '=', merchantId)
      .where('archived_at', 'is', null)
      .orderBy('id'),
  ).execute();
  const menu = rows.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)).map((row) => row.id);
  const from = menu.indexOf(dishId);
  if (from < 0) return refuse({ code: 'dish_gone' });
  const to = from + (direction === 'up' ? -1 : 1);
  const other = menu[to];
  if (other === undefined) return accept();
  menu[from] = other;
  menu[to] = dishId;
  const places = new Map(rows.map((row) => [row.id, row.position]));
  for (const [i, id] of menu.entries()) {
    if (places.get(id) === i + 1) continue;
    await tx
      .updateTable('menu_dish')
      .set({ position: i + 1 })
      .where('id', '=', id)
      .execute();
  }
  await touchTopics(tx, [`merchant:${merchantId}`], now);
  return accept();
}
