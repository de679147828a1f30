import { OperatorPage } from '~/components/layout/operator-page';
import { RequestTable } from '~/components/privacy/request-table';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { readRequestQueue } from '~/domain/privacy/read-requests.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).privacy.queue.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'operator');
  const which = new URL(args.request.url).searchParams.get('tampil') === 'selesai' ? 'ended' : 'open';
  const requests = await readRequestQueue(app.db, which);
  const overdue = requests.filter(({ endedAt, dueAt }) => endedAt === null && dueAt <= now).length;
  return { which, requests, overdue, now };
}

const TABS = [
  ['open', ''],
  ['ended', '?tampil=selesai'],
] as const;

export default function PrivacyRequests() {
  const words = useWords().privacy.queue;
  const base = pathTo('/operator/privasi', useLanguage());
  const { which, requests, overdue, now } = useLoaderData<typeof loader>();
  return (
    <OperatorPage title={words.title} lead={words.lead} current="privacy">
      <div className="stack">
        {overdue > 0 ? <Notice tone="problem">{words.overdue(overdue)}</Notice> : null}
        <nav className="tabs" aria-label={words.title}>
          {TABS.map(([tab, query]) => (
            <a key={tab} href={`${base}${query}`} aria-current={tab === which ? 'page' : undefined}>
              {words.tabs[tab]}
            </a>
          ))}
        </nav>
        {requests.length === 0 ? <EmptyState text={words.empty} /> : <RequestTable requests={requests} now={now} />}
      </div>
    </OperatorPage>
  );
}
