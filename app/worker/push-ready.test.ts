import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import webPush from 'web-push';
import { acceptTicket } from '~/domain/orders/accept-ticket.server';
import { forgetPushes } from '~/domain/orders/forget-pushes.server';
import { handOver } from '~/domain/orders/hand-over.server';
import { keepPush } from '~/domain/orders/keep-push.server';
import { markReady } from '~/domain/orders/mark-ready.server';
import { pushForm } from '~/domain/orders/push-form';
import { accepted } from '../../test/factories/merchants';
import { doorOf, makeOrder } from '../../test/factories/orders';
import { makeOpenFestival } from '../../test/factories/stalls';
import { makeWallet } from '../../test/factories/wallet';
import { type EngineUnderTest, onBothEngines } from '../../test/setup/engines';
import { makePushReceiver, type PushReceiver } from '../../test/setup/push-receiver';
import { drainOutbox } from './run-worker.server';

const SERVICE = 'https://fcm.googleapis.com/fcm/send';
const vapid = webPush.generateVAPIDKeys();
const KEYS = {
  VAPID_PUBLIC_KEY: vapid.publicKey,
  VAPID_PRIVATE_KEY: vapid.privateKey,
  VAPID_SUBJECT: 'mailto:siapa@pesta.example',
};
const service = setupServer();

beforeAll(() => service.listen({ onUnhandledRequest: 'error' }));
afterEach(() => service.resetHandlers());
afterAll(() => service.close());

/** What the push service took, by the last part of the endpoint; `status` is its answer. */
function listen(status = 201): { to: string; body: Buffer }[] {
  const taken: { to: string; body: Buffer }[] = [];
  service.use(
    http.post(`${SERVICE}/:browser`, async ({ request, params }) => {
      taken.push({ to: String(params.browser), body: Buffer.from(await request.arrayBuffer()) });
      return new HttpResponse(null, { status });
    }),
  );
  return taken;
}

async function begin(engine: EngineUnderTest, env: Record<string, string> = KEYS) {
  const world = await engine.world({ env });
  const { stalls } = await makeOpenFestival(world, [{}]);
  const stall = stalls[0]!;
  const wallet = await makeWallet(world, { balance: 100_000 });
  const { orderId, tickets } = await makeOrder(world, [stall], { wallet });
  const done = { door: doorOf(stall, tickets[0]!), byPersonId: null };
  const browserOf = (name: string, keys: PushReceiver = makePushReceiver()) => {
    const subscription = { endpoint: `${SERVICE}/${name}`, p256dh: keys.p256dh, auth: keys.auth };
    const order = { orderId, ...subscription, language: 'id', now: world.clock.now() } as const;
    return world.inTransaction((tx) => keepPush(tx, order));
  };
  const cook = () =>
    world.inTransaction(async (tx) => {
      const now = world.clock.now();
      accepted(await acceptTicket(tx, { ...done, minutes: 5, now }));
      accepted(await markReady(tx, { ...done, now }));
    });
  const collect = () =>
    world.inTransaction(async (tx) => accepted(await handOver(tx, { ...done, now: world.clock.now() })));
  const rows = () =>
    world.db
      .selectFrom('platform_outbox')
      .select(['attempts', 'done_at', 'stuck_at', 'last_error'])
      .where('kind', '=', 'orders.push_ready')
      .execute();
  return { world, stall, orderId, browserOf, cook, collect, rows };
}

