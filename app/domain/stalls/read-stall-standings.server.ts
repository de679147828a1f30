import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import { readStalls, type StallOnDay } from './internal/read-stalls.server';

export interface StallStandingOfDay extends StallOnDay {
  /** Names of dishes nobody can order today any more. */
  soldOut: string[];
}

/**
 * Every stall of a festival as it stands now, with what is sold out today: two statements for any size. For those who run
 * it, so a business that customers may not see is there too.
 */
export async function readStallStandings(
  db: ReadDb,
  question: { festivalId: FestivalId; day: string; now: number },
): Promise<StallStandingOfDay[]> {
  const { festivalId, day } = question;
  const stalls = await readStalls(db, { ...question, seenBy: 'stall' });
  const { rows } = await sql<{ participation_id: ParticipationId; name: string }>`
    select l.participation_id, d.name from stall_stock as s
    join stall_listing as l on l.festival_id = s.festival_id and l.number = s.listing_number
    join menu_dish as d on d.id = l.dish_id
    where s.festival_id = ${festivalId} and s.day = ${day} and l.withdrawn_at is null
      and (s.sold_out_at is not null or s.portions_left = 0)
    order by l.number`.execute(db);
  const soldOut = new Map<ParticipationId, string[]>();
  for (const { participation_id: id, name } of rows) soldOut.set(id, [...(soldOut.get(id) ?? []), name]);
  return stalls.map((stall) => ({ ...stall, soldOut: soldOut.get(stall.participationId) ?? [] }));
}
