import { beginApplying } from '~/domain/menus/import/begin-applying.server';
import { readImportPage } from '~/domain/menus/import/read-import-page.server';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const page = await readImportPage(app.db, args.params);
  if (!page) throw answerNotFound();
  const { organisation, summary } = page;
  // Refused or not, the import's own page says where it stands.
  await app.inTransaction((tx) =>
    beginApplying(tx, { importId: summary.id, organisationId: organisation.id, by: person.id, now }),
  );
  return redirectTo(`/penyelenggara/${organisation.id}/impor/${summary.id}`, language);
}
