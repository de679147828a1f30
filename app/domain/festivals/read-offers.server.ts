import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, MerchantId, OfferId } from '~/shared/ids';
import type { OfferOutcome } from './offer';

export interface OfferLine {
  offerId: OfferId;
  merchantId: MerchantId;
  booth: number;
  stallName: string;
  offeredAt: number;
  expiresAt: number;
  endedAt: number | null;
  /** An open one whose deadline has passed reads as expired before the worker comes by. */
  outcome: OfferOutcome;
}

/** Every offer of a festival, by booth, newest first within it. */
export async function readOffers(
  db: ReadDb,
  { festivalId, now }: { festivalId: FestivalId; now: number },
): Promise<OfferLine[]> {
  const rows = await db
    .selectFrom('festival_offer')
    .innerJoin('festival_booth', 'festival_booth.id', 'festival_offer.booth_id')
    .innerJoin('festival_application', 'festival_application.id', 'festival_offer.application_id')
    .innerJoin('merchant_profile', 'merchant_profile.id', 'festival_application.merchant_id')
    .select([
      'festival_offer.id as offerId',
      'festival_application.merchant_id as merchantId',
      'festival_booth.number as booth',
      'merchant_profile.stall_name as stallName',
      'festival_offer.offered_at as offeredAt',
      'festival_offer.expires_at as expiresAt',
      'festival_offer.ended_at as endedAt',
      'festival_offer.outcome as outcome',
    ])
    .where('festival_offer.festival_id', '=', festivalId)
    .orderBy('festival_booth.number')
    .orderBy('festival_offer.offered_at', 'desc')
    .orderBy('festival_offer.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, outcome: standingOf(row.outcome as OfferOutcome, row.expiresAt, now) }));
}

export function standingOf(outcome: OfferOutcome, expiresAt: number, now: number): OfferOutcome {
  return outcome === 'open' && expiresAt <= now ? 'expired' : outcome;
}

/** The waiting list as it stands: who may still be offered a booth, in order. */
export async function readWaitingList(db: ReadDb, festivalId: FestivalId) {
  return db
    .selectFrom('festival_application')
    .innerJoin('festival_decision', 'festival_decision.application_id', 'festival_application.id')
    .innerJoin('merchant_profile', 'merchant_profile.id', 'festival_application.merchant_id')
    .select(['festival_application.id as applicationId', 'merchant_profile.stall_name as stallName'])
    .where('festival_application.festival_id', '=', festivalId)
    .where('festival_application.state', '=', 'waitlisted')
    .orderBy('festival_decision.rank')
    .orderBy('festival_application.id')
    .execute();
}
