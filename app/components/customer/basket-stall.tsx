import { Card } from '~/components/ui/card';
import { Icon } from '~/components/ui/icon';
import { Money } from '~/components/ui/money';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatClock, formatTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { BasketLine } from './basket-line';
import type { BasketStallView, FestivalView } from './views';

/** What is in the basket from one stall. */
export function BasketStall({ stall, festival }: { stall: BasketStallView; festival: FestivalView }) {
  const { customer } = useWords();
  const language = useLanguage();
  return (
    <Card
      className="basket-stall"
      title={
        <span className="row-between">
          <a className="plain-link" href={pathTo(`/festival/${festival.slug}/lapak/${stall.slug}`, language)}>
            {stall.name}
          </a>
          <span className="booth-plate booth-plate-inline">
            {customer.stall.boothShort} {stall.booth}
          </span>
        </span>
      }
    >
      <StandingNotice stall={stall} zone={festival.zone} />
      <ul className="basket-lines">
        {stall.lines.map((line) => (
          <BasketLine
            key={`${line.listing}.${line.options.join('.')}`}
            line={line}
            festival={festival}
            stallSlug={stall.slug}
          />
        ))}
      </ul>
      <p className="row-between basket-subtotal">
        <span>{customer.basket.subtotal}</span>
        <Money amount={stall.total} strong />
      </p>
    </Card>
  );
}

function StandingNotice({ stall, zone }: { stall: BasketStallView; zone: string }) {
  const { basket, stall: words } = useWords().customer;
  const { standing } = stall;
  if (standing.state === 'open') return null;
  const text =
    standing.state === 'silent'
      ? words.silent(stall.booth)
      : standing.state === 'paused' && standing.pausedUntil !== null
        ? basket.stallPaused(stall.name, formatTime(standing.pausedUntil, zone))
        : standing.state === 'before_opening' && standing.opensAt !== null
          ? words.opensAt(formatTime(standing.opensAt, zone))
          : standing.state === 'closed'
            ? basket.stallClosed(stall.name)
            : words.notCheckedIn;
  return <Notice tone="attention">{text}</Notice>;
}

/** When the earliest price in the basket stops being held. */
export function HeldUntil({ at, zone }: { at: number; zone: string }) {
  const { basket } = useWords().customer;
  return (
    <p className="held soft">
      <Icon name="lock" /> {basket.heldUntil(formatClock(at, zone))}
    </p>
  );
}
