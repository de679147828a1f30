import { delay, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fromStripeAmount, toStripeAmount } from './stripe-amount';
import { stripeRail } from './stripe-rail';

const API = 'https://api.stripe.com/v1';
const SECRET = 'whsec_test_secret';
const TOP_UP = 'top_00000000000000000000000009';
const ORDER = {
  topUpId: TOP_UP,
  amount: 15_000,
  language: 'id',
  label: 'Isi saldo',
  returnAddress: 'https://pestarasa.example/x',
} as const;
const SESSION = {
  id: 'cs_1',
  object: 'checkout.session',
  url: 'https://checkout.stripe.com/c/cs_1',
  status: 'open',
  payment_intent: null,
};

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const rail = stripeRail({ secretKey: 'sk_test_123', webhookSecret: SECRET, mockUrl: null, timeout: 300 });
const stripe = new Stripe('sk_test_123');

/** A Stripe that keeps one payment a key, as the real one does, and fails as told. */
function pretendStripe(failures: ('before' | 'after' | number | 'slow' | 'broken')[]) {
  const payments = new Map<string, typeof SESSION>();
  const seen: { key: string | null; body: string }[] = [];
  server.use(
    http.post(`${API}/checkout/sessions`, async ({ request }) => {
      const key = request.headers.get('Idempotency-Key');
      seen.push({ key, body: await request.text() });
      const failure = failures.shift();
      if (failure === 'before') return HttpResponse.error();
      if (typeof failure === 'number')
        return HttpResponse.json(
          { error: { type: failure === 429 ? 'rate_limit_error' : 'api_error', message: 'x' } },
          { status: failure },
        );
      const session = payments.get(key ?? '') ?? { ...SESSION, id: `cs_${payments.size + 1}` };
      payments.set(key ?? '', session);
      if (failure === 'after') return HttpResponse.error();
      if (failure === 'slow') await delay(2_000);
      if (failure === 'broken') return new HttpResponse('<html>', { headers: { 'Content-Type': 'application/json' } });
      return HttpResponse.json(session);
    }),
  );
  return { payments, seen };
}

describe('starting a card payment', () => {
  it('asks for rupiah with two decimals under a key of the top-up', async () => {
    const { seen } = pretendStripe([]);
    expect(await rail.start(ORDER)).toEqual({ state: 'open', externalId: 'cs_1', address: SESSION.url });
    const sent = new URLSearchParams(seen[0]?.body);
    expect(sent.get('line_items[0][price_data][unit_amount]')).toBe('1500000');
    expect(sent.get('line_items[0][price_data][currency]')).toBe('idr');
    expect(sent.get('payment_intent_data[metadata][top_up_id]')).toBe(TOP_UP);
    expect(seen[0]?.key).toBe(`start-${TOP_UP}`);
  });

  it.each([
    ['broken off before it took effect', 'before'],
    ['broken off after it took effect', 'after'],
    ['answered with 500', 500],
    ['answered late', 'slow'],
  ] as const)('that was %s is tried again and is one payment (R11)', async (_, failure) => {
    const { payments, seen } = pretendStripe([failure]);
    expect(await rail.start(ORDER)).toMatchObject({ state: 'open' });
    expect(payments.size).toBe(1);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
  });

  it.each([
    ['too many requests', [429, 429, 429]],
    ['a fault on their side that lasts', [500, 500, 500]],
    ['time-outs before effect', ['before', 'before', 'before']],
    ['time-outs after effect', ['after', 'after', 'after']],
    ['ten seconds of silence', ['slow', 'slow', 'slow']],
    ['answers that are no JSON', ['broken', 'broken', 'broken']],
  ] as const)(
    'met by %s leaves the outcome open, and starting again later is the same payment',
    async (_, failures) => {
      const { payments } = pretendStripe(
        [...failures].slice(0, failures[0] === 429 || failures[0] === 'broken' ? 1 : 2),
      );
      expect(await rail.start(ORDER)).toEqual({ state: 'unreachable' });
      expect(await rail.start(ORDER)).toMatchObject({ state: 'open' });
      expect(payments.size).toBe(1);
    },
  );

  it('that Stripe understood and refused is over', async () => {
    server.use(
      http.post(`${API}/checkout/sessions`, () =>
        HttpResponse.json({ error: { type: 'invalid_request_error', message: 'x' } }, { status: 400 }),
      ),
    );
    expect(await rail.start(ORDER)).toEqual({ state: 'refused', reason: 'refused' });
    server.use(
      http.post(`${API}/checkout/sessions`, () =>
        HttpResponse.json({ error: { type: 'invalid_request_error', message: 'x' } }, { status: 401 }),
      ),
    );
    expect(await rail.start(ORDER)).toEqual({ state: 'refused', reason: 'refused' });
  });
});

