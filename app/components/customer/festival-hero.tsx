import { Badge, type BadgeTone } from '~/components/ui/badge';
import { BatikBand } from '~/components/ui/batik-tile';
import { Icon } from '~/components/ui/icon';
import { useLanguage, useWords } from '~/i18n';
import { formatDateRange, formatHours, zoneWord } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { SearchBox } from './search-box';
import type { FestivalView } from './views';

const TONES: Record<string, BadgeTone> = {
  running: 'attention',
  published: 'info',
  open: 'info',
  postponed: 'problem',
  cancelled: 'problem',
};

/** The gate of a festival: name, when, where, whether it is on, and the search. */
export function FestivalHero({ festival, today }: { festival: FestivalView; today: string | null }) {
  const { common, customer } = useWords();
  const language = useLanguage();
  return (
    <div className="hero on-ink">
      <div className="hero-row">
        <div className="hero-text">
          <p className="hero-state">
            <Badge tone={TONES[festival.state] ?? 'plain'} icon={festival.state === 'running' ? 'fire' : 'calendar'}>
              {common.festivalStates[festival.state] ?? festival.state}
            </Badge>
            {today ? <span>{today}</span> : null}
          </p>
          <h1>{festival.name}</h1>
          <ul className="hero-facts">
            <li>
              <Icon name="calendar" />
              {formatDateRange(festival.startsOn, festival.endsOn, language)}
            </li>
            <li>
              <Icon name="clock" />
              {customer.festival.hours(formatHours(festival.opens, festival.closes), zoneWord(festival.zone))}
            </li>
            <li>
              <Icon name="place" />
              {festival.place}
            </li>
          </ul>
        </div>
        <SearchBox
          action={pathTo('/cari', language)}
          festivalSlug={festival.slug}
          label={customer.festival.searchLabel}
        />
      </div>
      <div className="hero-band">
        <BatikBand seed={festival.id} city={festival.regionCode} />
      </div>
    </div>
  );
}
