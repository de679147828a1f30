import { Shell } from '~/components/layout/shell';
import { SignedInLinks } from '~/components/layout/signed-in-links';
import { TypedList } from '~/components/people/typed-list';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Icon, type IconName } from '~/components/ui/icon';
import { PageHeading } from '~/components/ui/page-heading';
import { helpsUntil } from '~/domain/identity/rights';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatTime } from '~/i18n/format';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { answerNotFound, pageData, redirectTo } from '~/web/answer.server';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { readTypedShown } from './typed-shown.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.helping.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** What she typed may be a paper's number. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

/** All a helper sees of a business: what she may fill in, what she has typed, how long still. */
export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, visitor, language } = await requireRight(args, 'merchant.fill', merchantId);
  const until = helpsUntil(visitor.memberships, merchantId);
  if (until === null) throw redirectTo(`/usaha/${merchantId}`, language);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const { typed, dishes } = await readTypedShown(app, merchantId);
  // What stood there before her is not hers to read.
  const own = typed.map((row) => ({ ...row, before: 'null' }));
  return pageData({ id: merchantId, name: merchant.stallName, until, typed: own, dishes });
}

export default function HelpingBusiness() {
  const words = useWords();
  const { helping } = words.people;
  const { home } = words.merchants;
  const language = useLanguage();
  const { id, name, until, typed, dishes } = useLoaderData<typeof loader>();
  const places: [string, string, IconName][] = [
    ['profil', home.profile, 'person'],
    ['dokumen', home.documents, 'paper'],
    ['menu', words.menus.title, 'bowl'],
  ];
  return (
    <Shell headerNav={<SignedInLinks />}>
      <PageHeading title={helping.forStall(name)} lead={helping.until(formatTime(until, HOUSE_ZONE))} />
      <div className="stack">
        <Card title={helping.places}>
          <ul className="place-links">
            {places.map(([place, label, icon]) => (
              <li key={place}>
                <a href={pathTo(`/usaha/${id}/${place}`, language)}>
                  <Icon name={icon} />
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </Card>
        <section className="stack" aria-labelledby="typed">
          <h2 id="typed">{helping.typed}</h2>
          {typed.length === 0 ? <p>{helping.none}</p> : <TypedList typed={typed} dishes={dishes} />}
        </section>
        <form method="post" action={pathTo(`/bantu/${id}/selesai`, language)}>
          <Button variant="primary" wide>
            {helping.done}
          </Button>
        </form>
      </div>
    </Shell>
  );
}