describe('asking, closing and giving back', () => {
  const answer = (session: object) =>
    server.use(http.get(`${API}/checkout/sessions/:id`, () => HttpResponse.json({ ...SESSION, ...session })));

  it.each([
    [{}, { state: 'open', address: SESSION.url }],
    [
      { status: 'expired', url: null },
      { state: 'failed', reason: 'expired' },
    ],
    [
      {
        status: 'complete',
        payment_intent: { id: 'pi_1', status: 'succeeded', amount_received: 1_500_000, currency: 'idr' },
      },
      { state: 'succeeded', amount: 15_000, currency: 'idr' },
    ],
    [
      { status: 'open', payment_intent: { id: 'pi_1', status: 'canceled' } },
      { state: 'failed', reason: 'cancelled' },
    ],
    [
      { status: 'complete', payment_intent: { id: 'pi_1', status: 'processing' } },
      { state: 'open', address: SESSION.url },
    ],
  ])('a session %j means %j', async (session, expected) => {
    answer(session);
    expect(await rail.find('cs_1')).toEqual(expected);
  });

  it('an answer that does not come is no answer', async () => {
    server.use(http.get(`${API}/checkout/sessions/:id`, () => HttpResponse.error()));
    expect(await rail.find('cs_1')).toEqual({ state: 'unreachable' });
  });

  it('closing says when it was too late', async () => {
    server.use(
      http.post(`${API}/checkout/sessions/:id/expire`, () => HttpResponse.json({ ...SESSION, status: 'expired' }), {
        once: true,
      }),
    );
    expect(await rail.close('cs_1')).toBe('closed');
    server.use(
      http.post(`${API}/checkout/sessions/:id/expire`, () =>
        HttpResponse.json({ error: { type: 'invalid_request_error' } }, { status: 400 }),
      ),
    );
    expect(await rail.close('cs_1')).toBe('too_late');
    server.use(http.post(`${API}/checkout/sessions/:id/expire`, () => HttpResponse.error()));
    expect(await rail.close('cs_1')).toBe('unreachable');
  });

  it('money goes back to the card under a key of its own', async () => {
    answer({ payment_intent: 'pi_1' });
    const keys: (string | null)[] = [];
    server.use(
      http.post(`${API}/refunds`, async ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'), new URLSearchParams(await request.text()).get('amount'));
        return HttpResponse.json({ id: 're_1', object: 'refund' });
      }),
    );
    expect(await rail.giveBack({ topUpId: TOP_UP, externalId: 'cs_1', amount: 15_000 })).toBe('done');
    expect(keys).toEqual([`return-${TOP_UP}`, '1500000']);
    answer({ payment_intent: null });
    expect(await rail.giveBack({ topUpId: TOP_UP, externalId: 'cs_1', amount: 15_000 })).toBe('unreachable');
    server.use(http.get(`${API}/checkout/sessions/:id`, () => HttpResponse.error()));
    expect(await rail.giveBack({ topUpId: TOP_UP, externalId: 'cs_1', amount: 15_000 })).toBe('unreachable');
  });
});

describe('a webhook', () => {
  const event = (type: string, object: object) =>
    JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } });
  const paid = event('payment_intent.succeeded', {
    id: 'pi_1',
    amount_received: 1_500_000,
    currency: 'idr',
    metadata: { top_up_id: TOP_UP },
  });
  const sign = (payload: string, options: { secret?: string; timestamp?: number } = {}) =>
    stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET, ...options });

  it('with a good signature says what happened, in whole rupiah', () => {
    expect(rail.readNotice(paid, sign(paid))).toMatchObject({
      eventId: 'evt_1',
      kind: 'payment_intent.succeeded',
      topUpId: TOP_UP,
      says: { state: 'succeeded', amount: 15_000, currency: 'idr' },
      bodySha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it.each([
    ['payment_intent.canceled', { metadata: { top_up_id: TOP_UP } }, { state: 'failed', reason: 'cancelled' }],
    ['checkout.session.expired', { metadata: { top_up_id: TOP_UP } }, { state: 'failed', reason: 'expired' }],
    ['payment_intent.payment_failed', { metadata: { top_up_id: TOP_UP } }, { state: 'nothing' }],
    ['some.event.of.tomorrow', {}, { state: 'nothing' }],
  ])('%s is read as %j -> %j', (type, object, says) => {
    const body = event(type, object);
    expect(rail.readNotice(body, sign(body))?.says).toEqual(says);
  });

  it('is nobody when unsigned, signed with another secret, older than five minutes, changed by a byte or no JSON', () => {
    const now = Math.floor(Date.now() / 1000);
    expect(rail.readNotice(paid, null)).toBeNull();
    expect(rail.readNotice(paid, '')).toBeNull();
    expect(rail.readNotice(paid, sign(paid, { secret: 'whsec_other' }))).toBeNull();
    expect(rail.readNotice(paid, sign(paid, { timestamp: now - 301 }))).toBeNull();
    expect(rail.readNotice(paid, sign(paid, { timestamp: now - 200 }))).not.toBeNull();
    expect(rail.readNotice(paid.replace('1500000', '1500001'), sign(paid))).toBeNull();
    expect(rail.readNotice('no json', sign('no json'))).toBeNull();
    const withoutAmount = event('payment_intent.succeeded', { metadata: { top_up_id: TOP_UP } });
    expect(rail.readNotice(withoutAmount, sign(withoutAmount))).toBeNull();
  });

  it('of a thousand bad signatures none is believed (R13, small)', () => {
    const good = sign(paid);
    let believed = 0;
    for (let i = 0; i < 1_000; i++) {
      const at = good.length - 1 - (i % 64);
      const digit = good[at] === 'f' ? '0' : 'f';
      const bad =
        i % 2
          ? good.slice(0, at) + digit + good.slice(at + 1)
          : `t=${Math.floor(Date.now() / 1000)},v1=${i.toString(16).padStart(64, '0')}`;
      if (rail.readNotice(paid, bad)) believed++;
    }
    expect(believed).toBe(0);
    expect(rail.readNotice(paid, good)).not.toBeNull();
  });
});

it('Stripe counts rupiah with two decimals', () => {
  expect(toStripeAmount(15_000)).toBe(1_500_000);
  expect(fromStripeAmount(1_500_000)).toBe(15_000);
  expect(fromStripeAmount(1_500_099)).toBe(15_000);
  for (const wrong of [0, -1, 1.5, Number.NaN]) expect(() => toStripeAmount(wrong)).toThrow(RangeError);
});
