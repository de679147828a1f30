import { DAY_MS, HOUR_MS } from '~/shared/time';

/** Words and rules of privacy requests that pages may know too. */

export const REQUEST_KINDS = ['export', 'correction', 'erasure', 'restriction'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** UU 27/2022 art. 30 (correct), 32 (give access), 40 and 41 (stop, restrict): 3 × 24 hours each. */
export const ANSWER_MS = 72 * HOUR_MS;
/** A made export is kept so long, then its file goes. */
export const EXPORT_KEPT_MS = 7 * DAY_MS;
/** Asked again within this, the export just made is shown. */
export const EXPORT_FRESH_MS = HOUR_MS;

export type RequestState = 'asked' | 'taken' | 'erasing' | 'answered' | 'refused' | 'withdrawn';

/** From each state to those after it. `erasing` goes back when something came up that has to end first. */
export const REQUEST_MOVES: Record<RequestState, readonly RequestState[]> = {
  asked: ['taken', 'answered', 'withdrawn'],
  taken: ['answered', 'refused', 'erasing', 'withdrawn'],
  erasing: ['answered', 'taken'],
  answered: [],
  refused: [],
  withdrawn: [],
};

export const OPEN_STATES: readonly RequestState[] = ['asked', 'taken', 'erasing'];

export const CORRECTION_FIELDS = ['name', 'email', 'business', 'other'] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

/** Why a request may be refused (UU 27/2022 art. 15 and 33), each with words of its own. */
export const REFUSAL_REASONS = ['not_proven', 'legal_duty', 'not_kept', 'correct_already', 'harms_others'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
