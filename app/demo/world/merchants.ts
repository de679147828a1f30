import { importFile } from '~/domain/menus/import/import-file.server';
import { type Cast, mustHave, type Stage } from './stage';

/** The Dinas imports its list of merchants with their menus, the way an officer does. */
export async function importMerchants(
  { app }: Stage,
  { organisationId, organiserId }: Cast,
  { fileName, csv }: { fileName: string; csv: string },
): Promise<void> {
  const bytes = new TextEncoder().encode(csv);
  const summary = mustHave(await importFile(app, { organisationId, personId: organiserId, fileName, bytes }));
  if (summary.rows.bad > 0) throw new Error(`the demo's file ${fileName} has ${summary.rows.bad} bad rows`);
}
