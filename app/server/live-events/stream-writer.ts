import type { ServerResponse } from 'node:http';

/** More than this waiting to be taken: the reader is too slow. An event is about a hundred bytes. */
const UNREAD_BYTES_MAX = 16 * 1024;

/** Sends the head; answers how to write on. A reader who takes nothing is cut, so that he fills no memory. */
export function beginStream(response: ServerResponse): (text: string) => void {
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store, no-transform');
  response.setHeader('X-Accel-Buffering', 'no');
  response.writeHead(200);
  // Not all in the same instant when a process begins again.
  response.write(`retry: ${2_000 + Math.floor(Math.random() * 3_000)}\n\n`);
  return (text) => {
    if (response.writableEnded || response.destroyed) return;
    if (response.writableLength > UNREAD_BYTES_MAX) response.destroy();
    else response.write(text);
  };
}

/** A sign of life. Whoever took nothing since the last one is not there any more. */
export function beat(response: ServerResponse, write: (text: string) => void): void {
  if (response.writableLength > 0) response.destroy();
  else write(':\n\n');
}
