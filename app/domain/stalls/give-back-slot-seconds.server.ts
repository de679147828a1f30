import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import { SECONDS, type SecondsTaken, toSecondsRows } from './internal/taken-rows';

/** Gives make-seconds back to slots that have not begun; a slot that runs keeps them. */
export async function giveBackSlotSeconds(tx: Tx, returned: readonly SecondsTaken[], now: number): Promise<void> {
  const waiting = returned.filter((row) => row.startsAt > now);
  if (waiting.length === 0) return;
  await sql`
    update stall_slot set used_seconds = used_seconds - given.seconds
    from ${jsonRows(tx, SECONDS, toSecondsRows(waiting))} as given
    where stall_slot.festival_id = given.festival_id and stall_slot.participation_id = given.participation_id
      and stall_slot.starts_at = given.starts_at and stall_slot.used_seconds >= given.seconds`.execute(tx);
}
