import { OfferTable } from '~/components/festival/offer-table';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Card } from '~/components/ui/card';
import { EmptyState } from '~/components/ui/empty-state';
import { readOffers, readWaitingList } from '~/domain/festivals/read-offers.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useWords, wordsFor } from '~/i18n';
import { requireOwn } from '~/web/own.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now, own } = await requireOwn(args, 'organisation.view', readOrganiserFestival);
  const { id: festivalId } = own.festival;
  const published = own.festival.publishedAt !== null;
  return {
    ...own,
    title: wordsFor(language).festivals.offers.title,
    offers: await readOffers(app.db, { festivalId, now }),
    waiting: published ? await readWaitingList(app.db, festivalId) : [],
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Offers() {
  const { organisation, festival, offers, waiting } = useLoaderData<typeof loader>();
  const { offers: words } = useWords().festivals;
  const count = (wanted: string) => offers.filter(({ outcome }) => outcome === wanted).length;
  return (
    <OrganiserPage
      title={words.title}
      lead={offers.length === 0 ? undefined : words.lead(count('accepted'), count('open'), waiting.length)}
      organisation={organisation}
      festival={festival}
      current="publish"
    >
      {offers.length === 0 ? (
        <EmptyState seed={festival.id} text={words.empty} />
      ) : (
        <div className="stack">
          <OfferTable offers={offers} zone={festival.zone} />
          <Card title={words.reserve}>
            {waiting.length === 0 ? <p>{words.reserveEmpty}</p> : null}
            <ul className="plain-list">
              {waiting.map(({ applicationId, stallName }, index) => (
                <li key={applicationId}>{words.reserveLine(index + 1, stallName)}</li>
              ))}
            </ul>
          </Card>
        </div>
      )}
    </OrganiserPage>
  );
}
