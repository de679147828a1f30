import type { ReadDb, Tx } from '~/platform/app-context';
import { containsAny } from '~/platform/contains.server';
import type { ImportId, MerchantId } from '~/shared/ids';

export interface ImportedRowOfMerchant {
  import_id: ImportId;
  row_number: number;
  cells: string;
}

/**
 * Rows of organisations' files that described these merchants: in files of an organisation that knows one of them, the
 * rows that say one of `words` (her phone, her business's name), and what was read as the same merchant's.
 */
export async function readImportedRows(
  db: ReadDb | Tx,
  merchantIds: readonly MerchantId[],
  words: readonly string[],
): Promise<ImportedRowOfMerchant[]> {
  if (merchantIds.length === 0 || words.length === 0) return [];
  const named = db
    .selectFrom('menu_import_row as row')
    .innerJoin('menu_import as import', 'import.id', 'row.import_id')
    .select(['row.import_id', 'row.row_number', 'row.cells', 'row.merchant_key'])
    .where('import.organisation_id', 'in', (query) =>
      query
        .selectFrom('menu_import_identity as known')
        .select('known.organisation_id')
        .where('known.merchant_id', 'in', merchantIds),
    )
    .where((either) => either.or([containsAny(db, 'row.cells', words), containsAny(db, 'row.reading', words)]))
    .orderBy('row.import_id')
    .orderBy('row.row_number');
  const rows = new Map((await named.execute()).map((row) => [`${row.import_id} ${row.row_number}`, row]));
  for (const { import_id, merchant_key } of [...rows.values()]) {
    if (merchant_key === null) continue;
    const same = await db
      .selectFrom('menu_import_row')
      .select(['import_id', 'row_number', 'cells', 'merchant_key'])
      .where('import_id', '=', import_id)
      .where('merchant_key', '=', merchant_key)
      .execute();
    for (const row of same) rows.set(`${row.import_id} ${row.row_number}`, row);
  }
  return [...rows.values()].map(({ import_id, row_number, cells }) => ({ import_id, row_number, cells }));
}
