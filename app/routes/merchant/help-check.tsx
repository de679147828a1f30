import { MerchantPage } from '~/components/layout/merchant-page';
import { TypedList } from '~/components/people/typed-list';
import { Button } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { pageData } from '~/web/answer.server';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { openTeam } from './team-door.server';
import { readTypedShown } from './typed-shown.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.help.checkTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** Numbers of papers are opened here. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export async function loader(args: LoaderFunctionArgs) {
  const { app, merchant, merchantId, now } = await openTeam(args, 'merchant.team');
  const shown = await readTypedShown(app, merchantId);
  return pageData({ merchant, ...shown, now, news: new URL(args.request.url).searchParams.get('kabar') });
}

export default function HelpCheck() {
  const { help } = useWords().people;
  const language = useLanguage();
  const { merchant, typed, dishes, now, news } = useLoaderData<typeof loader>();
  const base = pathTo(`/usaha/${merchant.id}/bantuan`, language);
  const said: Record<string, string> = { benar: help.confirmed, urung: help.undone };
  return (
    <MerchantPage
      title={help.checkTitle}
      lead={typed.length > 0 ? help.checkLead : undefined}
      merchant={merchant}
      current="home"
      back={{ href: base, label: help.title }}
    >
      <div className="stack">
        {news && said[news] ? <Notice tone="good">{said[news]}</Notice> : null}
        {typed.length === 0 ? <EmptyState seed={merchant.id} text={help.nothing} /> : null}
        <TypedList typed={typed} dishes={dishes} base={`${base}/periksa`} shownAt={now} />
        {typed.length > 0 ? (
          <form method="post" action={`${base}/periksa/benar`}>
            <input type="hidden" name="sampai" value={now} />
            <Button variant="primary" wide>
              {help.allRight}
            </Button>
          </form>
        ) : null}
      </div>
    </MerchantPage>
  );
}
