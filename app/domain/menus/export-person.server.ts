import { readMerchantWords } from '~/domain/merchants/read-merchant-words.server';
import type { ReadDb } from '~/platform/app-context';
import type { DataSubject } from '~/shared/personal-data';
import type { ExportList } from '~/shared/personal-export';
import { readImportedRows } from './internal/imported-rows.server';

/** Her dishes with their options, and the rows by which an organisation's file described her. */
export async function exportMenus(db: ReadDb, { merchantIds }: DataSubject): Promise<ExportList[]> {
  if (merchantIds.length === 0) return [];
  const dishes = await db
    .selectFrom('menu_dish')
    .selectAll()
    .where('merchant_id', 'in', merchantIds)
    .orderBy('id')
    .execute();
  const options = await db
    .selectFrom('menu_option as option')
    .innerJoin('menu_dish as dish', 'dish.id', 'option.dish_id')
    .innerJoin('menu_option_group as group', 'group.id', 'option.group_id')
    .select(['option.name', 'option.price', 'dish.name as dish', 'group.name as kind'])
    .where('dish.merchant_id', 'in', merchantIds)
    .orderBy('option.id')
    .execute();
  const known = await db
    .selectFrom('menu_import_identity')
    .select('identity')
    .where('merchant_id', 'in', merchantIds)
    .orderBy('identity')
    .execute();
  const imported = await readImportedRows(db, merchantIds, await readMerchantWords(db, merchantIds));
  return [
    {
      name: 'dishes',
      rows: dishes.map((row) => ({
        scope: row.merchant_id,
        name: row.name,
        text: row.description,
        category: row.category,
        price: row.price,
        photo: row.photo_file_id,
        reason: row.import_identity,
        since: row.created_at,
        until: row.archived_at,
      })),
    },
    { name: 'options', rows: options },
    {
      name: 'imported',
      rows: [
        ...known.map(({ identity }) => ({ name: identity })),
        ...imported.map(({ cells, row_number }) => ({ number: row_number, text: cells })),
      ],
    },
  ];
}
