import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { StallOfDay } from './lock-day-rows.server';

export interface NumbersTaken extends StallOfDay {
  /** Last number given before this batch. */
  after: number;
  count: number;
}

const NUMBERS = {
  festival_id: 'text',
  participation_id: 'text',
  day: 'text',
  after_number: 'integer',
  count_given: 'integer',
} as const;

/** Moves pickup counters on, one statement for all; says how many stood where they were expected. */
export async function takePickupNumbers(
  tx: Tx,
  taken: readonly NumbersTaken[],
  fences: Fences = ALL_FENCES,
): Promise<number> {
  if (taken.length === 0) return 0;
  const rows = taken.map((row) => ({
    festival_id: row.festivalId,
    participation_id: row.participationId,
    day: row.day,
    after_number: row.after,
    count_given: row.count,
  }));
  const expected = fences.guard ? sql`and stall_counter.last_number = given.after_number` : sql``;
  const result = await sql`
    update stall_counter set last_number = last_number + given.count_given
    from ${jsonRows(tx, NUMBERS, rows)} as given
    where stall_counter.festival_id = given.festival_id and stall_counter.participation_id = given.participation_id
      and stall_counter.day = given.day ${expected}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
