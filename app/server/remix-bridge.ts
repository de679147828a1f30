import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { compress, encodingOf } from './compress';

/** Headers a proxy may add; believed only behind as many proxies as configured, and never passed on. */
const FORWARDED = /^(x-forwarded-.*|forwarded|x-real-ip|x-original-url|x-rewrite-url)$/;

/**
 * The web Request of a judged node request. `body` was read and counted before. HEAD travels as GET, without its
 * body on the way back: Remix takes a HEAD of page data for a form and answers 500 to many. Host and Origin were
 * judged; Remix compares them again letter by letter, so it sees the address as configured.
 */
export function toRequest(from: IncomingMessage, url: URL, body: Buffer | null, signal: AbortSignal): Request {
  const headers = new Headers();
  for (let i = 0; i < from.rawHeaders.length; i += 2) {
    const name = from.rawHeaders[i]!.toLowerCase();
    if (!FORWARDED.test(name)) headers.append(name, from.rawHeaders[i + 1]!);
  }
  headers.set('host', url.host);
  if (from.headers['content-type']) headers.set('content-type', from.headers['content-type']);
  const method = from.method === 'HEAD' ? 'GET' : from.method;
  return new Request(url, { method, headers, signal, body: body && new Uint8Array(body) });
}

/** The sender's address: the socket's, or what the outermost trusted proxy saw. */
export function clientAddress(from: IncomingMessage, trustedHops: number): string {
  const socket = from.socket.remoteAddress ?? '';
  if (trustedHops < 1) return socket;
  const hops = String(from.headers['x-forwarded-for'] ?? '').split(',');
  return hops.at(-trustedHops)?.trim() || socket;
}

const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(json|javascript|xml|manifest\+json)|image\/svg)/;

/** Writes a web Response, compressed where the browser takes it. Ends quietly when the browser has gone. */
export async function sendResponse(answer: Response, request: IncomingMessage, to: ServerResponse): Promise<void> {
  to.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') to.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length) to.setHeader('set-cookie', cookies);
  if (!answer.body || request.method === 'HEAD') {
    await answer.body?.cancel();
    to.end();
    return;
  }
  if (isWhole(answer)) return sendWhole(Buffer.from(await answer.arrayBuffer()), request, to);
  const source = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
  const packer = packerFor(request, to);
  try {
    await (packer ? pipeline(source, packer, to) : pipeline(source, to));
  } catch (error) {
    to.destroy();
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** Pages are rendered before they are sent (entry.server.tsx); everything else may be a stream. */
function isWhole(answer: Response): boolean {
  return answer.headers.get('content-type')?.startsWith('text/html') === true;
}

async function sendWhole(bytes: Buffer, request: IncomingMessage, to: ServerResponse): Promise<void> {
  to.appendHeader('vary', 'Accept-Encoding');
  const encoding = encodingOf(String(request.headers['accept-encoding'] ?? ''));
  const body = await compress(bytes, encoding);
  if (encoding !== 'identity') to.setHeader('content-encoding', encoding);
  to.setHeader('content-length', body.length);
  to.end(body);
}

function packerFor(request: IncomingMessage, to: ServerResponse) {
  const type = String(to.getHeader('content-type') ?? '');
  if (!COMPRESSIBLE.test(type) || to.hasHeader('content-encoding')) return null;
  to.appendHeader('vary', 'Accept-Encoding');
  const encoding = encodingOf(String(request.headers['accept-encoding'] ?? ''));
  if (encoding === 'identity') return null;
  to.removeHeader('content-length');
  to.setHeader('content-encoding', encoding);
  return encoding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : createGzip({ level: 5 });
}
