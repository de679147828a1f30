import type { Tx } from '~/platform/app-context';
import type { OfferId, PersonId } from '~/shared/ids';
import { type OfferOutcome, offerMayBecome } from '../offer';
import { lockFestival } from './festival-row.server';

/** An offer with its festival locked: answers, expiry and the waiting list of one festival go one after another. */
export async function lockOffer(tx: Tx, offerId: OfferId) {
  const { festival_id } = await tx
    .selectFrom('festival_offer')
    .select('festival_id')
    .where('id', '=', offerId)
    .executeTakeFirstOrThrow();
  const festival = await lockFestival(tx, festival_id);
  const offer = await tx
    .selectFrom('festival_offer')
    .innerJoin('festival_application', 'festival_application.id', 'festival_offer.application_id')
    .innerJoin('festival_booth', 'festival_booth.id', 'festival_offer.booth_id')
    .innerJoin('merchant_profile', 'merchant_profile.id', 'festival_application.merchant_id')
    .select([
      'festival_offer.id as id',
      'festival_offer.application_id as applicationId',
      'festival_offer.booth_id as boothId',
      'festival_offer.expires_at as expiresAt',
      'festival_offer.outcome as outcome',
      'festival_booth.number as booth',
      'festival_application.merchant_id as merchantId',
      'merchant_profile.slug as merchantSlug',
    ])
    .where('festival_offer.id', '=', offerId)
    .executeTakeFirstOrThrow();
  return { festival, offer };
}

export interface OfferEnd {
  offerId: OfferId;
  from: OfferOutcome;
  to: OfferOutcome;
  by: PersonId | null;
  now: number;
}

/**
 * Ends an offer, once. Check and write are one statement: accepting asks for a deadline that is still ahead,
 * so of two taps, or of a tap and the worker, exactly one counts.
 */
export async function endOffer(tx: Tx, { offerId, from, to, by, now }: OfferEnd): Promise<boolean> {
  if (!offerMayBecome(from, to)) throw new Error(`an offer never goes from ${from} to ${to}`);
  let query = tx
    .updateTable('festival_offer')
    .set({ outcome: to, ended_at: now, ended_by: by })
    .where('id', '=', offerId)
    .where('outcome', '=', from);
  if (to === 'accepted' || to === 'declined') query = query.where('expires_at', '>', now);
  if (to === 'expired') query = query.where('expires_at', '<=', now);
  const ended = await query.executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}
