import webPush from 'web-push';
import { SendFailure } from '../messages/sender';

/** Our own keys (RFC 8292), base64url, and whom a push service may write to. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
  subject: string;
}

/** A browser's subscription; the text is encrypted for its keys (RFC 8291). */
export interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

export interface PushOptions {
  /** Seconds the push service keeps it for a phone that is off. */
  keepFor: number;
  /** ms; default 10 s. */
  timeout?: number;
}

/**
 * Hands one text to a browser's push service. `gone`: that browser takes no more. Throws SendFailure, saying whether another
 * try could help. Endpoints were checked when they were kept (app/shared/push-endpoint.ts); redirects are not followed.
 */
export async function sendPush(
  { publicKey, privateKey, subject }: PushKeys,
  { endpoint, p256dh, auth }: PushTarget,
  text: string,
  { keepFor, timeout = 10_000 }: PushOptions,
): Promise<'sent' | 'gone'> {
  const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
    vapidDetails: { subject, publicKey, privateKey },
    TTL: keepFor,
    urgency: 'high',
  });
  const { 'Content-Length': _length, ...headers } = request.headers as Record<string, string>;
  const response = await post(endpoint, { ...headers, TTL: String(keepFor) }, request.body, timeout);
  // Some services explain themselves; nobody reads it.
  await response.body?.cancel();
  if (response.ok) return 'sent';
  if (response.status === 404 || response.status === 410) return 'gone';
  const isPassing = response.status === 429 || response.status >= 500;
  const seconds = Number(response.headers.get('retry-after'));
  throw new SendFailure(`the push service answered ${response.status}`, {
    isFinal: !isPassing,
    pause: seconds > 0 ? seconds * 1_000 : undefined,
  });
}

async function post(
  endpoint: string,
  headers: Record<string, string>,
  body: Buffer,
  timeout: number,
): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    });
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    // The endpoint is the key to somebody's screen: it stays out of the words.
    throw new SendFailure(isTimeout ? 'the push service did not answer in time' : 'the push service is out of reach', {
      isFinal: false,
    });
  }
}
