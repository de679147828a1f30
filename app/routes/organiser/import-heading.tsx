import { moveHeadingRow } from '~/domain/menus/import/move-heading-row.server';
import { readImportPage } from '~/domain/menus/import/read-import-page.server';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function action(args: ActionFunctionArgs) {
  const { app, language } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const page = await readImportPage(app.db, args.params);
  if (!page) throw answerNotFound();
  const row = Number((await readFormData(args.request)).get('baris'));
  const headingRow = Number.isSafeInteger(row) && row > 0 ? row : null;
  const { organisation, summary } = page;
  // Moved on meanwhile: the columns page itself leads to where the import is.
  await app.inTransaction((tx) =>
    moveHeadingRow(tx, { importId: summary.id, organisationId: organisation.id, headingRow }),
  );
  return redirectTo(`/penyelenggara/${organisation.id}/impor/${summary.id}/kolom`, language);
}
