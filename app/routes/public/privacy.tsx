import { PublicPage } from '~/components/layout/public-page';
import { ConsentCard } from '~/components/privacy/consent-card';
import { PrivacyNotice } from '~/components/privacy/privacy-notice';
import { RequestList } from '~/components/privacy/request-list';
import { RightsCards } from '~/components/privacy/rights-cards';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { Notice } from '~/components/ui/notice';
import { readConsents } from '~/domain/privacy/read-consents.server';
import { readOwnRequests } from '~/domain/privacy/read-requests.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatPhone } from '~/i18n/format';
import { refusalAnswer } from '~/i18n/refusals';
import { languageOf, pathTo } from '~/shared/paths';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).privacy.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'public');
  if (!person) return null;
  const [consents, requests] = await Promise.all([readConsents(app.db, person.id), readOwnRequests(app.db, person.id)]);
  const told = new URL(args.request.url).searchParams.get('kabar');
  return {
    person: { name: person.name, phone: person.phone, email: person.email },
    consents,
    requests,
    restricted: requests.some(({ kind, liftedAt }) => kind === 'restriction' && liftedAt === null),
    told: told === 'pembatasan-dicabut' ? wordsFor(language).privacy.rights.lifted : null,
    refused: told === 'request_moved' ? refusalAnswer({ code: told }, language).text : null,
    now,
  };
}

export default function Privacy() {
  const { privacy: words } = useWords();
  const data = useLoaderData<typeof loader>();
  return (
    <PublicPage title={words.title} lead={words.lead} width="narrow" signedIn={data !== null}>
      {data ? <OwnPrivacy {...data} /> : <PrivacyNotice />}
    </PublicPage>
  );
}

function OwnPrivacy({ person, consents, requests, restricted, told, refused, now }: NonNullable<PrivacyData>) {
  const { privacy: words } = useWords();
  return (
    <div className="stack">
      {told ? <Notice tone="good">{told}</Notice> : null}
      {refused ? <Notice tone="attention">{refused}</Notice> : null}
      {requests.length > 0 ? <RequestList requests={requests} now={now} /> : null}
      <Card title={words.who}>
        <div className="stack-tight">
          <DefinitionList
            items={[
              { term: words.name, value: person.name ?? words.none },
              { term: words.phone, value: person.phone ? formatPhone(person.phone) : words.none },
              { term: words.email, value: person.email ?? words.none },
            ]}
          />
          <ButtonLink href={pathTo('/privasi/perbaikan', useLanguage())}>{words.correct}</ButtonLink>
        </div>
      </Card>
      <div className="stack">
        <h2>{words.consents.title}</h2>
        <p>{words.consents.lead}</p>
        {consents.map((consent) => (
          <ConsentCard key={`${consent.purpose} ${consent.subjectId}`} {...consent} />
        ))}
      </div>
      <RightsCards restricted={restricted} />
    </div>
  );
}

type PrivacyData = Awaited<ReturnType<typeof loader>>;
