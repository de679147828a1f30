import type { SlotOfStall, StockOfDay } from '../lock-day-rows.server';

/** Rows that take or give back something scarce, as they travel in one JSON parameter. */

export interface PortionsTaken extends StockOfDay {
  portions: number;
}

export interface SecondsTaken extends SlotOfStall {
  seconds: number;
}

export const PORTIONS = { festival_id: 'text', listing_number: 'integer', day: 'text', portions: 'integer' } as const;
export const SECONDS = {
  festival_id: 'text',
  participation_id: 'text',
  starts_at: 'integer',
  seconds: 'integer',
} as const;

export function toPortionRows(portions: readonly PortionsTaken[]) {
  return portions.map((row) => ({
    festival_id: row.festivalId,
    listing_number: row.listing,
    day: row.day,
    portions: row.portions,
  }));
}

export function toSecondsRows(seconds: readonly SecondsTaken[]) {
  return seconds.map((row) => ({
    festival_id: row.festivalId,
    participation_id: row.participationId,
    starts_at: row.startsAt,
    seconds: row.seconds,
  }));
}
