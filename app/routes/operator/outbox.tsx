import { OperatorPage } from '~/components/layout/operator-page';
import { OutboxTable } from '~/components/operator/outbox-table';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { Pager } from '~/components/ui/pager';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { refusalAnswer } from '~/i18n/refusals';
import { type OutboxFilter, readOutbox } from '~/platform/read-outbox.server';
import { languageOf, pathTo } from '~/shared/paths';
import { readPageNumber } from '~/web/page-number';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).operator.outbox.title} · Pestarasa` },
];

const FILTERS: readonly OutboxFilter[] = ['stuck', 'waiting', 'done', 'cancelled', 'all'];
const REFUSED = ['outbox_not_stuck', 'outbox_ended'];

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'operator');
  const query = new URL(args.request.url).searchParams;
  const filter = FILTERS.find((known) => known === query.get('tampil')) ?? 'stuck';
  const page = readPageNumber(query);
  const code = REFUSED.find((known) => known === query.get('kabar'));
  return {
    filter,
    outbox: await readOutbox(app.db, { filter, page, now }),
    refused: code ? refusalAnswer({ code }, language).text : null,
  };
}

export default function Outbox() {
  const words = useWords().operator.outbox;
  const base = pathTo('/operator/outbox', useLanguage());
  const { filter, outbox, refused } = useLoaderData<typeof loader>();
  return (
    <OperatorPage title={words.title} lead={words.lead} current="outbox">
      <div className="stack">
        {refused ? <Notice tone="attention">{refused}</Notice> : null}
        <nav className="tabs" aria-label={words.filter}>
          {FILTERS.map((each) => (
            <a key={each} href={`${base}?tampil=${each}`} aria-current={each === filter ? 'page' : undefined}>
              {words.filters[each]}
              {each === 'all' ? '' : ` (${outbox.counts[each]})`}
            </a>
          ))}
        </nav>
        {outbox.lines.length === 0 ? (
          <EmptyState text={words.empty} />
        ) : (
          <OutboxTable lines={outbox.lines} base={base} />
        )}
        <Pager page={outbox.page} pages={outbox.pages} hrefOf={(page) => `${base}?tampil=${filter}&hal=${page}`} />
      </div>
    </OperatorPage>
  );
}
