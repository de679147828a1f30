import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';

export interface LineUpBooth {
  participationId: ParticipationId;
  booth: number;
  stallName: string;
}

/** Who stands where, by booth: for choosing one. */
export async function readLineUpBooths(db: ReadDb, festivalId: FestivalId): Promise<LineUpBooth[]> {
  return db
    .selectFrom('festival_participation as p')
    .innerJoin('merchant_profile as m', 'm.id', 'p.merchant_id')
    .select(['p.id as participationId', 'p.booth_number as booth', 'm.stall_name as stallName'])
    .where('p.festival_id', '=', festivalId)
    .where('p.ended_at', 'is', null)
    .orderBy('p.booth_number')
    .execute();
}
