import { ButtonLink } from '~/components/ui/button';
import type { OwnFestival } from '~/domain/festivals/read-merchant-festivals.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDateRange, formatDeadline } from '~/i18n/format';
import { ApplicationBadge } from './state-badge';

/** One festival of a merchant: where her application stands, an open offer on top of everything. */
export function OwnFestivalCard({ festival, href }: { festival: OwnFestival; href: string }) {
  const { own: words, states } = useWords().festivals;
  const language = useLanguage();
  const { offer, participation, state, festivalState } = festival;
  const stopped = festivalState === 'postponed' || festivalState === 'cancelled';
  return (
    <article className={offer ? 'card card-offer' : 'card'}>
      <h3>
        <a href={href}>{festival.name}</a>
      </h3>
      <p>
        {formatDateRange(festival.startsOn, festival.endsOn, language)} · {festival.place}
      </p>
      <p className="festival-card-facts">
        <ApplicationBadge state={state} />
        {stopped ? <span>{states[festivalState]}</span> : null}
      </p>
      {offer ? (
        <>
          <p>
            <strong>{words.offerLine(offer.booth, formatDeadline(offer.expiresAt, festival.zone, language))}</strong>
          </p>
          <ButtonLink href={href} variant="primary" wide>
            {words.seeOffer}
          </ButtonLink>
        </>
      ) : null}
      {participation ? <p>{words.boothLine(participation.booth)}</p> : null}
      {state === 'draft' || state === 'returned' ? (
        <ButtonLink href={href} variant="primary">
          {words.continue}
        </ButtonLink>
      ) : null}
    </article>
  );
}
