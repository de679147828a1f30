import { FilterChips } from '~/components/ui/filter-chips';
import { APPLICANT_FILTERS, type ApplicantFilter } from '~/domain/festivals/filter-applicants';
import { useWords } from '~/i18n';

/** Filters of applicants. */
export function FilterLinks({
  base,
  current,
  counts,
}: {
  base: string;
  current: ApplicantFilter;
  counts: Record<ApplicantFilter, number>;
}) {
  const { applicants } = useWords().festivals;
  const chips = APPLICANT_FILTERS.map((filter) => ({
    key: filter,
    href: filter === 'all' ? base : `${base}?saring=${filter}`,
    text: applicants.filters[filter],
    count: counts[filter],
  }));
  return <FilterChips label={applicants.filterLabel} chips={chips} current={current} />;
}
