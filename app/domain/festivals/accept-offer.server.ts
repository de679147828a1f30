import { isUnchecked } from '~/domain/merchants/merchants';
import { hasPublishConsent, readMerchantState } from '~/domain/merchants/read-merchant.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { addToOutbox } from '~/platform/outbox.server';
import { touchTopics } from '~/platform/topic.server';
import { type MerchantId, newId, type OfferId, type ParticipationId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { OFFERING_STATES, readFestivalState } from './festival';
import { explainUnanswerable, type OfferRefusal } from './internal/explain-offer.server';
import { touchFestival } from './internal/festival-row.server';
import { moveApplication } from './internal/move-application.server';
import { endOffer, lockOffer } from './internal/offer-row.server';

export type { OfferRefusal };

export interface OfferAnswer {
  offerId: OfferId;
  /** Whose hand answers; another merchant's offer is refused. */
  merchantId: MerchantId;
  by: PersonId | null;
  now: number;
}

export type AcceptOfferRefusal =
  | OfferRefusal
  | { code: 'merchant_stopped'; state: 'suspended' | 'closed' }
  | { code: 'merchant_hidden' }
  | { code: 'merchant_unchecked'; until: number; zone: string };

export interface AcceptedOffer {
  participationId: ParticipationId;
  booth: number;
}

/** Takes the place: she is a participant, her stall is prepared, the public line-up shows her. Judged by `now`, not by the worker. */
export async function acceptOffer(
  tx: Tx,
  { offerId, merchantId, by, now }: OfferAnswer,
): Promise<Result<AcceptedOffer, AcceptOfferRefusal>> {
  const { festival, offer } = await lockOffer(tx, offerId);
  if (offer.merchantId !== merchantId) return refuse({ code: 'offer_not_yours' });
  if (!OFFERING_STATES.includes(readFestivalState(festival.state))) return refuse({ code: 'festival_ended' });
  const state = await readMerchantState(tx, merchantId);
  if (state === 'suspended' || state === 'closed') return refuse({ code: 'merchant_stopped', state });
  // Food is sold to the public from here on, so a verifier has looked first; the offer stays open meanwhile.
  if (state !== null && isUnchecked(state)) {
    return refuse({ code: 'merchant_unchecked', until: offer.expiresAt, zone: festival.zone });
  }
  // A participant stands in the public line-up, so she agrees to be shown first.
  if (!(await hasPublishConsent(tx, merchantId))) return refuse({ code: 'merchant_hidden' });
  const won = await endOffer(tx, { offerId, from: 'open', to: 'accepted', by, now });
  if (!won) return refuse(await explainUnanswerable(tx, { offer, festival }));
  await moveApplication(tx, { applicationId: offer.applicationId, from: 'offered', to: 'accepted', now });
  const participationId = newId('par', now);
  const joined = await tx
    .insertInto('festival_participation')
    .values({
      id: participationId,
      festival_id: festival.id,
      merchant_id: merchantId,
      booth_id: offer.boothId,
      booth_number: offer.booth,
      offer_id: offerId,
      slug: offer.merchantSlug,
      accepted_at: now,
      ended_at: null,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (joined.numInsertedOrUpdatedRows !== 1n) return refuse({ code: 'booth_taken', booth: offer.booth, by: '' });
  await addToOutbox(tx, {
    kind: 'stalls.prepare',
    key: `prepare:${participationId}`,
    payload: { participationId },
    now,
  });
  await recordAudit(tx, {
    actorId: by,
    action: 'offer.accept',
    subjectKind: 'offer',
    subjectId: offerId,
    details: { booth: offer.booth },
    now,
  });
  await touchFestival(tx, festival.id, now);
  await touchTopics(tx, [`merchant:${merchantId}`], now);
  return accept({ participationId, booth: offer.booth });
}
