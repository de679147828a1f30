import { Card } from '~/components/ui/card';
import { Money } from '~/components/ui/money';
import { useWords } from '~/i18n';
import { formatRange } from '~/i18n/format';
import { MINUTE_MS } from '~/shared/time';
import type { BasketStallView } from './views';

const SLOT = 10 * MINUTE_MS;

export interface ChosenSlotView {
  participationId: string;
  startsAt: number;
}

/** What is about to be ordered, a stall at a time, with its window and its sum. */
export function PaySummary({
  stalls,
  slots,
  total,
  zone,
}: {
  stalls: BasketStallView[];
  slots: ChosenSlotView[];
  total: number;
  zone: string;
}) {
  const { pay, basket } = useWords().customer;
  return (
    <Card title={pay.summary}>
      <ul className="summary">
        {stalls.map((stall) => {
          const slot = slots.find(({ participationId }) => participationId === stall.participationId);
          return (
            <li key={stall.participationId}>
              <p className="row-between">
                <strong>{stall.name}</strong>
                <Money amount={stall.total} strong />
              </p>
              {slot ? (
                <p>
                  {basket.pickup} {formatRange(slot.startsAt, slot.startsAt + SLOT, zone, true)}
                </p>
              ) : null}
              <ul className="soft">
                {stall.lines.map((line) => (
                  <li key={`${line.listing}.${line.options.join('.')}`}>
                    {line.quantity} × {[line.name, ...line.optionNames].join(', ')}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      <p className="row-between summary-total">
        <span>{basket.total}</span>
        <Money amount={total} strong />
      </p>
    </Card>
  );
}
