import Stripe from 'stripe';
import type { RailOrder, RailStart, RailState, TopUpRail } from '~/shared/top-up-rail';
import { readNotice } from './read-notice';
import { fromStripeAmount, toStripeAmount } from './stripe-amount';

export interface StripeAccess {
  secretKey: string;
  webhookSecret: string;
  /** stripe-mock, in tests. */
  mockUrl: string | null;
  /** ms a single question may take; a customer waits for it. */
  timeout?: number;
}

const TIMEOUT_MS = 8_000;

/** Fills wallets by card: a PaymentIntent on Stripe's own page, so that no script of theirs and no card number is ever ours. */
export function stripeRail(access: StripeAccess): TopUpRail {
  const stripe = connect(access);
  return {
    start: (order) => start(stripe, order),
    find: (externalId) => find(stripe, externalId),
    close: (externalId) => close(stripe, externalId),
    giveBack: (payment) => giveBack(stripe, payment),
    readNotice: (rawBody, signature) => readNotice(stripe, access.webhookSecret, rawBody, signature),
  };
}

function connect({ secretKey, mockUrl, timeout = TIMEOUT_MS }: StripeAccess): Stripe {
  const mock = mockUrl ? new URL(mockUrl) : null;
  return new Stripe(secretKey, {
    timeout,
    // Every request that changes something carries a key of ours, so that trying again is always safe.
    maxNetworkRetries: 1,
    telemetry: false,
    // Its time-out bounds the whole answer; the default client's only the silence between two pieces of it.
    httpClient: Stripe.createFetchHttpClient((address, init) => fetch(address, init)),
    ...(mock ? { host: mock.hostname, port: mock.port, protocol: 'http' as const } : {}),
  });
}

async function start(stripe: Stripe, order: RailOrder): Promise<RailStart> {
  const metadata = { top_up_id: order.topUpId };
  try {
    const session = await stripe.checkout.sessions.create(
      {
        mode: 'payment',
        locale: order.language,
        client_reference_id: order.topUpId,
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: 'idr',
              unit_amount: toStripeAmount(order.amount),
              product_data: { name: order.label },
            },
          },
        ],
        metadata,
        payment_intent_data: { metadata },
        success_url: order.returnAddress,
        cancel_url: order.returnAddress,
      },
      { idempotencyKey: `start-${order.topUpId}` },
    );
    if (!session.url) return { state: 'unreachable' };
    return { state: 'open', externalId: session.id, address: session.url };
  } catch (error) {
    return isFinal(error) ? { state: 'refused', reason: 'refused' } : { state: 'unreachable' };
  }
}

async function find(stripe: Stripe, externalId: string): Promise<RailState> {
  try {
    const session = await stripe.checkout.sessions.retrieve(externalId, { expand: ['payment_intent'] });
    const payment = typeof session.payment_intent === 'object' ? session.payment_intent : null;
    if (payment?.status === 'succeeded') {
      return { state: 'succeeded', amount: fromStripeAmount(payment.amount_received), currency: payment.currency };
    }
    if (session.status === 'expired') return { state: 'failed', reason: 'expired' };
    if (payment?.status === 'canceled') return { state: 'failed', reason: 'cancelled' };
    return { state: 'open', address: session.url };
  } catch {
    return { state: 'unreachable' };
  }
}

async function close(stripe: Stripe, externalId: string): Promise<'closed' | 'too_late' | 'unreachable'> {
  try {
    await stripe.checkout.sessions.expire(externalId, {}, { idempotencyKey: `close-${externalId}` });
    return 'closed';
  } catch (error) {
    return isFinal(error) ? 'too_late' : 'unreachable';
  }
}

async function giveBack(
  stripe: Stripe,
  { topUpId, externalId, amount }: { topUpId: string; externalId: string; amount: number },
): Promise<'done' | 'unreachable'> {
  try {
    const session = await stripe.checkout.sessions.retrieve(externalId);
    const payment = typeof session.payment_intent === 'object' ? session.payment_intent?.id : session.payment_intent;
    if (!payment) return 'unreachable';
    await stripe.refunds.create(
      { payment_intent: payment, amount: toStripeAmount(amount), metadata: { top_up_id: topUpId } },
      { idempotencyKey: `return-${topUpId}` },
    );
    return 'done';
  } catch {
    return 'unreachable';
  }
}

/** Stripe understood and said no; anything else (time-out, 429, 500, a broken answer) leaves the outcome open. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError ||
    error instanceof Stripe.errors.StripeIdempotencyError
  );
}
