import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { formatBytes } from '~/i18n/format';
import { wordsFor } from '~/i18n/index';
import type { Language } from '~/shared/language';
import { languageOf, pathTo } from '~/shared/paths';
import { beginPlainPage, sendPlainPage } from './plain-page';

type Status = 400 | 403 | 405 | 408 | 413 | 414 | 415 | 421;

/** How much of a refused body is still taken, so that a browser gets to read the answer. */
const DRAIN_BYTES = 32 * 1024 * 1024;
const DRAIN_MS = 10_000;

interface Refused {
  status: Status;
  /** Bytes the body might have had, where it is too long. */
  most?: number | undefined;
}

/** A short page in words: an honest person meets it with a photo that is too large. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, { status, most }: Refused): void {
  const language = languageOf(request.url ?? '/');
  const words = wordsFor(language).identity.guard;
  response.setHeader('Connection', 'close');
  if (status === 405) response.setHeader('Allow', 'GET, HEAD, POST');
  const home = `<p><a href="${pathTo('/', language)}">${words.home}</a></p>`;
  const { title, text } =
    status === 413 && most !== undefined
      ? sayTooLong(request, most, language)
      : { title: words.title, text: status === 408 ? words.tooSlow : words.refused };
  const page = { status, language, title, body: `<p>${text}</p>${home}` };
  if (status !== 413) sendPlainPage(request, response, page);
  // Closing resets the line under a browser that is still sending its photo, and it would never read this page.
  else beginPlainPage(request, response, page);
  drain(request, () => response.end());
}

/** What was too long, by how much, and that the browser still holds what was typed. */
function sayTooLong({ headers }: IncomingMessage, most: number, language: Language): { title: string; text: string } {
  const { tooLong } = wordsFor(language).identity.guard;
  const words = headers['content-type']?.startsWith('multipart/') ? tooLong.file : tooLong.text;
  const length = Number(headers['content-length']);
  const sent = length > most ? formatBytes(length, language) : null;
  return { title: words.title, text: `${tooLong.size(sent, formatBytes(most, language))} ${words.back}` };
}

/** Takes a little of what still comes, so that the answer is read, then cuts. */
export function drain(request: IncomingMessage, done: () => void = () => undefined): void {
  if (request.complete) {
    done();
    return;
  }
  let taken = 0;
  const stop = () => request.destroy();
  const timer = setTimeout(stop, DRAIN_MS).unref();
  request.on('data', (chunk: Buffer) => {
    taken += chunk.length;
    if (taken > DRAIN_BYTES) stop();
  });
  request.on('end', done).on('close', () => {
    clearTimeout(timer);
    done();
  });
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
