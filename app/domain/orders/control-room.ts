import type { IncidentSeverity } from '../festivals/incident';
import type { StallStanding } from '../stalls/stalls';
import { ASK_AFTER_MILLISECONDS } from './orders';

/** What the control room makes of a stall. Pure and client-safe. */

/** Why a stall needs somebody, the most urgent first. */
export const CONCERNS = ['incident', 'silent', 'late', 'not_checked_in', 'queue', 'paused', 'sold_out'] as const;
export type Concern = (typeof CONCERNS)[number];

export const CONTROL_FILTERS = ['all', 'attention', ...CONCERNS] as const;
export type ControlFilter = (typeof CONTROL_FILTERS)[number];

/** More waiting than this is a long queue, minutes. */
export const LONG_QUEUE_MINUTES = 20;

export interface StallLoad {
  standing: StallStanding;
  /** Minutes of cooking that wait now. */
  queueMinutes: number;
  /** When the oldest order that nobody accepted was placed. */
  oldestPlacedAt: number | null;
  soldOut: readonly string[];
  /** Of its open incidents the worst. */
  incident: IncidentSeverity | null;
}

/** What is wrong at a stall now, the most urgent first; before opening and after closing nothing is missed. */
export function concernsOf(stall: StallLoad, { now, isOpen }: { now: number; isOpen: boolean }): Concern[] {
  const found: Record<Concern, boolean> = {
    incident: stall.incident !== null,
    silent: stall.standing === 'silent',
    late: stall.oldestPlacedAt !== null && now - stall.oldestPlacedAt >= ASK_AFTER_MILLISECONDS,
    not_checked_in: isOpen && stall.standing === 'not_checked_in',
    queue: stall.queueMinutes > LONG_QUEUE_MINUTES,
    paused: stall.standing === 'paused',
    sold_out: isOpen && stall.soldOut.length > 0,
  };
  return CONCERNS.filter((concern) => found[concern]);
}

/** A filter from an address; anything else shows all. */
export function readControlFilter(text: string | null): ControlFilter {
  return CONTROL_FILTERS.find((known) => known === text) ?? 'all';
}

export function passesFilter({ concerns }: { concerns: readonly Concern[] }, filter: ControlFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'attention' ? concerns.length > 0 : concerns.includes(filter);
}

/** What needs somebody comes first; among equals the longer queue, then the booth. */
export function compareUrgency(
  one: { concerns: readonly Concern[]; queueMinutes: number; booth: number },
  other: { concerns: readonly Concern[]; queueMinutes: number; booth: number },
): number {
  const rank = ([first]: readonly Concern[]) => (first ? CONCERNS.indexOf(first) : CONCERNS.length);
  return (
    rank(one.concerns) - rank(other.concerns) ||
    other.concerns.length - one.concerns.length ||
    other.queueMinutes - one.queueMinutes ||
    one.booth - other.booth
  );
}
