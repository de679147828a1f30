/** States of an offer: a place held for a merchant until a deadline. Client-safe. */
export const OFFER_OUTCOMES = ['open', 'accepted', 'declined', 'expired', 'revoked'] as const;
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number];

/** An accepted offer is revoked when the merchant withdraws, so that her booth can be offered again. */
export const OFFER_GRAPH: Record<OfferOutcome, readonly OfferOutcome[]> = {
  open: ['accepted', 'declined', 'expired', 'revoked'],
  accepted: ['revoked'],
  declined: [],
  expired: [],
  revoked: [],
};

export function offerMayBecome(from: OfferOutcome, to: OfferOutcome): boolean {
  return OFFER_GRAPH[from].includes(to);
}
