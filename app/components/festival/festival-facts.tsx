import { DefinitionList } from '~/components/ui/definition-list';
import type { Festival } from '~/domain/festivals/read-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDate, formatDateRange, formatDateTime, formatHours, zoneWord } from '~/i18n/format';
import { regionName } from '~/shared/regions';

type Shown = Pick<
  Festival,
  'startsOn' | 'endsOn' | 'opens' | 'closes' | 'zone' | 'place' | 'regionCode' | 'loadInAt' | 'callClosesAt' | 'days'
>;

/** The days in words: a range, or each day where they do not follow one another. */
export function daysInWords(
  { startsOn, endsOn, days }: Pick<Festival, 'startsOn' | 'endsOn' | 'days'>,
  language: 'id' | 'en',
): string {
  const follow = days.length === Number(new Date(endsOn)) / 864e5 - Number(new Date(startsOn)) / 864e5 + 1;
  if (follow || days.length === 0) return formatDateRange(startsOn, endsOn, language);
  return days.map(({ day }) => formatDate(day, '', 'short', language)).join(' · ');
}

/** When and where, for everybody; load-in and the call's end for those who take part. */
export function FestivalFacts({ festival, forMerchants }: { festival: Shown; forMerchants?: boolean }) {
  const { page } = useWords().festivals;
  const language = useLanguage();
  const { zone } = festival;
  return (
    <DefinitionList
      items={[
        { term: page.days, value: daysInWords(festival, language) },
        { term: page.hours, value: `${formatHours(festival.opens, festival.closes)} ${zoneWord(zone)}` },
        { term: page.place, value: `${festival.place}, ${regionName(festival.regionCode)}` },
        forMerchants && { term: page.loadIn, value: formatDateTime(festival.loadInAt, zone, language) },
        forMerchants && { term: page.callCloses, value: formatDateTime(festival.callClosesAt, zone, language) },
      ]}
    />
  );
}
