import { foldText } from '~/shared/fold-text';
import type { Applicant } from './read-applicants.server';

/** Filters of the organiser's list, as they stand in the address. */
export const APPLICANT_FILTERS = [
  'all',
  'complete',
  'incomplete',
  'undecided',
  'chosen',
  'reserve',
  'not_chosen',
] as const;
export type ApplicantFilter = (typeof APPLICANT_FILTERS)[number];

export function readFilter(text: string | null): ApplicantFilter {
  return (APPLICANT_FILTERS as readonly string[]).includes(text ?? '') ? (text as ApplicantFilter) : 'all';
}

function fits({ missing, decision }: Applicant, filter: ApplicantFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'complete') return missing.length === 0;
  if (filter === 'incomplete') return missing.length > 0;
  return filter === 'undecided' ? decision === null : decision?.outcome === filter;
}

export function filterApplicants(
  all: readonly Applicant[],
  { filter, search }: { filter: ApplicantFilter; search: string },
): Applicant[] {
  const wanted = foldText(search);
  return all.filter(
    (one) => fits(one, filter) && (wanted === '' || foldText(`${one.stallName} ${one.dish ?? ''}`).includes(wanted)),
  );
}

export function countFilters(all: readonly Applicant[]): Record<ApplicantFilter, number> {
  const counts = APPLICANT_FILTERS.map((filter) => [filter, all.filter((one) => fits(one, filter)).length]);
  return Object.fromEntries(counts) as Record<ApplicantFilter, number>;
}

/** Applicants on one page of the organiser's list. */
export const APPLICANTS_A_PAGE = 50;
