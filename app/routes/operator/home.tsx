import { RightsList } from '~/components/identity/rights-list';
import { OperatorPage } from '~/components/layout/operator-page';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import { readCodeTraffic } from '~/domain/identity/read-code-traffic.server';
import { readOrganisations } from '~/domain/identity/read-organisations.server';
import { countReviewQueue } from '~/domain/merchants/read-review-queue.server';
import { countOpenRequests } from '~/domain/privacy/read-requests.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { readOutbox } from '~/platform/read-outbox.server';
import { languageOf, pathTo } from '~/shared/paths';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).operator.home.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, now } = await requireRight(args, 'operator');
  const [organisations, outbox, codes, requests, toReview] = await Promise.all([
    readOrganisations(app.db),
    readOutbox(app.db, { filter: 'stuck', page: 1, now }),
    readCodeTraffic(app.db, now),
    countOpenRequests(app.db, now),
    countReviewQueue(app.db, person.id),
  ]);
  return {
    organisations: organisations.length,
    stuck: outbox.counts.stuck,
    waiting: outbox.counts.waiting,
    codes,
    requests,
    toReview,
  };
}

export default function OperatorHome() {
  const { operator, identity, privacy, review, certificates, coaching, common } = useWords();
  const words = operator.home;
  const language = useLanguage();
  const { organisations, stuck, waiting, codes, requests, toReview } = useLoaderData<typeof loader>();
  return (
    <OperatorPage title={words.title} current="home">
      <div className="card-grid">
        <Card title={words.stuck(stuck)}>
          <div className="stack">
            <p>{words.waiting(waiting)}</p>
            <ButtonLink variant={stuck > 0 ? 'primary' : 'secondary'} href={pathTo('/operator/outbox', language)}>
              {stuck > 0 ? words.toStuck : words.toOutbox}
            </ButtonLink>
          </div>
        </Card>
        <Card title={review.queue.count(toReview)}>
          <ButtonLink href={pathTo('/operator/periksa', language)}>{review.queue.toQueue}</ButtonLink>
        </Card>
        <Card title={words.organisations(organisations)}>
          <ButtonLink href={pathTo('/operator/lembaga', language)}>{words.toOrganisations}</ButtonLink>
        </Card>
        <Card title={privacy.queue.open(requests.open)}>
          <div className="stack">
            {requests.overdue > 0 ? <Notice tone="problem">{privacy.queue.overdue(requests.overdue)}</Notice> : null}
            <ButtonLink href={pathTo('/operator/privasi', language)}>{privacy.queue.toQueue}</ButtonLink>
          </div>
        </Card>
        <Card title={coaching.title}>
          <div className="ways">
            <ButtonLink href={pathTo('/operator/pendampingan', language)}>{coaching.open}</ButtonLink>
            <ButtonLink href={pathTo('/operator/sertifikat', language)}>{certificates.operator.title}</ButtonLink>
          </div>
        </Card>
        <Card title={words.codes(codes.sent)}>
          <p>{words.codesHeld(codes.heldForAll, codes.heldForSenders)}</p>
        </Card>
        <Card title={common.nav.operatorCache}>
          <ButtonLink href={pathTo('/operator/tembolok', language)}>{words.toCache}</ButtonLink>
        </Card>
      </div>
      <Card title={identity.rights.title} className="mt-4">
        <RightsList />
      </Card>
    </OperatorPage>
  );
}
