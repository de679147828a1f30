import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import { startTopUp } from '~/domain/wallet/start-top-up.server';
import { newId, type PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { makePerson, readSentCode, signInPerson } from '../factories/identity';
import { makeWallet, readAccount } from '../factories/wallet';
import { startServer, type TestServer } from '../setup/server';

const STRIPE = {
  STRIPE_SECRET_KEY: 'sk_test_123',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_123',
  STRIPE_WEBHOOK_SECRET: 'whsec_test_secret',
};
const PIN = '748391';

describe.each(['sqlite', 'postgres'] as const)('the wallet over HTTP (%s)', (engine) => {
  let server: TestServer;
  let last = 300;
  beforeAll(async () => {
    // The worker sleeps, so that codes can be read; nobody listens where Stripe is said to be.
    server = await startServer(engine, { env: { ROLE: 'web', ...STRIPE, STRIPE_MOCK_URL: 'http://127.0.0.1:9' } });
  });
  afterAll(() => server.stop());

  async function visitor(): Promise<{ personId: PersonId; phone: E164; session: string }> {
    const phone = `+62810000${String(++last).padStart(5, '0')}` as E164;
    const { personId } = await makePerson(server.world, { phone });
    return { personId, phone, session: await signInPerson(server.world, personId) };
  }

  async function withWallet() {
    const someone = await visitor();
    const set = await server.send('/dompet/pin', { session: someone.session, form: { newPin: PIN, againPin: PIN } });
    expect([set.status, set.headers.location]).toEqual([303, '/dompet']);
    return someone;
  }

  it('is set up in one form and leads back to the basket', async () => {
    const { personId, session } = await visitor();
    expect((await server.send('/dompet', { session })).text).toContain('Buat PIN dompet');
    const form = { newPin: PIN, againPin: PIN, lanjut: '/keranjang' };
    const weak = await server.send('/dompet/pin', { session, form: { ...form, newPin: '123456', againPin: '123456' } });
    expect(weak.status).toBe(422);
    expect(weak.text).toContain('PIN 123456 mudah ditebak');
    const differs = await server.send('/dompet/pin', { session, form: { ...form, againPin: '748392' } });
    expect([differs.status, differs.text.includes('PIN kedua berbeda dengan PIN di atas')]).toEqual([422, true]);
    expect(differs.text).not.toContain(PIN);
    const set = await server.send('/dompet/pin', { session, form });
    expect([set.status, set.headers.location]).toEqual([303, '/dompet?lanjut=%2Fkeranjang']);
    const page = await server.send('/dompet?lanjut=/keranjang', { session });
    expect(page.text).toContain('href="/keranjang"');
    expect(page.headers['cache-control']).toContain('no-store');
    expect(await readSpendingAccount(server.world.db, personId)).toMatchObject({ hasPin: true, balance: 0 });
    expect((await server.send('/dompet?lanjut=https://evil.test', { session })).text).not.toContain(
      'href="https://evil',
    );
  });

  it('is filled in two screens: choose, then the sum on the button; a second tap fills nothing more', async () => {
    const { personId, session } = await withWallet();
    const asked = await server.send('/dompet/isi?amount=50000&rail=simulator', { session });
    expect(asked.text).toContain('Isi saldo Rp50.000?');
    const topUpId = /name="topUpId" value="(top_[0-9a-z]{26})"/.exec(asked.text)?.[1] ?? '';
    const form = { topUpId, sum: '50000', rail: 'simulator' };
    for (let tap = 0; tap < 2; tap++) {
      const sent = await server.send('/dompet/isi', { session, form });
      expect([sent.status, sent.headers.location]).toEqual([303, `/dompet/isi/${topUpId}`]);
    }
    expect((await server.send(`/dompet/isi/${topUpId}`, { session })).text).toContain('Rp50.000 sudah masuk');
    expect(await readSpendingAccount(server.world.db, personId)).toMatchObject({ balance: 50_000 });
    expect((await server.send('/dompet/mutasi', { session })).text).toContain('+Rp50.000');
    const other = await withWallet();
    expect((await server.send(`/dompet/isi/${topUpId}`, { session: other.session })).status).toBe(404);
  });

  it('says in words what cannot be: too little, too much, no number, a used id', async () => {
    const { session } = await withWallet();
    const page = async (query: string) => (await server.send(`/dompet/isi?rail=simulator&${query}`, { session })).text;
    expect(await page('amount=other&other=5000')).toContain('Isi saldo paling sedikit Rp10.000.');
    expect(await page('amount=other&other=3.000.000')).toContain('Masih bisa diisi Rp2.000.000.');
    expect(await page('amount=other&other=banyak')).toContain('Tulis jumlah dengan angka');
    expect(await page('amount=other&other=banyak')).toContain('value="banyak"');
    const topUpId = newId('top');
    await server.send('/dompet/isi', { session, form: { topUpId, sum: '20000', rail: 'simulator' } });
    const reused = await server.send('/dompet/isi', { session, form: { topUpId, sum: '30000', rail: 'simulator' } });
    expect([reused.status, reused.text.includes('sudah dipakai untuk hal lain')]).toEqual([409, true]);
  });

  it('by card says what is known when Stripe does not answer', { timeout: 60_000 }, async () => {
    const { session } = await withWallet();
    const topUpId = newId('top');
    const sent = await server.send('/dompet/isi', { session, form: { topUpId, sum: '20000', rail: 'stripe' } });
    expect(sent.status).toBe(303);
    const page = await server.send(`/dompet/isi/${topUpId}`, { session });
    expect(page.text).toContain('Belum ada uang yang diambil');
    expect((await server.send('/dompet', { session })).text).toContain('Rp20.000 sedang menunggu pembayaran kartu');
  });

  it('a forgotten PIN is replaced by a code to her phone', async () => {
    const { session, phone } = await withWallet();
    const sent = await server.send('/dompet/pin/kode', { session, form: {} });
    expect([sent.status, sent.headers.location]).toEqual([303, '/dompet/pin/lupa?kode=terkirim']);
    const soon = await server.send('/dompet/pin/kode', { session, form: {} });
    expect([soon.status, soon.text.includes('Kode baru bisa dikirim')]).toEqual([429, true]);
    const code = await readSentCode(server.world.app, phone);
    const wrong = await server.send('/dompet/pin/lupa', {
      session,
      form: { code: code === '000000' ? '000001' : '000000', newPin: '906274', againPin: '906274' },
    });
    expect([wrong.status, wrong.text.includes('Kode belum cocok')]).toEqual([422, true]);
    const reset = await server.send('/dompet/pin/lupa', {
      session,
      form: { code, newPin: '906274', againPin: '906274' },
    });
    expect(reset.status).toBe(303);
    const old = await server.send('/dompet/pin/ganti', {
      session,
      form: { oldPin: PIN, newPin: '492683', againPin: '492683' },
    });
    expect([old.status, old.text.includes('Masih bisa 4 kali lagi')]).toEqual([422, true]);
    const changed = await server.send('/dompet/pin/ganti', {
      session,
      form: { oldPin: '906274', newPin: '492683', againPin: '492683' },
    });
    expect(changed.status).toBe(303);
  });

  it('a signed notice from Stripe fills the wallet once; anybody else is turned away', async () => {
    const { accountId } = await makeWallet(server.world);
    const topUpId = newId('top');
    const now = server.world.clock.now();
    await server.world.inTransaction((tx) =>
      startTopUp(tx, { topUpId, accountId, amount: 50_000, rail: 'stripe', railsOn: ['stripe'], now }),
    );
    const object = {
      id: 'pi_1',
      object: 'payment_intent',
      amount_received: 5_000_000,
      currency: 'idr',
      metadata: { top_up_id: topUpId },
    };
    const body = JSON.stringify({
      id: `evt_${topUpId}`,
      object: 'event',
      type: 'payment_intent.succeeded',
      data: { object },
    });
    const post = (signature: string, sent = body) =>
      server.send('/webhook/stripe', {
        method: 'POST',
        body: sent,
        headers: { 'Content-Type': 'application/json', ...(signature ? { 'Stripe-Signature': signature } : {}) },
      });
    const stripe = new Stripe('sk_test_123');
    const signed = (secret: string) => stripe.webhooks.generateTestHeaderString({ payload: body, secret });
    expect((await post('')).status).toBe(400);
    expect((await post(signed('whsec_other'))).status).toBe(400);
    expect((await post(signed(STRIPE.STRIPE_WEBHOOK_SECRET), body.replace('5000000', '9000000'))).status).toBe(400);
    expect(await readAccount(server.world, accountId)).toMatchObject({ balance: 0 });
    const all = await Promise.all(Array.from({ length: 5 }, () => post(signed(STRIPE.STRIPE_WEBHOOK_SECRET))));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await readAccount(server.world, accountId)).toMatchObject({ balance: 50_000, version: 1 });
    expect((await server.send('/webhook/stripe')).status).toBe(405);
  });
});

it('without keys the card rail is off and says so, and nobody answers its webhook', async () => {
  const server = await startServer('sqlite', { env: { ROLE: 'web' } });
  try {
    const { personId } = await makePerson(server.world, { phone: '+6281000000399' as E164 });
    const session = await signInPerson(server.world, personId);
    const page = await server.send('/dompet/isi', { session });
    expect(page.text).toContain('Isi saldo dengan kartu belum dibuka di sini.');
    const form = { topUpId: newId('top'), sum: '20000', rail: 'stripe' };
    expect((await server.send('/dompet/isi', { session, form })).status).toBe(409);
    const webhook = await server.send('/webhook/stripe', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(webhook.status).toBe(404);
  } finally {
    await server.stop();
  }
});
