import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { RailNotice } from '~/shared/top-up-rail';
import { fromStripeAmount } from './stripe-amount';

/** Stripe's own advice: a notice signed longer ago is a replay. */
const TOLERANCE_SECONDS = 300;

/** Reads a webhook: signature over the raw body first, then only the events that end a top-up; all others say nothing. */
export function readNotice(
  stripe: Stripe,
  secret: string,
  rawBody: string,
  signature: string | null,
): RailNotice | null {
  if (!signature) return null;
  try {
    const event = stripe.webhooks.constructEvent(rawBody, signature, secret, TOLERANCE_SECONDS);
    const { topUpId, says } = meaningOf(event);
    return {
      eventId: event.id,
      kind: event.type,
      bodySha256: createHash('sha256').update(rawBody).digest('hex'),
      topUpId,
      says,
    };
  } catch {
    // Wrong signature, too old, no JSON, or an event without the fields it must have: all are nobody we know.
    return null;
  }
}

function meaningOf(event: Stripe.Event): Pick<RailNotice, 'topUpId' | 'says'> {
  switch (event.type) {
    case 'payment_intent.succeeded': {
      const { metadata, amount_received, currency } = event.data.object;
      const amount = wholeAmount(amount_received);
      return { topUpId: metadata.top_up_id ?? null, says: { state: 'succeeded', amount, currency } };
    }
    case 'payment_intent.canceled':
      return { topUpId: event.data.object.metadata.top_up_id ?? null, says: { state: 'failed', reason: 'cancelled' } };
    case 'checkout.session.expired':
      return { topUpId: event.data.object.metadata?.top_up_id ?? null, says: { state: 'failed', reason: 'expired' } };
    default:
      // payment_intent.payment_failed too: on the rail's page the customer may try another card.
      return { topUpId: null, says: { state: 'nothing' } };
  }
}

function wholeAmount(amount: unknown): number {
  if (!Number.isSafeInteger(amount)) throw new TypeError('a payment without an amount');
  return fromStripeAmount(amount as number);
}
