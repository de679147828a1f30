/** Words and the state graph of an application. Client-safe. */

export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'complete',
  'offered',
  'accepted',
  'waitlisted',
  'declined',
  'returned',
  'withdrawn',
  'expired',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_GRAPH: Record<ApplicationState, readonly ApplicationState[]> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['complete', 'returned', 'declined', 'withdrawn'],
  complete: ['submitted', 'returned', 'offered', 'waitlisted', 'declined', 'withdrawn'],
  returned: ['submitted', 'declined', 'withdrawn'],
  offered: ['accepted', 'withdrawn', 'expired'],
  waitlisted: ['offered', 'withdrawn'],
  accepted: ['withdrawn'],
  declined: [],
  withdrawn: [],
  expired: [],
};

export function applicationMayBecome(from: ApplicationState, to: ApplicationState): boolean {
  return APPLICATION_GRAPH[from].includes(to);
}

export function readApplicationState(text: string): ApplicationState {
  if (!(APPLICATION_STATES as readonly string[]).includes(text)) throw new Error(`unknown application state ${text}`);
  return text as ApplicationState;
}

/** The merchant may still change her answers. */
export const EDITABLE_STATES: readonly ApplicationState[] = ['draft', 'returned'];

export const OUTCOMES = ['chosen', 'reserve', 'not_chosen'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What keeps an application from being complete, in the order a merchant would mend it. */
export type MissingPart =
  | { part: 'merchant_not_active' }
  | { part: 'profile'; field: 'category' | 'owner_name' | 'phone' }
  | { part: 'dishes' }
  | { part: 'training'; finished: number; least: number }
  | { part: 'answer'; questionId: string; label: string }
  | { part: 'document'; kind: string; state: 'not_declared' | 'not_held' | 'ends_before_festival' };

export const ANSWER_LENGTH_MAX = 600;
