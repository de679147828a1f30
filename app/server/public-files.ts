import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppContext } from '~/platform/app-context';
import { readFileRow } from '~/platform/file.server';
import { parseId } from '~/shared/ids';

/**
 * `/berkas/:fileId`: a public picture from platform_file, under an address whose content never changes.
 * Private files (papers) never leave here. False when the address is another.
 */
export async function sendPublicFile(
  app: AppContext,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  if (!path.startsWith('/berkas/') || request.method === 'POST') return false;
  const id = parseId('fil', path.slice('/berkas/'.length));
  const file = id && (await readFileRow(app.db, id));
  if (file?.visibility !== 'public') {
    response.writeHead(404, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }).end();
    return true;
  }
  const etag = `"${file.sha256.slice(0, 32)}"`;
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.setHeader('ETag', etag);
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, { 'Content-Type': file.content_type, 'Content-Length': file.byte_size });
  response.end(request.method === 'HEAD' ? undefined : Buffer.from(file.bytes));
  return true;
}
