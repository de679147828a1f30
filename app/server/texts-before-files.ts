import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body';

/** Our forms have their texts before their files; this is more than all of them together may hold. */
const TEXTS_BYTES_MAX = 64 * 1024;

/** A form with files as far as its first whole parts go, closed so that it can be read; empty where there are none. */
export async function readTextsBeforeFiles(request: IncomingMessage): Promise<Buffer> {
  const boundary = boundaryOf(request.headers['content-type'] ?? '');
  const beginning = await readBody(request, TEXTS_BYTES_MAX, { beginning: true });
  return boundary && beginning.ok ? wholePartsOf(beginning.bytes, boundary) : Buffer.alloc(0);
}

/** The parts of a multipart body (RFC 2046 §5.1.1) that came whole, with the line that ends one. */
function wholePartsOf(bytes: Buffer, boundary: string): Buffer {
  const cut = bytes.lastIndexOf(`\r\n--${boundary}`);
  return cut < 0 ? Buffer.alloc(0) : Buffer.concat([bytes.subarray(0, cut), Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

function boundaryOf(contentType: string): string | null {
  return /^multipart\/form-data;.*\bboundary="?([^";]+)"?/i.exec(contentType)?.[1] ?? null;
}
