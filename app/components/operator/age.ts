const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export type AgeUnit = 'minutes' | 'hours' | 'days';

/** How long something has waited, rounded down, in the unit a person would say: minutes to an hour, hours to two days. */
export function ageOf(ms: number): { count: number; unit: AgeUnit } {
  if (ms < HOUR_MS) return { count: Math.max(0, Math.floor(ms / MINUTE_MS)), unit: 'minutes' };
  if (ms < 2 * DAY_MS) return { count: Math.floor(ms / HOUR_MS), unit: 'hours' };
  return { count: Math.floor(ms / DAY_MS), unit: 'days' };
}
