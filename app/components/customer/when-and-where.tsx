import { Icon } from '~/components/ui/icon';
import { useLanguage, useWords } from '~/i18n';
import { formatDateRange, formatHours, zoneWord } from '~/i18n/format';
import type { FestivalView } from './views';

/** A festival's days, hours and place. */
export function WhenAndWhere({ festival, className }: { festival: FestivalView; className: string }) {
  const { customer } = useWords();
  return (
    <ul className={className}>
      <li>
        <Icon name="calendar" />
        {formatDateRange(festival.startsOn, festival.endsOn, useLanguage())}
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
  );
}
