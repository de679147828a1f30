import { OperatorPage } from '~/components/layout/operator-page';
import { DataTable } from '~/components/ui/data-table';
import { EmptyState } from '~/components/ui/empty-state';
import { mayDo } from '~/domain/identity/rights';
import { readPaperQueue } from '~/domain/merchants/read-paper-queue.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
import { regionName } from '~/shared/regions';
import { HOUSE_ZONE } from '~/shared/time';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const SHOWN = 50;

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).papers.queueTitle} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, visitor } = await requireRight(args, 'verifier');
  const waiting = await readPaperQueue(app.db, { limit: SHOWN + 1 });
  const isOperator = mayDo(visitor.memberships, 'operator');
  return { waiting: waiting.slice(0, SHOWN), hasMore: waiting.length > SHOWN, isOperator };
}

export default function Papers() {
  const { merchants, papers: words } = useWords();
  const language = useLanguage();
  const { waiting, hasMore, isOperator } = useLoaderData<typeof loader>();
  return (
    <OperatorPage title={words.queueTitle} lead={words.queueLead} current="papers" isVerifierOnly={!isOperator}>
      {waiting.length === 0 ? (
        <EmptyState text={words.queueEmpty} />
      ) : (
        <DataTable
          caption={words.queueTitle}
          hideCaption
          rows={waiting}
          rowKey={(row) => `${row.merchantId} ${row.kind}`}
          columns={[
            {
              key: 'paper',
              header: words.paper,
              kind: 'title',
              cell: (row) => (
                <a href={pathTo(`/operator/dokumen/${row.merchantId}/${row.kind}`, language)}>
                  {merchants.documentKinds[row.kind]}, {row.stallName}
                </a>
              ),
            },
            { key: 'region', header: words.region, cell: (row) => regionName(row.regionCode) },
            { key: 'pages', header: words.pages, cell: (row) => words.pageCount(row.pages) },
            {
              key: 'since',
              header: words.since,
              kind: 'short',
              cell: (row) => formatDate(row.since, HOUSE_ZONE, 'medium', language),
            },
          ]}
        />
      )}
      {hasMore ? <p className="soft">{words.queueMore(waiting.length)}</p> : null}
    </OperatorPage>
  );
}