onBothEngines('a browser that waits for an order', (engine) => {
  it('reads on its locked screen that it is ready, where, and opens the order; once', async () => {
    const { world, stall, orderId, browserOf, cook } = await begin(engine);
    const taken = listen();
    const mine = makePushReceiver();
    accepted(await browserOf('mine', mine));
    await cook();
    await drainOutbox(world.app);
    await drainOutbox(world.app);
    expect(taken.map(({ to }) => to)).toEqual(['mine']);
    expect(JSON.parse(mine.open(taken[0]!.body))).toMatchObject({
      title: `Pesanan 1 siap diambil di stan ${stall.booth}`,
      body: expect.stringContaining('Tunjukkan nomor antrean'),
      path: `/pesanan/${orderId}`,
    });
  });

  it('is told on every phone that asked, three at most; the same phone again is the same phone', async () => {
    const { world, browserOf, cook } = await begin(engine);
    const taken = listen();
    for (const name of ['one', 'two', 'three', 'two']) expect((await browserOf(name)).ok).toBe(true);
    expect(await browserOf('four')).toEqual({ ok: false, refusal: { code: 'push_full', most: 3 } });
    await cook();
    await drainOutbox(world.app);
    expect(taken.map(({ to }) => to).sort()).toEqual(['one', 'three', 'two']);
  });

  it('of ten phones at once three are kept', async () => {
    const { browserOf } = await begin(engine);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => browserOf(`phone-${at}`)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it('that is gone is not told again', async () => {
    const { world, browserOf, cook, rows } = await begin(engine);
    listen(410);
    accepted(await browserOf('gone'));
    await cook();
    await drainOutbox(world.app);
    const { gone_at } = await world.db.selectFrom('order_push').select('gone_at').executeTakeFirstOrThrow();
    expect(gone_at).toBe(world.clock.now());
    expect(await rows()).toMatchObject([{ done_at: world.clock.now(), stuck_at: null }]);
    // It asks again from a fresh page: then it waits again.
    accepted(await browserOf('gone'));
    expect((await world.db.selectFrom('order_push').select('gone_at').executeTakeFirstOrThrow()).gone_at).toBeNull();
  });

  it('is forgotten once the day of its order is closed, not before', async () => {
    const { world, stall, browserOf, cook } = await begin(engine);
    const taken = listen();
    accepted(await browserOf('mine'));
    const forget = (day: string) =>
      world.inTransaction((tx) => forgetPushes(tx, { festivalId: stall.festivalId, day }));
    expect(await forget('2020-01-01')).toBe(0);
    expect(await forget(stall.day)).toBe(1);
    await cook();
    await drainOutbox(world.app);
    expect(taken).toEqual([]);
  });

  it('is tried again when the push service is busy, and told then', async () => {
    const { world, browserOf, cook, rows } = await begin(engine);
    listen(503);
    accepted(await browserOf('mine'));
    await cook();
    await drainOutbox(world.app);
    expect(await rows()).toMatchObject([
      { done_at: null, stuck_at: null, last_error: 'the push service answered 503' },
    ]);
    service.resetHandlers();
    const taken = listen();
    world.clock.advance(5 * 60_000);
    await drainOutbox(world.app);
    expect(taken).toHaveLength(1);
  });

  it('is left alone once the food was collected, half an hour has passed, or push is off', async () => {
    const taken = listen();
    const early = await begin(engine);
    accepted(await early.browserOf('mine'));
    await early.cook();
    await early.collect();
    await drainOutbox(early.world.app);
    const late = await begin(engine);
    accepted(await late.browserOf('mine'));
    await late.cook();
    late.world.clock.advance(31 * 60_000);
    await drainOutbox(late.world.app);
    const off = await begin(engine, {});
    accepted(await off.browserOf('mine'));
    await off.cook();
    await drainOutbox(off.world.app);
    expect(taken).toEqual([]);
  });

  it('waits for an order that exists', async () => {
    const { world } = await begin(engine);
    const { p256dh, auth } = makePushReceiver();
    const order = { orderId: 'ord_00000000000000000000000000', language: 'id', now: world.clock.now() } as const;
    const kept = await world.inTransaction((tx) => keepPush(tx, { ...order, endpoint: `${SERVICE}/x`, p256dh, auth }));
    expect(kept).toEqual({ ok: false, refusal: { code: 'order_unknown' } });
  });
});

it('a subscription is taken only whole, and only for a known push service', () => {
  const { p256dh, auth } = makePushReceiver();
  const good = { endpoint: `${SERVICE}/x`, p256dh, auth };
  expect(pushForm.parse(good)).toEqual(good);
  for (const wrong of [
    { ...good, endpoint: 'https://10.0.0.1/x' },
    { ...good, p256dh: auth },
    { ...good, p256dh: `A${p256dh.slice(1)}` },
    { ...good, auth: p256dh },
    { endpoint: good.endpoint },
  ])
    expect(pushForm.safeParse(wrong).success).toBe(false);
});
