import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readInbox, sendMessage } from '~/platform/message.server';
import { readOutbox } from '~/platform/read-outbox.server';
import { onBothEngines, type World } from '../../test/setup/engines';
import { drainOutbox } from './run-worker.server';

const PHONE = '+6281000000001';
const CODE = '482913';
const WHATSAPP = { WHATSAPP_TOKEN: 'token', WHATSAPP_PHONE_NUMBER_ID: '555', WHATSAPP_API_URL: 'https://graph.test' };

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** Answers like Meta and notes the key of each request; the first `broken` answers are lost. */
function meta({ broken = 0 } = {}): string[] {
  const keys: string[] = [];
  server.use(
    http.post('https://graph.test/555/messages', async ({ request }) => {
      keys.push(((await request.json()) as { biz_opaque_callback_data: string }).biz_opaque_callback_data);
      return keys.length <= broken
        ? HttpResponse.error()
        : HttpResponse.json({ messages: [{ id: `wamid.${keys.length}` }] });
    }),
  );
  return keys;
}

const sendCode = (world: World, { staleAt }: { staleAt?: number } = {}) =>
  world.inTransaction((tx) =>
    sendMessage(tx, {
      to: { phone: PHONE },
      template: 'sign_in_code',
      values: {},
      sealedValues: world.app.ports.secrets.seal(JSON.stringify({ code: CODE })),
      path: '/masuk',
      key: 'code:1',
      now: world.clock.now(),
      ...(staleAt === undefined ? {} : { staleAt }),
    }),
  );

/** Everything both tables hold, as text. */
async function everythingKept({ db }: World): Promise<string> {
  return JSON.stringify([
    await db.selectFrom('platform_outbox').selectAll().execute(),
    await db.selectFrom('platform_message').selectAll().execute(),
  ]);
}

onBothEngines('a message', (engine) => {
  it('stands in the development inbox with its text and link while no sender is configured', async () => {
    const world = await engine.world();
    await sendCode(world);
    expect(await everythingKept(world)).not.toContain(CODE);
    await drainOutbox(world.app);
    expect(await readInbox(world.db, { recipient: PHONE })).toMatchObject([
      {
        channel: 'inbox',
        subject: 'Kode OTP Pestarasa',
        text: `Kode OTP Pestarasa ${CODE}. Berlaku 5 menit. Jangan berikan kepada siapa pun, termasuk petugas kami.`,
        link: 'http://localhost:3000/masuk',
      },
    ]);
    expect(await readInbox(world.db, { recipient: '+6281000000002' })).toEqual([]);
  });

  it('with a code goes to WhatsApp and its code is kept nowhere', async () => {
    const keys = meta();
    const world = await engine.world({ env: WHATSAPP });
    await sendCode(world);
    await drainOutbox(world.app);
    expect(keys).toEqual(['message:code:1']);
    const kept = await everythingKept(world);
    expect(kept).not.toContain(CODE);
    expect(kept).not.toContain('sealedValues');
    const [message] = await world.db.selectFrom('platform_message').selectAll().execute();
    expect(message).toMatchObject({ channel: 'whatsapp', text: null, provider_reference: 'wamid.1', recipient: PHONE });
  });

  it('is sent again with the same key when the answer was lost, and noted once', async () => {
    const keys = meta({ broken: 1 });
    const world = await engine.world({ env: WHATSAPP });
    await sendCode(world);
    expect(await drainOutbox(world.app)).toEqual({ done: 0, waiting: 1, stuck: 0 });
    const { lines } = await readOutbox(world.db, { filter: 'waiting', page: 1, now: world.clock.now() });
    expect(lines).toMatchObject([
      {
        recipient: '0810-••••-0001',
        template: 'sign_in_code',
        lastError: 'WhatsApp could not be reached',
        attempts: 1,
      },
    ]);
    world.clock.advance(2_000);
    await drainOutbox(world.app);
    expect(keys).toEqual(['message:code:1', 'message:code:1']);
    expect(await world.db.selectFrom('platform_message').selectAll().execute()).toHaveLength(1);
  });

  it('that can help nobody any more is dropped and forgotten', async () => {
    const world = await engine.world({ env: WHATSAPP });
    await sendCode(world, { staleAt: world.clock.now() + 1_000 });
    world.clock.advance(1_000);
    await drainOutbox(world.app);
    const row = await world.db.selectFrom('platform_outbox').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ payload: '{}', done_at: null, last_error: 'too late to help anybody' });
    expect(row.cancelled_at).toBe(world.clock.now());
  });

  it('in English leads to the English page', async () => {
    const world = await engine.world();
    await world.inTransaction((tx) =>
      sendMessage(tx, {
        to: { email: 'siti@contoh.example' },
        template: 'sign_in_code',
        values: { code: '1' },
        path: '/masuk',
        language: 'en',
        key: 'k',
        now: 1,
      }),
    );
    await drainOutbox(world.app);
    expect(await readInbox(world.db)).toMatchObject([
      { recipient: 'siti@contoh.example', link: 'http://localhost:3000/en/masuk' },
    ]);
  });
});
