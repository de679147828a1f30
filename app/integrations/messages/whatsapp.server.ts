import { type Delivery, type MessageSender, type OutgoingMessage, SendFailure } from './sender';

export interface WhatsappAccess {
  token: string;
  phoneNumberId: string;
  /** With its version, such as https://graph.facebook.com/v23.0 */
  apiUrl: string;
  /** ms; default 10 s. */
  timeout?: number;
}

/**
 * Meta's errors that pass by themselves (developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes):
 * 1, 2 and 131000 something went wrong there, 131016 overloaded, 131057 maintenance,
 * 4, 80007, 130429, 131048 and 131056 too many at once.
 */
const PASSING = new Set([1, 2, 4, 80_007, 130_429, 131_000, 131_016, 131_048, 131_056, 131_057]);

/** Sends approved templates through the WhatsApp Cloud API; a template is called `pestarasa_<name>` there. */
export function whatsappSender(access: WhatsappAccess): MessageSender {
  return { channel: 'whatsapp', send: (message) => send(access, message) };
}

async function send(access: WhatsappAccess, message: OutgoingMessage): Promise<Delivery> {
  const response = await post(access, toRequest(message));
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toFailure(response, answer);
  const reference = (answer as { messages?: { id?: unknown }[] } | null)?.messages?.[0]?.id;
  if (typeof reference !== 'string')
    throw new SendFailure('WhatsApp answered without a message id', { isFinal: false });
  return { reference };
}

async function post(
  { token, phoneNumberId, apiUrl, timeout = 10_000 }: WhatsappAccess,
  body: unknown,
): Promise<Response> {
  try {
    return await fetch(`${apiUrl}/${phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    });
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    throw new SendFailure(isTimeout ? 'WhatsApp did not answer in time' : 'WhatsApp could not be reached', {
      isFinal: false,
    });
  }
}

function toRequest(message: OutgoingMessage): unknown {
  const texts = message.said.parameters.map((text) => ({ type: 'text', text }));
  const components: unknown[] = texts.length > 0 ? [{ type: 'body', parameters: texts }] : [];
  // Code templates carry the code a second time, for the button that copies it.
  const suffix = message.secret === 'code' ? message.said.parameters[0] : message.link?.path.replace(/^\//, '');
  if (suffix !== undefined) {
    components.push({ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: suffix }] });
  }
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: message.recipient.replace(/^\+/, ''),
    type: 'template',
    template: { name: `pestarasa_${message.template}`, language: { code: message.language }, components },
    // The API knows no idempotency key; this one comes back in its status reports.
    biz_opaque_callback_data: message.key,
  };
}

function toFailure(response: Response, answer: unknown): SendFailure {
  const { code } = (answer as { error?: { code?: unknown } } | null)?.error ?? {};
  const isPassing =
    response.status === 429 || response.status >= 500 || (typeof code === 'number' && PASSING.has(code));
  const seconds = Number(response.headers.get('retry-after'));
  // Meta's own sentence may repeat the number it was sent to; its code says enough.
  const words = `WhatsApp answered ${response.status}${typeof code === 'number' ? `, error ${code}` : ''}`;
  return new SendFailure(words, { isFinal: !isPassing, pause: seconds > 0 ? seconds * 1_000 : undefined });
}
