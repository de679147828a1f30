/**
 * Stripe counts rupiah with two decimals: Rp15.000 is 1500000 (its list of zero-decimal currencies has no IDR;
 * stripe.com/docs/currencies, domain.md §5.3).
 */
const SEN = 100;

export function toStripeAmount(rupiah: number): number {
  if (!Number.isSafeInteger(rupiah) || rupiah <= 0) throw new RangeError(`not an amount to charge: ${rupiah}`);
  return rupiah * SEN;
}

/** Whole rupiah; a part of a rupiah is cut off, so that it can never equal what we asked for. */
export function fromStripeAmount(amount: number): number {
  return Math.floor(amount / SEN);
}
