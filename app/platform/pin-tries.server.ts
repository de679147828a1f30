import { sql } from 'kysely';

export interface PinWindow {
  triesMax: number;
  /** How long after the last try of a window, ms. */
  lockFor: number;
}

/**
 * The columns `pin_failures` and `pin_locked_until` after one more try, counted before the PIN is looked at: however many
 * come at once, only so many a window get through. A lock that is over begins a new window.
 */
export function countedTry({ triesMax, lockFor }: PinWindow, now: number) {
  const tries = sql<number>`case when pin_locked_until is not null then 1 else pin_failures + 1 end`;
  return {
    pin_failures: tries,
    pin_locked_until: sql<
      number | null
    >`case when ${tries} >= cast(${triesMax} as bigint) then cast(${now + lockFor} as bigint) else null end`,
  };
}

/** No lock stands in the way now. */
export function isUnlocked(now: number) {
  return sql<boolean>`(pin_locked_until is null or pin_locked_until <= cast(${now} as bigint))`;
}
