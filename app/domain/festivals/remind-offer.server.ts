import type { Tx } from '~/platform/app-context';
import type { OfferId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { lockOffer } from './internal/offer-row.server';
import { tellMerchants } from './internal/tell-merchants.server';

/** Reminds a merchant of an offer that is still open; one already answered or over is left in peace. */
export async function remindOffer(
  tx: Tx,
  { offerId, now }: { offerId: OfferId; now: number },
): Promise<Result<'told' | 'nothing', never>> {
  const { festival, offer } = await lockOffer(tx, offerId);
  if (offer.outcome !== 'open' || offer.expiresAt <= now) return accept('nothing');
  await tellMerchants(tx, {
    festival,
    merchantIds: [offer.merchantId],
    template: 'festival_offer_reminder',
    values: () => ({ booth: offer.booth, expiresAt: offer.expiresAt }),
    key: `reminder:${offerId}:${now}`,
    now,
  });
  return accept('told');
}
