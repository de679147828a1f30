import { shownMerchant } from '~/domain/merchants/shown-merchant.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { BoothId, FestivalId, MerchantId, ParticipationId } from '~/shared/ids';

/** This merchant at this festival: an accepted offer. */
export interface Participation {
  id: ParticipationId;
  festivalId: FestivalId;
  merchantId: MerchantId;
  boothId: BoothId;
  booth: number;
  slug: string;
  stallName: string;
  category: string | null;
  acceptedAt: number;
  endedAt: number | null;
}

/** Who takes part now, by booth. */
export async function readParticipations(db: ReadDb | Tx, festivalId: FestivalId): Promise<Participation[]> {
  const rows = await participations(db)
    .where('festival_participation.festival_id', '=', festivalId)
    .where('festival_participation.ended_at', 'is', null)
    .orderBy('festival_participation.booth_number')
    .execute();
  return rows.map(toParticipation);
}

/** The same for everybody's eyes: without those whose business may not be seen now. */
export async function readShownParticipations(db: ReadDb | Tx, festivalId: FestivalId): Promise<Participation[]> {
  const rows = await participations(db)
    .where('festival_participation.festival_id', '=', festivalId)
    .where('festival_participation.ended_at', 'is', null)
    .where(shownMerchant('merchant_profile'))
    .orderBy('festival_participation.booth_number')
    .execute();
  return rows.map(toParticipation);
}

/** Where a merchant takes part, newest first. */
export async function readParticipationsOf(db: ReadDb | Tx, merchantId: MerchantId): Promise<Participation[]> {
  const rows = await participations(db)
    .where('festival_participation.merchant_id', '=', merchantId)
    .where('festival_participation.ended_at', 'is', null)
    .orderBy('festival_participation.accepted_at', 'desc')
    .execute();
  return rows.map(toParticipation);
}

function participations(db: ReadDb | Tx) {
  return db
    .selectFrom('festival_participation')
    .innerJoin('merchant_profile', 'merchant_profile.id', 'festival_participation.merchant_id')
    .select([
      'festival_participation.id as id',
      'festival_participation.festival_id as festivalId',
      'festival_participation.merchant_id as merchantId',
      'festival_participation.booth_id as boothId',
      'festival_participation.booth_number as booth',
      'festival_participation.slug as slug',
      'merchant_profile.stall_name as stallName',
      'merchant_profile.category as category',
      'festival_participation.accepted_at as acceptedAt',
      'festival_participation.ended_at as endedAt',
    ]);
}

function toParticipation(row: Participation): Participation {
  return { ...row };
}
