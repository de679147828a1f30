import { APPLICANT_FILTERS, type ApplicantFilter } from '~/domain/festivals/filter-applicants';
import { useWords } from '~/i18n';

/** Filters with their counts, as links. */
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
  return (
    <nav className="filter-chips" aria-label={applicants.filterLabel}>
      {APPLICANT_FILTERS.map((filter) => (
        <a
          key={filter}
          href={filter === 'all' ? base : `${base}?saring=${filter}`}
          className={filter === current ? 'filter-chip filter-chip-on' : 'filter-chip'}
          aria-current={filter === current ? 'true' : undefined}
        >
          {applicants.filters[filter]} <strong>{counts[filter]}</strong>
        </a>
      ))}
    </nav>
  );
}
