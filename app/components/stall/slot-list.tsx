import { ProgressBar } from '~/components/ui/progress-bar';
import type { BoardSlot } from '~/domain/orders/read-board.server';
import { SLOT_MILLISECONDS } from '~/domain/stalls/stalls';
import { useWords } from '~/i18n';
import { formatRange } from '~/i18n/format';

/** The next pickup times with how full each is, in minutes of cooking. */
export function SlotList({ slots, zone }: { slots: readonly BoardSlot[]; zone: string }) {
  const words = useWords().stalls;
  if (slots.length === 0) return <p>{words.noSlots}</p>;
  return (
    <ul className="slot-list">
      {slots.map(({ startsAt, usedSeconds, capacitySeconds }) => (
        <li key={startsAt}>
          <strong>{formatRange(startsAt, startsAt + SLOT_MILLISECONDS, zone)}</strong>
          <ProgressBar
            value={usedSeconds}
            max={capacitySeconds}
            label={words.slotFilled(Math.ceil(usedSeconds / 60), Math.floor(capacitySeconds / 60))}
          />
        </li>
      ))}
    </ul>
  );
}
