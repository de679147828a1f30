import type { Tx } from '~/platform/app-context';
import type { OfferId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { moveApplication } from './internal/move-application.server';
import { endOffer, lockOffer } from './internal/offer-row.server';
import { type MovedOn, offerToNext } from './internal/offer-to-next.server';
import { tellMerchants } from './internal/tell-merchants.server';

/** The worker's turn at a deadline: ends an offer nobody answered and passes the booth on. Null when there was nothing to end. */
export async function expireOffer(
  tx: Tx,
  { offerId, now }: { offerId: OfferId; now: number },
): Promise<Result<MovedOn | null, never>> {
  const { festival, offer } = await lockOffer(tx, offerId);
  const ended = await endOffer(tx, { offerId, from: 'open', to: 'expired', by: null, now });
  if (!ended) return accept(null);
  await moveApplication(tx, { applicationId: offer.applicationId, from: 'offered', to: 'expired', now });
  await tellMerchants(tx, {
    festival,
    merchantIds: [offer.merchantId],
    template: 'festival_offer_expired',
    values: () => ({ booth: offer.booth }),
    key: `expired:${offerId}`,
    now,
  });
  return accept(await offerToNext(tx, { festival, boothId: offer.boothId, booth: offer.booth, now }));
}
