import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import { edgesOfStanding } from './stalls';

/** The instants that come next at which time alone changes how stalls of this day stand: an opening, a closing, a pause's end. */
export async function readNextStandings(
  db: ReadDb,
  { festivalId, day, now }: { festivalId: FestivalId; day: string; now: number },
): Promise<(number | null)[]> {
  const { rows } = await sql<Record<'opensAt' | 'closesAt' | 'pausedUntil', number | null>>`
    select min(case when opens_at > ${now} then opens_at end) as "opensAt",
      min(case when closes_at > ${now} then closes_at end) as "closesAt",
      min(case when paused_until > ${now} then paused_until end) as "pausedUntil"
    from stall_day where festival_id = ${festivalId} and day = ${day} and closed_at is null`.execute(db);
  return rows.flatMap(edgesOfStanding);
}
