import type { Tx } from '~/platform/app-context';
import type { ImportId, OrganisationId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { whyNot } from './map-columns.server';

export type CancelImportRefusal = { code: 'import_gone' } | { code: 'import_moved'; state: string };

/** Gives an import up before anything of it went in; nothing of the file stays but its name. */
export async function cancelImport(
  tx: Tx,
  { importId, organisationId, now }: { importId: ImportId; organisationId: OrganisationId; now: number },
): Promise<Result<void, CancelImportRefusal>> {
  const cancelled = await tx
    .updateTable('menu_import')
    .set({ state: 'cancelled', cancelled_at: now })
    .where('id', '=', importId)
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['reading', 'uploaded', 'mapped', 'staged'])
    .executeTakeFirst();
  if (cancelled.numUpdatedRows === 0n) return refuse(await whyNot(tx, importId, organisationId));
  await tx.deleteFrom('menu_import_row').where('import_id', '=', importId).execute();
  return accept();
}
