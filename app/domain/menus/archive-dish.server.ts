import type { Tx } from '~/platform/app-context';
import type { DishId, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { ChangeDishRefusal } from './change-dish.server';
import { announceDishChange } from './internal/dish-changed.server';

interface ArchiveOptions {
  dishId: DishId;
  merchantId: MerchantId;
  by: PersonId | null;
  now: number;
}

/** Takes a dish off the menu; it is kept for old orders and comes back with `restoreDish`. Twice is once. */
export async function archiveDish(tx: Tx, options: ArchiveOptions): Promise<Result<undefined, ChangeDishRefusal>> {
  return setArchived(tx, options, { archived_at: options.now, archived_by: options.by });
}

/** Undoes `archiveDish`: the dish stands where it stood. */
export async function restoreDish(tx: Tx, options: ArchiveOptions): Promise<Result<undefined, ChangeDishRefusal>> {
  return setArchived(tx, options, { archived_at: null, archived_by: null });
}

async function setArchived(
  tx: Tx,
  { dishId, merchantId, now }: ArchiveOptions,
  columns: { archived_at: number | null; archived_by: PersonId | null },
): Promise<Result<undefined, ChangeDishRefusal>> {
  const written = await tx
    .updateTable('menu_dish')
    .set({ ...columns, updated_at: now })
    .where('id', '=', dishId)
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return refuse({ code: 'dish_gone' });
  await announceDishChange(tx, { dishId, merchantId, now });
  return accept();
}
