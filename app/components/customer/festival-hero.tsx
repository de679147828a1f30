import { Badge, type BadgeTone } from '~/components/ui/badge';
import { BatikBand } from '~/components/ui/batik-tile';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { SearchBox } from './search-box';
import type { FestivalView } from './views';
import { WhenAndWhere } from './when-and-where';

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
          <WhenAndWhere festival={festival} className="hero-facts" />
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
