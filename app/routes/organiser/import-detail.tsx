import { ImportCheck } from '~/components/import/import-check';
import { ImportProgress } from '~/components/import/import-progress';
import { ImportResult } from '~/components/import/import-result';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Notice } from '~/components/ui/notice';
import { Steps } from '~/components/ui/steps';
import { countProblems, readProblemRows } from '~/domain/menus/import/read-import.server';
import { readImportPage } from '~/domain/menus/import/read-import-page.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const ROWS_A_PAGE = 50;

export const meta: MetaFunction = ({ location }) => [
  { title: wordsFor(languageOf(location.pathname)).imports.list.title },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const page = await readImportPage(app.db, args.params);
  if (!page) throw answerNotFound();
  const { organisation, summary } = page;
  if (summary.state === 'uploaded')
    throw redirectTo(`/penyelenggara/${organisation.id}/impor/${summary.id}/kolom`, language);
  const after = Math.max(0, Math.trunc(Number(new URL(args.request.url).searchParams.get('sesudah')) || 0));
  const isRead = summary.state === 'staged' || summary.state === 'applied';
  const found = isRead ? await readProblemRows(app.db, { importId: summary.id, after, limit: ROWS_A_PAGE + 1 }) : [];
  const kinds = isRead ? await countProblems(app.db, summary.id) : [];
  return {
    organisation,
    summary,
    after,
    kinds,
    problemRows: found.slice(0, ROWS_A_PAGE),
    hasMore: found.length > ROWS_A_PAGE,
  };
}

export default function ImportDetail() {
  const { organisation, summary, ...found } = useLoaderData<typeof loader>();
  const { imports: words } = useWords();
  const base = pathTo(`/penyelenggara/${organisation.id}/impor`, useLanguage());
  const here = `${base}/${summary.id}`;
  const { state, rows } = summary;
  const title = {
    mapped: words.check.title,
    staged: words.check.title,
    applying: words.applying.title,
    applied: words.result.title,
  }[state as string];
  return (
    <OrganiserPage
      title={title ?? words.states[state]}
      organisation={organisation}
      current="import"
      lead={summary.fileName}
      back={{ href: base, label: words.list.title }}
    >
      {state === 'cancelled' ? null : (
        <Steps current={state === 'applying' || state === 'applied' ? 4 : 3} titles={words.steps} />
      )}
      {state === 'mapped' ? (
        <ImportProgress
          done={rows.staged}
          all={rows.total}
          label={words.check.checking(rows.staged, rows.total)}
          address={`${here}/kemajuan`}
          here={here}
        />
      ) : null}
      {state === 'applying' ? (
        <ImportProgress
          done={rows.applied}
          all={rows.good}
          label={words.applying.progress(rows.applied, rows.good)}
          address={`${here}/kemajuan`}
          here={here}
        />
      ) : null}
      {state === 'staged' ? <ImportCheck summary={summary} here={here} {...found} /> : null}
      {state === 'applied' ? <ImportResult summary={summary} here={here} base={base} {...found} /> : null}
      {state === 'cancelled' ? <Notice>{words.result.cancelled}</Notice> : null}
      {state === 'reading' ? <Notice>{words.states.reading}</Notice> : null}
    </OrganiserPage>
  );
}
