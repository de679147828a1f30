import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StripeMock, startStripeMock } from '../../../test/setup/stripe-mock';
import { stripeRail } from './stripe-rail';

// Every request our adapter makes, against Stripe's own description of its interface. stripe-mock keeps nothing and
// answers fixtures, so what is asserted is that it takes the request; what Stripe then does is tested with a fake.
let mock: StripeMock | null = null;

beforeAll(async () => {
  mock = await startStripeMock();
  if (!mock)
    process.stderr.write(
      'SKIPPED: stripe-mock is not here and Go could not install it; the contract with Stripe is NOT tested\n',
    );
}, 180_000);
afterAll(() => mock?.stop());

const ORDER = {
  topUpId: 'top_00000000000000000000000009',
  amount: 15_000,
  language: 'id',
  label: 'Isi saldo Pestarasa',
  returnAddress: 'https://pestarasa.example/dompet/isi/top_1',
} as const;

function railAt(url: string) {
  return stripeRail({ secretKey: 'sk_test_123', webhookSecret: 'whsec_test_secret', mockUrl: url });
}

/** What a raw request gets; to see that the mock does refuse what is wrong. */
async function raw(url: string, path: string, body: string) {
  const headers = { Authorization: 'Bearer sk_test_123', 'Content-Type': 'application/x-www-form-urlencoded' };
  return (await fetch(`${url}${path}`, { method: 'POST', headers, body })).status;
}

describe('the contract with Stripe (stripe-mock)', () => {
  it('takes the start of a card payment, in both languages', async (test) => {
    if (!mock) return test.skip();
    const started = await railAt(mock.url).start(ORDER);
    // The mock's fixture has an id; whether it has an address is the fixture's business.
    expect(['open', 'unreachable']).toContain(started.state);
    expect(started).not.toMatchObject({ state: 'refused' });
    expect(await railAt(mock.url).start({ ...ORDER, language: 'en' })).not.toMatchObject({ state: 'refused' });
  });

  it('takes our question after a payment, its closing, and the giving back of money', async (test) => {
    if (!mock) return test.skip();
    const rail = railAt(mock.url);
    expect((await rail.find('cs_test_1')).state).not.toBe('unreachable');
    expect(await rail.close('cs_test_1')).toBe('closed');
    const payment = { topUpId: ORDER.topUpId, externalId: 'cs_test_1', amount: 15_000 };
    expect(['done', 'unreachable']).toContain(await rail.giveBack(payment));
    expect(await raw(mock.url, '/v1/refunds', 'payment_intent=pi_1&amount=1500000&metadata[top_up_id]=x')).toBe(200);
  });

  it('refuses what it does not know, so taking ours means something (control)', async (test) => {
    if (!mock) return test.skip();
    expect(await raw(mock.url, '/v1/checkout/sessions', 'mode=payment&no_such_parameter=1')).toBe(400);
    expect(await raw(mock.url, '/v1/refunds', 'payment_intent=pi_1&amount=lima')).toBe(400);
    const wrongKey = stripeRail({ secretKey: 'sk_test_a_b', webhookSecret: 'x', mockUrl: mock.url });
    expect(await wrongKey.start(ORDER)).toEqual({ state: 'refused', reason: 'refused' });
  });
});
