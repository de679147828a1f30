import type { Tx } from '~/platform/app-context';
import type { BoothId, OfferId } from '~/shared/ids';
import type { FestivalRow } from './festival-row.server';

export type OfferRefusal =
  | { code: 'offer_expired'; booth: number; expiresAt: number; zone: string; nextTold: 'yes' | 'no' }
  | { code: 'offer_answered'; outcome: string; booth: number }
  | { code: 'offer_not_yours' }
  | { code: 'booth_taken'; booth: number; by: string }
  | { code: 'festival_ended' };

/** Why an offer can no longer be answered. */
export async function explainUnanswerable(
  tx: Tx,
  {
    offer,
    festival,
  }: {
    offer: { id: OfferId; boothId: BoothId; booth: number; expiresAt: number; outcome: string };
    festival: FestivalRow;
  },
): Promise<OfferRefusal> {
  const { outcome } = await tx
    .selectFrom('festival_offer')
    .select('outcome')
    .where('id', '=', offer.id)
    .executeTakeFirstOrThrow();
  if (outcome !== 'open' && outcome !== 'expired') return { code: 'offer_answered', outcome, booth: offer.booth };
  const next = await tx
    .selectFrom('festival_offer')
    .select('id')
    .where('booth_id', '=', offer.boothId)
    .where('id', '<>', offer.id)
    .where('outcome', 'in', ['open', 'accepted'])
    .executeTakeFirst();
  return {
    code: 'offer_expired',
    booth: offer.booth,
    expiresAt: offer.expiresAt,
    zone: festival.zone,
    nextTold: next ? 'yes' : 'no',
  };
}
