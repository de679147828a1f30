import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { lockOf } from '~/platform/json-rows.server';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import { tellStalls } from './internal/tell-stall.server';
import { SILENT_AFTER_MILLISECONDS, type StallKey } from './stalls';

interface SilentRow {
  festival_id: FestivalId;
  participation_id: ParticipationId;
}

/** True when a stall has fallen silent and is not marked yet; a read, so that an idle worker never writes. */
export async function hasFallenSilent(db: ReadDb, { now }: { now: number }): Promise<boolean> {
  const { rows } = await sql`${fallenSilent(now)} limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * Marks every stall that takes orders now and whose board gave no sign of life for a minute; the pages of exactly those
 * change. One statement for all of them; running it again, or in several workers at once, marks none twice.
 */
export async function markSilent(tx: Tx, { now }: { now: number }): Promise<StallKey[]> {
  const { rows } = await sql<SilentRow>`
    with fallen as (${fallenSilent(now)} order by h.festival_id, h.participation_id ${lockOf(tx, 'h')})
    update stall_heartbeat set silent_at = ${now}
    where silent_at is null and (festival_id, participation_id) in (select festival_id, participation_id from fallen)
    returning festival_id, participation_id`.execute(tx);
  const silent = rows.map((row) => ({ festivalId: row.festival_id, participationId: row.participation_id }));
  for (const festivalId of [...new Set(silent.map((stall) => stall.festivalId))].sort()) {
    const ofFestival = silent.filter((stall) => stall.festivalId === festivalId);
    await tellStalls(tx, { festivalId, participationIds: ofFestival.map((stall) => stall.participationId) }, now);
  }
  return silent;
}

/** Stalls that are open, unpaused and at a running festival, by their last sign of life. */
function fallenSilent(now: number) {
  return sql`
    select h.festival_id, h.participation_id from stall_heartbeat as h
    join stall_setup as s on s.festival_id = h.festival_id and s.participation_id = h.participation_id
    join stall_day as d on d.festival_id = h.festival_id and d.participation_id = h.participation_id
    join festival_edition as f on f.id = h.festival_id
    where h.silent_at is null and h.seen_at <= ${now - SILENT_AFTER_MILLISECONDS} and s.ended_at is null
      and d.opens_at <= ${now} and d.closes_at > ${now} and d.closed_at is null
      and (d.paused_until is null or d.paused_until <= ${now}) and f.state = 'running'`;
}
