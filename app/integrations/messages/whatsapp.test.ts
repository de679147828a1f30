import { delay, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { say } from '~/shared/message-templates';
import { type OutgoingMessage, SendFailure } from './sender';
import { whatsappSender } from './whatsapp.server';

const ADDRESS = 'https://graph.test/v23.0/555/messages';
const server = setupServer();
const sender = whatsappSender({
  token: 'secret-token',
  phoneNumberId: '555',
  apiUrl: 'https://graph.test/v23.0',
  timeout: 100,
});

const offer: OutgoingMessage = {
  key: 'message:offer:1',
  recipient: '+6281234567890',
  template: 'festival_offer',
  language: 'id',
  subject: 'Anda terpilih',
  said: say`Usaha ${'Pempek Siti'} terpilih: stan ${14}. Jawab sekarang.`,
  secret: null,
  link: { path: '/usaha/mrc_1', url: 'https://pestarasa.example/usaha/mrc_1', word: 'Lihat tawaran' },
};

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const answerWith = (body: unknown, init: ResponseInit = {}) =>
  server.use(http.post(ADDRESS, () => HttpResponse.json(body as never, init)));

async function failureOf(message: OutgoingMessage): Promise<SendFailure> {
  const error: unknown = await sender.send(message).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SendFailure)) throw new Error(`expected a SendFailure, got ${String(error)}`);
  return error;
}

describe('WhatsApp', () => {
  it('gets the template with its values in order, the button and our key', async () => {
    let sent: { body: unknown; authorization: string | null } | null = null;
    server.use(
      http.post(ADDRESS, async ({ request }) => {
        sent = { body: await request.json(), authorization: request.headers.get('authorization') };
        return HttpResponse.json({ messaging_product: 'whatsapp', messages: [{ id: 'wamid.1' }] });
      }),
    );
    expect(await sender.send(offer)).toEqual({ reference: 'wamid.1' });
    expect(sent).toEqual({
      authorization: 'Bearer secret-token',
      body: {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '6281234567890',
        type: 'template',
        template: {
          name: 'pestarasa_festival_offer',
          language: { code: 'id' },
          components: [
            {
              type: 'body',
              parameters: [
                { type: 'text', text: 'Pempek Siti' },
                { type: 'text', text: '14' },
              ],
            },
            { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'usaha/mrc_1' }] },
          ],
        },
        biz_opaque_callback_data: 'message:offer:1',
      },
    });
  });

  it('gets a code twice, in the text and for the button that copies it', async () => {
    let components: unknown;
    server.use(
      http.post(ADDRESS, async ({ request }) => {
        components = ((await request.json()) as { template: { components: unknown } }).template.components;
        return HttpResponse.json({ messages: [{ id: 'wamid.2' }] });
      }),
    );
    await sender.send({ ...offer, secret: 'code', link: null, said: say`Kode OTP ${'482913'}. Berlaku.` });
    const code = [{ type: 'text', text: '482913' }];
    expect(components).toEqual([
      { type: 'body', parameters: code },
      { type: 'button', sub_type: 'url', index: '0', parameters: code },
    ]);
  });

  it('too many at once: tried again, after the pause it asked for', async () => {
    answerWith(
      { error: { code: 130_429, message: 'Rate limit hit' } },
      { status: 429, headers: { 'retry-after': '30' } },
    );
    expect(await failureOf(offer)).toMatchObject({ isFinal: false, pause: 30_000 });
  });

  it.each([
    ['broken there', 500, { error: { code: 131_000 } }],
    ['not even JSON', 503, 'upstream is down'],
    ['a passing error under 400', 400, { error: { code: 131_016 } }],
  ])('%s: tried again', async (_, status, body) => {
    answerWith(body, { status });
    expect(await failureOf(offer)).toMatchObject({ isFinal: false });
  });

  it.each([
    ['a number without WhatsApp', 400, { error: { code: 131_026, message: 'Undeliverable to 6281234567890' } }],
    ['an unknown template', 404, { error: { code: 132_001 } }],
    ['a token that ended', 401, { error: { code: 190 } }],
  ])('%s: not tried again, and the words name nobody', async (_, status, body) => {
    answerWith(body, { status });
    const failure = await failureOf(offer);
    expect(failure.isFinal).toBe(true);
    expect(failure.message).toBe(`WhatsApp answered ${status}, error ${body.error.code}`);
  });

  it('no answer in time: tried again', async () => {
    server.use(
      http.post(ADDRESS, async () => {
        await delay(400);
        return HttpResponse.json({});
      }),
    );
    expect(await failureOf(offer)).toMatchObject({ isFinal: false, message: 'WhatsApp did not answer in time' });
  });

  it('a line that breaks: tried again', async () => {
    server.use(http.post(ADDRESS, () => HttpResponse.error()));
    expect(await failureOf(offer)).toMatchObject({ isFinal: false, message: 'WhatsApp could not be reached' });
  });

  it.each([{}, { messages: [] }, { messages: [{ id: 7 }] }, 'ok'])(
    'an answer we cannot read (%j): tried again',
    async (body) => {
      answerWith(body);
      expect(await failureOf(offer)).toMatchObject({
        isFinal: false,
        message: 'WhatsApp answered without a message id',
      });
    },
  );
});
