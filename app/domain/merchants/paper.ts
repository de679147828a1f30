/** Words, limits and pure rules of a declared paper: pages, checks, dates. Safe in the browser. */
import { addDays, daysBetween } from '~/shared/time';
import type { DocumentAnswer, DocumentKind } from './merchants';

/** A paper has at most so many pages; an NIB with its appendix has four. */
export const PAPER_PAGES_MAX = 4;

export const CHECK_LEVELS = ['platform', 'organiser', 'festival'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];
export const CHECK_OUTCOMES = ['fits', 'does_not_fit'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];
export const CHECK_NOTE_MAX = 200;

/** By which right somebody was shown a page. */
export type ViewRight = 'merchant.edit' | 'organisation.run' | 'verifier';

export type PaperField = 'number' | 'edition' | 'issued_on' | 'valid_until';

/** The dated rules of one kind of paper, as they stand on a day. */
export interface PaperRules {
  asks: ReadonlySet<PaperField>;
  /** Years a paper issued on `issuedOn` holds; null where its own text says. */
  lastsYears: number | null;
  /** Renew so many days before the end; null where no rule says. */
  renewBeforeDays: number | null;
}

/** Odd, but possible; shown and never in the way. */
export type PaperWarning =
  | { code: 'paper_end_missing' }
  | { code: 'paper_ended'; date: string }
  | { code: 'paper_end_soon'; date: string; days: number }
  | { code: 'paper_end_far'; years: number };

/** What is odd about a paper's dates today (`YYYY-MM-DD`), by the rules of its kind (domain.md §1.1, §1.7, §1.9). */
export function paperWarnings(
  paper: { answer: DocumentAnswer; issuedOn: string | null; validUntil: string | null },
  rules: PaperRules,
  today: string,
): PaperWarning[] {
  if (paper.answer !== 'have' || !rules.asks.has('valid_until')) return [];
  const { issuedOn, validUntil } = paper;
  if (validUntil === null) return [{ code: 'paper_end_missing' }];
  if (validUntil < today) return [{ code: 'paper_ended', date: validUntil }];
  const warnings: PaperWarning[] = [];
  const { renewBeforeDays, lastsYears } = rules;
  if (renewBeforeDays !== null && daysBetween(today, validUntil) <= renewBeforeDays) {
    warnings.push({ code: 'paper_end_soon', date: validUntil, days: renewBeforeDays });
  }
  // A day's grace: some offices print the last day, others the day after.
  if (issuedOn !== null && lastsYears !== null && validUntil > addDays(yearsLater(issuedOn, lastsYears), 1)) {
    warnings.push({ code: 'paper_end_far', years: lastsYears });
  }
  return warnings;
}

function yearsLater(day: string, years: number): string {
  // 29 February falls on 1 March in other years.
  return addDays(`${Number(day.slice(0, 4)) + years}${day.slice(4, 8)}01`, Number(day.slice(8)) - 1);
}

/**
 * The reminder that is due for a paper ending on `validUntil`: of the steps that have come, the last. 90 and 60 days
 * passed unseen make one message, not two. Null when none has come, or the paper has ended.
 */
export function dueReminder(validUntil: string, today: string, steps: readonly number[]): number | null {
  const left = daysBetween(today, validUntil);
  const come = steps.filter((days) => left <= days);
  return left < 0 || come.length === 0 ? null : Math.min(...come);
}

/** Seals a page to its paper: the row of another paper cannot stand in for it. */
export function pageContext(merchantId: string, kind: DocumentKind): string {
  return `page of ${kind} of ${merchantId}`;
}
