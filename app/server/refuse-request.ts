import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { wordsFor } from '~/i18n/index';
import { languageOf } from '~/shared/paths';
import { sendPlainPage } from './plain-page';

type Status = 400 | 403 | 405 | 408 | 413 | 414 | 415 | 421;

/** How much of a refused body is still taken, so that a browser gets to read the answer. */
const DRAIN_BYTES = 32 * 1024 * 1024;
const DRAIN_MS = 10_000;

/** A short page in words: an honest person meets it with a photo that is too large. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, status: Status): void {
  const language = languageOf(request.url ?? '/');
  const words = wordsFor(language).identity.guard;
  const text = status === 413 ? words.tooLarge : status === 408 ? words.tooSlow : words.refused;
  response.setHeader('Connection', 'close');
  if (status === 405) response.setHeader('Allow', 'GET, HEAD, POST');
  const body = `<p>${text}</p><p><a href="/">${words.home}</a></p>`;
  sendPlainPage(request, response, { status, language, title: words.title, body });
  drain(request);
}

/** Takes a little of what still comes, so that the answer is read, then cuts. */
export function drain(request: IncomingMessage): void {
  if (request.complete) return;
  let taken = 0;
  const stop = () => request.destroy();
  const timer = setTimeout(stop, DRAIN_MS).unref();
  request.on('data', (chunk: Buffer) => {
    taken += chunk.length;
    if (taken > DRAIN_BYTES) stop();
  });
  request.on('close', () => clearTimeout(timer));
  request.resume();
}

const PARSER_ANSWERS: Record<string, string> = {
  HPE_INVALID_METHOD: '405 Method Not Allowed',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

const PARSER_LINGER_MS = 2_000;

/** What never became a request: an unknown method, headers without end, bytes that are not HTTP. */
export function answerParserError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const line = PARSER_ANSWERS[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  // A sender who never closes its side would keep the socket for ever.
  setTimeout(() => socket.destroy(), PARSER_LINGER_MS).unref();
}
