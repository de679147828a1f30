import { readOrganisation } from '~/domain/identity/read-organisations.server';
import type { Tx } from '~/platform/app-context';
import type { ImportId, OrganisationId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { readRowsAfter } from './internal/import-rows.server';
import { whyNot } from './map-columns.server';
import { readRememberedHeadings } from './read-remembered-headings.server';
import { proposeFor } from './receive-file.server';

export type MoveHeadingRowRefusal = { code: 'import_gone' } | { code: 'import_moved'; state: string };

/** Tells which row carries the headings (null = none) and proposes the columns anew. */
export async function moveHeadingRow(
  tx: Tx,
  {
    importId,
    organisationId,
    headingRow,
  }: { importId: ImportId; organisationId: OrganisationId; headingRow: number | null },
): Promise<Result<void, MoveHeadingRowRefusal>> {
  const sample = await readRowsAfter(tx, importId, 0, 300);
  const remembered = await readRememberedHeadings(tx, organisationId);
  const organisation = await readOrganisation(tx, organisationId);
  const proposal = proposeFor(sample, { headingRow, remembered, region: organisation?.regionCode ?? null });
  const written = await tx
    .updateTable('menu_import')
    .set({ ...proposal, state: 'uploaded', rows_staged: 0, rows_good: 0, rows_bad: 0, staged_at: null })
    .where('id', '=', importId)
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['uploaded', 'mapped', 'staged'])
    .executeTakeFirst();
  return written.numUpdatedRows === 0n ? refuse(await whyNot(tx, importId, organisationId)) : accept();
}
