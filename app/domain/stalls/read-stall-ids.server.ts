import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';

/** Stalls that opened on a day of a festival. */
export async function readStallIds(
  db: ReadDb | Tx,
  { festivalId, day }: { festivalId: FestivalId; day: string },
): Promise<ParticipationId[]> {
  const rows = await db
    .selectFrom('stall_day')
    .select('participation_id')
    .where('festival_id', '=', festivalId)
    .where('day', '=', day)
    .orderBy('participation_id')
    .execute();
  return rows.map((row) => row.participation_id);
}
