import { readImportPage } from '~/domain/menus/import/read-import-page.server';
import { wordsFor } from '~/i18n';
import { answerNotFound } from '~/web/answer.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** How far a running import is, for the bar that moves by itself. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const page = await readImportPage(app.db, args.params);
  if (!page) throw answerNotFound();
  const { state, rows } = page.summary;
  const words = wordsFor(language).imports;
  const isApplying = state === 'applying';
  const [done, all] = isApplying ? [rows.applied, rows.good] : [rows.staged, rows.total];
  const label = isApplying ? words.applying.progress(done, all) : words.check.checking(done, all);
  return Response.json(
    { done, all, label, isOver: !isApplying && state !== 'mapped' },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}
