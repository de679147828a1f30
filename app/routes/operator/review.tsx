import { OperatorPage } from '~/components/layout/operator-page';
import { ReviewQueue } from '~/components/operator/review-queue';
import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { Pager } from '~/components/ui/pager';
import { mayDo } from '~/domain/identity/rights';
import { countReviewQueue, readReviewQueue, reviewPath } from '~/domain/merchants/read-review-queue.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { readPageNumber } from '~/web/page-number';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const ROWS_PER_PAGE = 50;

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).review.queue.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, visitor, now } = await requireRight(args, 'verifier');
  const query = new URL(args.request.url).searchParams;
  const page = readPageNumber(query);
  const wanted = { viewerId: person.id, count: ROWS_PER_PAGE, skip: (page - 1) * ROWS_PER_PAGE };
  const [waiting, total] = await Promise.all([readReviewQueue(app.db, wanted), countReviewQueue(app.db, person.id)]);
  return {
    rows: waiting.map((row) => ({ ...row, path: reviewPath(row) })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / ROWS_PER_PAGE)),
    now,
    isOperator: mayDo(visitor.memberships, 'operator'),
    isDecided: query.get('kabar') === 'tersimpan',
  };
}

export default function Review() {
  const words = useWords().review.queue;
  const language = useLanguage();
  const { rows, total, page, pages, now, isOperator, isDecided } = useLoaderData<typeof loader>();
  const base = pathTo('/operator/periksa', language);
  return (
    <OperatorPage title={words.title} lead={words.lead} current="review" isVerifierOnly={!isOperator}>
      <div className="stack">
        {isDecided ? <Notice tone="good">{words.decided}</Notice> : null}
        <p role="status">{words.count(total)}</p>
        <ReviewQueue rows={rows} now={now} />
        <Pager page={page} pages={pages} hrefOf={(each) => `${base}?hal=${each}`} />
        {isOperator ? (
          <p>
            <ButtonLink href={pathTo('/operator/orang', language)}>{words.people}</ButtonLink>
          </p>
        ) : null}
      </div>
    </OperatorPage>
  );
}
