import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import { SECONDS, type SecondsTaken, toSecondsRows } from './internal/taken-rows';

/** Takes make-seconds from slots, one statement for all; says how many slots had room. */
export async function takeSlotSeconds(
  tx: Tx,
  taken: readonly SecondsTaken[],
  fences: Fences = ALL_FENCES,
): Promise<number> {
  if (taken.length === 0) return 0;
  const room = fences.guard ? sql`and stall_slot.used_seconds + given.seconds <= stall_slot.capacity_seconds` : sql``;
  const result = await sql`
    update stall_slot set used_seconds = used_seconds + given.seconds
    from ${jsonRows(tx, SECONDS, toSecondsRows(taken))} as given
    where stall_slot.festival_id = given.festival_id and stall_slot.participation_id = given.participation_id
      and stall_slot.starts_at = given.starts_at ${room}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
