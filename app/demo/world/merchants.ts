import { importFile } from '~/domain/menus/import/import-file.server';
import csv from '~db/seeds/palembang-merchants.csv?raw';
import { type Cast, goTo, mustHave, type Stage } from './stage';

/** Scene 1½: the Dinas imports its list of merchants with their menus, the way an officer does. */
export async function importMerchants(stage: Stage, { organisationId, organiserId }: Cast): Promise<void> {
  goTo(stage, '2026-10-27', '09:15');
  const bytes = new TextEncoder().encode(csv);
  const file = { organisationId, personId: organiserId, fileName: 'palembang-merchants.csv', bytes };
  const summary = mustHave(await importFile(stage.app, file));
  if (summary.rows.bad > 0) throw new Error(`the demo's file has ${summary.rows.bad} bad rows`);
}
