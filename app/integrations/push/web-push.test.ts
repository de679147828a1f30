import { delay, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import webPush from 'web-push';
import { makePushReceiver, readVapid } from '../../../test/setup/push-receiver';
import { SendFailure } from '../messages/sender';
import { sendPush } from './web-push.server';

const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/abc';
const keys = { ...webPush.generateVAPIDKeys(), subject: 'mailto:siapa@pesta.example' };
const browser = makePushReceiver();
const target = { endpoint: ENDPOINT, p256dh: browser.p256dh, auth: browser.auth };
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const push = () => sendPush(keys, target, 'Pesanan 27 siap', { keepFor: 1_800, timeout: 100 });
const answer = (status: number, headers: Record<string, string> = {}) =>
  server.use(http.post(ENDPOINT, () => new HttpResponse(null, { status, headers })));

async function failure(): Promise<SendFailure> {
  const error: unknown = await push().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SendFailure)) throw new Error(`expected a SendFailure, got ${String(error)}`);
  return error;
}

it('encrypts for that browser alone, signs with our key, and says how long it may wait', async () => {
  const seen: { body: Buffer; headers: Headers }[] = [];
  server.use(
    http.post(ENDPOINT, async ({ request }) => {
      seen.push({ body: Buffer.from(await request.arrayBuffer()), headers: request.headers });
      return new HttpResponse(null, { status: 201 });
    }),
  );
  expect(await push()).toBe('sent');
  const [sent] = seen;
  expect(sent!.body.includes('Pesanan')).toBe(false);
  expect(browser.open(sent!.body)).toBe('Pesanan 27 siap');
  expect(() => makePushReceiver().open(sent!.body)).toThrow();
  expect(sent!.headers.get('content-encoding')).toBe('aes128gcm');
  expect(sent!.headers.get('ttl')).toBe('1800');
  expect(sent!.headers.get('urgency')).toBe('high');
  expect(readVapid(sent!.headers.get('authorization') ?? '')).toMatchObject({
    publicKey: keys.publicKey,
    claims: { aud: 'https://fcm.googleapis.com', sub: keys.subject },
  });
});

it.each([404, 410])('%i: that browser is gone', async (status) => {
  answer(status);
  expect(await push()).toBe('gone');
});

it.each([500, 503, 429])('%i: tried again', async (status) => {
  answer(status, { 'retry-after': '20' });
  expect(await failure()).toMatchObject({ isFinal: false, pause: 20_000 });
});

it.each([400, 401, 403, 413])('%i: not tried again, and the words name no browser', async (status) => {
  answer(status);
  const { isFinal, message } = await failure();
  expect([isFinal, message]).toEqual([true, `the push service answered ${status}`]);
});

it('no answer in time, a line that breaks, a redirect elsewhere: tried again, never followed', async () => {
  server.use(
    http.post(ENDPOINT, async () => {
      await delay(400);
      return new HttpResponse(null, { status: 201 });
    }),
  );
  expect(await failure()).toMatchObject({ isFinal: false, message: 'the push service did not answer in time' });
  server.use(http.post(ENDPOINT, () => HttpResponse.error()));
  expect(await failure()).toMatchObject({ isFinal: false, message: 'the push service is out of reach' });
  answer(302, { location: 'https://169.254.169.254/' });
  expect(await failure()).toMatchObject({ isFinal: false });
});
