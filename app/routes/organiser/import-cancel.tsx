import { cancelImport } from '~/domain/menus/import/cancel-import.server';
import { readImportPage } from '~/domain/menus/import/read-import-page.server';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const page = await readImportPage(app.db, args.params);
  if (!page) throw answerNotFound();
  const { organisation, summary } = page;
  // Too late is said by the import's own page, which shows what went in.
  await app.inTransaction((tx) => cancelImport(tx, { importId: summary.id, organisationId: organisation.id, now }));
  return redirectTo(`/penyelenggara/${organisation.id}/impor/${summary.id}`, language);
}
