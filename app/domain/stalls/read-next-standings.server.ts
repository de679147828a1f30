import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import { edgesOfStanding } from './stalls';

/** The instants that come next at which time alone changes how stalls of this day stand: an opening, a closing, a pause's end. */
export async function readNextStandings(
  db: ReadDb,
  { festivalId, day, now }: { festivalId: FestivalId; day: string; now: number },
): Promise<(number | null)[]> {
  const next = (edge: string) => sql`(
    select min(${sql.ref(edge)}) from stall_day
    where festival_id = ${festivalId} and day = ${day} and closed_at is null and ${sql.ref(edge)} > ${now})`;
  const { rows } = await sql<Record<'opensAt' | 'closesAt' | 'pausedUntil', number | null>>`
    select ${next('opens_at')} as "opensAt", ${next('closes_at')} as "closesAt", ${next('paused_until')} as "pausedUntil"`.execute(
    db,
  );
  return rows.flatMap(edgesOfStanding);
}
