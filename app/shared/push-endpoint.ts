/**
 * Push services of browsers, by host or by the end of it. The server sends to what a browser names, so it sends to these
 * and nowhere else: an address inside our own network is none of them, whatever its name resolves to.
 */
const SERVICES = ['fcm.googleapis.com', '.push.services.mozilla.com', '.notify.windows.com', '.push.apple.com'];
const ENDPOINT_LENGTH_MAX = 800;

/** The endpoint of a push subscription, https at a known push service; null for anything else. */
export function readPushEndpoint(text: string): string | null {
  if (text.length > ENDPOINT_LENGTH_MAX || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  const isKnown = SERVICES.some((service) =>
    service.startsWith('.') ? url.hostname.endsWith(service) : url.hostname === service,
  );
  return isKnown ? url.href : null;
}
