import { Badge } from '~/components/ui/badge';
import { BatikBand } from '~/components/ui/batik-tile';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import type { FestivalView } from './views';
import { WhenAndWhere } from './when-and-where';

/** A festival on the front page. */
export function FestivalCard({ festival }: { festival: FestivalView }) {
  const { common, customer } = useWords();
  const language = useLanguage();
  const running = festival.state === 'running';
  return (
    <li className="gate-card">
      <div className="gate-card-band">
        <BatikBand seed={festival.id} city={festival.regionCode} />
      </div>
      <div className="gate-card-body">
        <p className="badges">
          <Badge tone={running ? 'attention' : 'info'} icon={running ? 'fire' : 'calendar'}>
            {common.festivalStates[festival.state] ?? festival.state}
          </Badge>
          {festival.stallCount ? <Badge icon="stall">{customer.home.stalls(festival.stallCount)}</Badge> : null}
        </p>
        <h3>
          <a
            className="cover-link"
            href={pathTo(
              festival.state === 'open' ? `/pendaftaran/${festival.slug}` : `/festival/${festival.slug}`,
              language,
            )}
          >
            {festival.name}
          </a>
        </h3>
        <WhenAndWhere festival={festival} className="facts" />
      </div>
    </li>
  );
}
