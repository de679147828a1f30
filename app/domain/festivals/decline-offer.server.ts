import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { accept, type Result, refuse } from '~/shared/result';
import type { OfferAnswer } from './accept-offer.server';
import { explainUnanswerable, type OfferRefusal } from './internal/explain-offer.server';
import { moveApplication } from './internal/move-application.server';
import { endOffer, lockOffer } from './internal/offer-row.server';
import { type MovedOn, offerToNext } from './internal/offer-to-next.server';

/** Says no; the booth goes on to the waiting list in the same unit of work. */
export async function declineOffer(
  tx: Tx,
  { offerId, merchantId, by, now }: OfferAnswer,
): Promise<Result<MovedOn, OfferRefusal>> {
  const { festival, offer } = await lockOffer(tx, offerId);
  if (offer.merchantId !== merchantId) return refuse({ code: 'offer_not_yours' });
  const ended = await endOffer(tx, { offerId, from: 'open', to: 'declined', by, now });
  if (!ended) return refuse(await explainUnanswerable(tx, { offer, festival }));
  await moveApplication(tx, { applicationId: offer.applicationId, from: 'offered', to: 'withdrawn', now });
  await recordAudit(tx, { actorId: by, action: 'offer.decline', subjectKind: 'offer', subjectId: offerId, now });
  return accept(await offerToNext(tx, { festival, boothId: offer.boothId, booth: offer.booth, now }));
}
