import { letterOf } from '~/components/import/column-form';
import { nameOf } from '~/components/import/problem-list';
import { readImportPage } from '~/domain/menus/import/read-import-page.server';
import { writeFailedCsv, writeFailedXlsx } from '~/domain/menus/import/write-failed-rows.server';
import { wordsFor } from '~/i18n';
import { answerNotFound } from '~/web/answer.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The rows that stay out, as a file to mend and upload again. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const page = await readImportPage(app.db, args.params);
  const format = args.params.format;
  if (!page || (format !== 'csv' && format !== 'xlsx')) throw answerNotFound();
  const { fields, failedFile, columns, explain, heldBy } = wordsFor(language).imports;
  const { summary } = page;
  const fieldOf = (column: number) =>
    summary.mapping.columns.find((each) => each.column === column)?.field ?? 'unknown';
  const words = {
    fixHeading: failedFile.fixHeading,
    headingOf: (column: number) =>
      fieldOf(column) === 'unknown' ? columns.noName(letterOf(column)) : fields[fieldOf(column)],
    explain: (problem: Parameters<typeof explain>[0]) => explain(problem, nameOf(problem, fields)),
    heldBy,
  };
  const body =
    format === 'csv'
      ? await writeFailedCsv(app.db, summary, words)
      : new Uint8Array(await writeFailedXlsx(app.db, summary, words));
  const stem = summary.fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 60);
  return new Response(body, {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${stem}-${failedFile.name}.${format}"`,
      'Cache-Control': 'no-store',
    },
  });
}
