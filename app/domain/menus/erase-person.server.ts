import { readMerchantWords } from '~/domain/merchants/read-merchant-words.server';
import type { Tx } from '~/platform/app-context';
import { removeFilesOf } from '~/platform/file.server';
import { type DataSubject, ERASED_NAME } from '~/shared/personal-data';
import { readImportedRows } from './internal/imported-rows.server';

/** The menus of her businesses, their photos, and the rows of files that described them. Sold lines keep what was sold. */
export async function eraseFromMenus(tx: Tx, { merchantIds, personId }: DataSubject, now: number): Promise<void> {
  if (merchantIds.length === 0) return;
  await eraseImported(tx, merchantIds);
  const dishes = await tx
    .selectFrom('menu_dish')
    .select('id')
    .where('merchant_id', 'in', merchantIds)
    .orderBy('id')
    .execute();
  const ids = dishes.map(({ id }) => id);
  if (ids.length === 0) return;
  await removeFilesOf(tx, { ownerKind: 'dish', ownerIds: ids });
  await tx.updateTable('menu_option').set({ name: ERASED_NAME }).where('dish_id', 'in', ids).execute();
  await tx.updateTable('menu_option_group').set({ name: ERASED_NAME }).where('dish_id', 'in', ids).execute();
  await tx
    .updateTable('menu_dish')
    .set({
      name: ERASED_NAME,
      description: null,
      category: null,
      photo_file_id: null,
      photo_large_file_id: null,
      photo_colour: null,
      import_identity: null,
      updated_at: now,
    })
    .where('id', 'in', ids)
    .execute();
  await tx
    .updateTable('menu_dish')
    .set({ archived_at: now, archived_by: personId })
    .where('id', 'in', ids)
    .where('archived_at', 'is', null)
    .execute();
}

async function eraseImported(tx: Tx, merchantIds: DataSubject['merchantIds']): Promise<void> {
  for (const row of await readImportedRows(tx, merchantIds, await readMerchantWords(tx, merchantIds))) {
    await tx
      .updateTable('menu_import_row')
      .set({ cells: '[]', reading: null, errors: '[]', merchant_key: null })
      .where('import_id', '=', row.import_id)
      .where('row_number', '=', row.row_number)
      .execute();
  }
  await tx.deleteFrom('menu_import_identity').where('merchant_id', 'in', merchantIds).execute();
}
