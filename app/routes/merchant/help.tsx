import { MerchantPage } from '~/components/layout/merchant-page';
import { AuthorList, HelpHistory, HelpNow, ToCheck } from '~/components/people/help-card';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { offerHelp } from '~/domain/identity/offer-help.server';
import { readHelp } from '~/domain/identity/read-help.server';
import { readFieldAuthors, readMarkedFields } from '~/domain/merchants/read-typed.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { pageData, redirectTo, refusalResponse } from '~/web/answer.server';
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { openTeam } from './team-door.server';
import { readTypedDishes } from './typed-shown.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.help.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** A code stands here. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, merchant, merchantId, now } = await openTeam(args, 'merchant.team');
  const { secrets } = app.ports;
  const [help, marked, authors] = await Promise.all([
    readHelp(app.db, { merchantId, secrets, now }),
    readMarkedFields(app.db, merchantId),
    readFieldAuthors(app.db, merchantId),
  ]);
  const isNow = (state: string) => state === 'offered' || state === 'typing';
  return pageData({
    merchant,
    phone: person.phone ?? '',
    current: help.find(({ state }) => isNow(state)) ?? null,
    past: help.filter(({ state }) => !isNow(state)),
    toCheck: marked.length,
    authors,
    dishes: await readTypedDishes(
      app.db,
      merchantId,
      authors.map(({ field }) => field),
    ),
    news: new URL(args.request.url).searchParams.get('kabar'),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, merchantId, language, now } = await openTeam(args, 'merchant.team');
  const { secrets } = app.ports;
  const made = await app.inTransaction((tx) => offerHelp(tx, { merchantId, ownerId: person.id, secrets, now }));
  if (!made.ok) return refusalResponse(made.refusal, language);
  return redirectTo(`/usaha/${merchantId}/bantuan`, language);
}

export default function Help() {
  const words = useWords().people.help;
  const language = useLanguage();
  const { merchant, phone, current, past, toCheck, authors, dishes, news } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const base = pathTo(`/usaha/${merchant.id}/bantuan`, language);
  const said: Record<string, string> = { berakhir: words.stopped, benar: words.confirmed };
  return (
    <MerchantPage
      title={words.title}
      lead={words.lead}
      merchant={merchant}
      current="home"
      back={{ href: pathTo(`/usaha/${merchant.id}`, language), label: useWords().people.team.back }}
    >
      <div className="stack">
        {news && said[news] && !failed ? <Notice tone="good">{said[news]}</Notice> : null}
        <RefusalNotice refusal={failed?.refusal} tone="attention" />
        <HelpNow current={current} phone={phone} base={base} />
        <ToCheck count={toCheck} base={base} />
        <p className="soft">{words.never}</p>
        <Card title={words.history}>
          <HelpHistory rows={past} />
        </Card>
        {authors.length > 0 ? (
          <Card title={words.authors}>
            <AuthorList authors={authors} dishes={dishes} />
          </Card>
        ) : null}
      </div>
    </MerchantPage>
  );
}
