import { HOUR_MS, MINUTE_MS } from '~/shared/time';

/** Words, constants and the state graph of a festival. Client-safe. */

export const FESTIVAL_STATES = [
  'draft',
  'open',
  'curating',
  'published',
  'running',
  'postponed',
  'finished',
  'cancelled',
] as const;
export type FestivalState = (typeof FESTIVAL_STATES)[number];

/** Postponed goes back to the state it left, so its row names every state that may be postponed. */
export const FESTIVAL_GRAPH: Record<FestivalState, readonly FestivalState[]> = {
  draft: ['open', 'cancelled'],
  open: ['curating', 'postponed', 'cancelled'],
  curating: ['open', 'published', 'postponed', 'cancelled'],
  published: ['running', 'postponed', 'cancelled'],
  running: ['finished', 'postponed', 'cancelled'],
  postponed: ['open', 'curating', 'published', 'running', 'cancelled'],
  finished: [],
  cancelled: [],
};

/** States nothing follows. */
export const FESTIVAL_OVER: readonly FestivalState[] = ['finished', 'cancelled'];

export function festivalMayBecome(from: FestivalState, to: FestivalState): boolean {
  return FESTIVAL_GRAPH[from].includes(to);
}

export function readFestivalState(text: string): FestivalState {
  if (!(FESTIVAL_STATES as readonly string[]).includes(text)) throw new Error(`unknown festival state ${text}`);
  return text as FestivalState;
}

/** A festival whose dates, caps and questions may still be edited. */
export function isFestivalEditable(state: FestivalState): boolean {
  return state !== 'finished' && state !== 'cancelled';
}

/** Days and hours stand still: merchants accepted them, and only a postponed festival may choose new ones. */
export function areDatesFrozen(state: FestivalState): boolean {
  return state === 'published' || state === 'running';
}

/** States in which an offer may be answered or passed on. */
export const OFFERING_STATES: readonly FestivalState[] = ['published', 'running', 'postponed'];

/** Offers end this long before load-in, so that the next merchant can still pack. */
export const OFFER_MARGIN_MS = 12 * HOUR_MS;
/** A reminder this many hours before the deadline, where it fits. */
export const REMINDER_HOURS = [48, 24, 4] as const;
/** No reminder within this time of the offer itself. */
export const REMINDER_GAP_MS = 60 * MINUTE_MS;

/** A deadline at the end of a day stands as 23.59. */
export const END_OF_DAY = '23:59';

export const QUESTIONS_MAX = 6;
export const QUESTION_KINDS = ['text', 'long_text', 'number', 'yes_no', 'choice'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const BOOTHS_MAX = 400;

/** The deadline of an offer: the earlier of `hours` from now and load-in − 12 h; null when that has passed. */
export function offerDeadline({
  now,
  hours,
  loadInAt,
}: {
  now: number;
  hours: number;
  loadInAt: number;
}): number | null {
  const deadline = Math.min(now + hours * HOUR_MS, loadInAt - OFFER_MARGIN_MS);
  return deadline > now ? deadline : null;
}

/** The instants at which a merchant is reminded of an open offer, earliest first. */
export function reminderTimes({ offeredAt, expiresAt }: { offeredAt: number; expiresAt: number }) {
  return REMINDER_HOURS.map((hours) => ({ hours, at: expiresAt - hours * HOUR_MS })).filter(
    ({ at }) => at >= offeredAt + REMINDER_GAP_MS,
  );
}
