import { FestivalBadge } from '~/components/festival/state-badge';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { BatikTile } from '~/components/ui/batik-tile';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { type FestivalCard, readOrganisationFestivals } from '~/domain/festivals/read-festival-lists.server';
import { readOrganisationName } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDateRange } from '~/i18n/format';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { regionName } from '~/shared/regions';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireRight(args, 'organisation.view', args.params.organisationId ?? '');
  const id = parseId('org', args.params.organisationId);
  const organisation = id && (await readOrganisationName(app.db, id));
  if (!organisation) throw answerNotFound();
  return { title: organisation.name, organisation, cards: await readOrganisationFestivals(app.db, organisation.id) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Organisation() {
  const { organisation, cards } = useLoaderData<typeof loader>();
  const { festivals, coaching } = useWords();
  const { list } = festivals;
  const base = pathTo(`/penyelenggara/${organisation.id}`, useLanguage());
  const make = (
    <ButtonLink href={`${base}/festival/baru`} variant="primary" icon="plus">
      {list.make}
    </ButtonLink>
  );
  return (
    <OrganiserPage
      title={organisation.name}
      lead={list.lead}
      organisation={organisation}
      current="festivals"
      actions={cards.length > 0 ? make : null}
    >
      {cards.length === 0 ? <EmptyState seed={organisation.id} text={list.empty} action={make} /> : null}
      <ul className="festival-cards">
        {cards.map((card) => (
          <OneFestival key={card.id} card={card} href={`${base}/festival/${card.id}`} />
        ))}
      </ul>
      <p className="mt-5">
        <ButtonLink href={`${base}/pendampingan`} icon="people">
          {coaching.open}
        </ButtonLink>
      </p>
    </OrganiserPage>
  );
}

function OneFestival({ card, href }: { card: FestivalCard; href: string }) {
  const { list } = useWords().festivals;
  const language = useLanguage();
  return (
    <li className="festival-card card">
      <BatikTile seed={card.id} city={card.regionCode} className="festival-card-tile" />
      <div className="festival-card-body">
        <h2>
          <a href={href}>{card.name}</a>
        </h2>
        <p>
          {formatDateRange(card.startsOn, card.endsOn, language)}
          <br />
          {card.place}, {regionName(card.regionCode)}
        </p>
        <p className="festival-card-facts">
          <FestivalBadge state={card.state} />
          <span>{list.applicants(card.applicationCount)}</span>
          <span>{list.participants(card.participantCount, card.boothCount)}</span>
        </p>
      </div>
    </li>
  );
}
