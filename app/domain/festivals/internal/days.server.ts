import type { Tx } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import { addDays, instantOf } from '~/shared/time';

export interface FestivalHours {
  festivalId: FestivalId;
  days: readonly string[];
  opens: string;
  closes: string;
  zone: string;
}

/** Writes the days of a festival anew; hours past midnight end on the next day. Only before anything hangs on a day. */
export async function writeDays(tx: Tx, { festivalId, days, opens, closes, zone }: FestivalHours): Promise<void> {
  await tx.deleteFrom('festival_day').where('festival_id', '=', festivalId).execute();
  await tx
    .insertInto('festival_day')
    .values(
      days.map((day) => ({
        festival_id: festivalId,
        day,
        opens_at: instantOf(day, opens, zone),
        closes_at: instantOf(closes > opens ? day : addDays(day, 1), closes, zone),
        closed_at: null,
      })),
    )
    .execute();
}
