import { Badge } from '~/components/ui/badge';
import { Picture } from '~/components/ui/picture';
import { useLanguage, useWords } from '~/i18n';
import { formatList, formatRupiahRange } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { Awning } from './awning';
import { StandingBadge } from './standing-badge';
import type { StallCardView } from './views';

/** A stall among others: its cloth or photo under an awning, its number, what it sells and for how much. */
export function StallCard({ stall, festivalSlug, zone }: { stall: StallCardView; festivalSlug: string; zone: string }) {
  const { common, customer } = useWords();
  const language = useLanguage();
  return (
    <li className="stall-card">
      <div className="stall-card-picture">
        <Picture
          file={stall.photo}
          seed={stall.merchantId}
          city={stall.regionCode}
          alt=""
          wide
          sizes="(min-width: 35rem) 22rem, 6rem"
        />
        <Awning seed={stall.merchantId} />
        <span className="booth-plate">
          <span className="booth-plate-word">{customer.stall.boothShort}</span> {stall.booth}
        </span>
      </div>
      <div className="stall-card-body">
        <h3>
          <a className="cover-link" href={pathTo(`/festival/${festivalSlug}/lapak/${stall.slug}`, language)}>
            {stall.name}
          </a>
        </h3>
        <p className="soft">
          {stall.taste.length > 0
            ? formatList(stall.taste, language, 'and', 2)
            : customer.stall.dishes(stall.dishCount)}
        </p>
        {stall.cheapest !== null && stall.dearest !== null ? (
          <p className="stall-card-price">{formatRupiahRange(stall.cheapest, stall.dearest)}</p>
        ) : null}
        <span className="badges">
          <StandingBadge stall={stall} zone={zone} />
          {stall.halal ? (
            <Badge tone="good" icon="halal">
              {common.halal.certified}
            </Badge>
          ) : null}
        </span>
      </div>
    </li>
  );
}
