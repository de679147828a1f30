import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Icon } from '~/components/ui/icon';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatMinutes, formatRange } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { MINUTE_MS } from '~/shared/time';
import type { BasketStallView, PickupView } from './views';

const SLOT = 10 * MINUTE_MS;

/** One window for everything, or a time a stall and the question about it. */
export function PickupTimes({ pickup, stalls, zone }: { pickup: PickupView; stalls: BasketStallView[]; zone: string }) {
  const { basket } = useWords().customer;
  const language = useLanguage();
  const range = (startsAt: number) => formatRange(startsAt, startsAt + SLOT, zone, true);
  const first = pickup.slots[0];
  return (
    <Card title={basket.pickup} className="pickup">
      {pickup.kind === 'together' && first ? (
        <p className="pickup-time">
          <Icon name="clock" />
          {stalls.length > 1 ? basket.pickupAll(range(first.startsAt)) : basket.pickupOne(range(first.startsAt))}
        </p>
      ) : null}
      {pickup.starts.length > 1 ? <OtherTimes starts={pickup.starts.slice(1)} zone={zone} /> : null}
      {pickup.kind === 'split' ? (
        <>
          <Notice tone="attention">{basket.pickupSplit}</Notice>
          <ul className="pickup-list">
            {stalls.map((stall) => {
              const slot = pickup.slots.find(({ participationId }) => participationId === stall.participationId);
              return slot ? (
                <li key={stall.participationId} className="row-between">
                  <span>{stall.name}</span>
                  <strong>{range(slot.startsAt)}</strong>
                </li>
              ) : null;
            })}
          </ul>
        </>
      ) : null}
      {pickup.kind === 'none' ? <Notice tone="problem">{basket.pickupNone(pickup.stall ?? '')}</Notice> : null}
      {pickup.kind === 'too_large' ? (
        <Notice tone="problem">
          {basket.pickupTooLarge(pickup.stall ?? '', formatMinutes(pickup.capacitySeconds ?? 0, language))}
        </Notice>
      ) : null}
    </Card>
  );
}

/** Later windows, each a link to paying for it. */
function OtherTimes({ starts, zone }: { starts: number[]; zone: string }) {
  const { pay } = useWords().customer;
  const language = useLanguage();
  return (
    <details className="other-times">
      <summary>{pay.otherTime}</summary>
      <ul className="row">
        {starts.map((at) => (
          <li key={at}>
            <ButtonLink href={pathTo(`/keranjang/bayar?jam=${at}`, language)}>
              {formatRange(at, at + SLOT, zone)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
