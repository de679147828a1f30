import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { addToOutbox } from '~/platform/outbox.server';
import type { ImportId, OrganisationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { whyNot } from './map-columns.server';

export type BeginApplyingRefusal =
  | { code: 'import_gone' }
  | { code: 'import_moved'; state: string }
  | { code: 'import_nothing_good' };

/** Has the worker take the good rows in, chunk by chunk. A second tap changes nothing. */
export async function beginApplying(
  tx: Tx,
  {
    importId,
    organisationId,
    by,
    now,
  }: { importId: ImportId; organisationId: OrganisationId; by: PersonId; now: number },
): Promise<Result<void, BeginApplyingRefusal>> {
  const moved = await tx
    .updateTable('menu_import')
    .set({ state: 'applying' })
    .where('id', '=', importId)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'staged')
    .where('rows_good', '>', 0)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) {
    const why = await whyNot(tx, importId, organisationId);
    if (why.code === 'import_moved' && (why.state === 'applying' || why.state === 'applied')) return accept();
    return refuse(why.code === 'import_moved' && why.state === 'staged' ? { code: 'import_nothing_good' } : why);
  }
  await recordAudit(tx, { actorId: by, action: 'import.applied', subjectKind: 'import', subjectId: importId, now });
  await addToOutbox(tx, { kind: 'menus.apply_import', key: `import:${importId}:apply:0`, payload: { importId }, now });
  return accept();
}
