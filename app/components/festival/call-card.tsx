import { ButtonLink } from '~/components/ui/button';
import type { FestivalCard } from '~/domain/festivals/read-festival-lists.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDateRange, formatDeadline } from '~/i18n/format';
import { regionName } from '~/shared/regions';

/** An open call that a merchant could answer. */
export function CallCard({ call, href }: { call: FestivalCard; href: string }) {
  const { own: words, booths } = useWords().festivals;
  const language = useLanguage();
  return (
    <article className="card">
      <h3>
        <a href={href}>{call.name}</a>
      </h3>
      <p>
        {formatDateRange(call.startsOn, call.endsOn, language)} · {call.place}, {regionName(call.regionCode)}
      </p>
      <p>
        {booths(call.boothCount)} · {words.closes(formatDeadline(call.callClosesAt, call.zone, language))}
      </p>
      <ButtonLink href={href} variant="primary">
        {words.apply}
      </ButtonLink>
    </article>
  );
}
