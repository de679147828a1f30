import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppContext } from '~/platform/app-context';
import { readPublicPicture } from '~/platform/file.server';
import { parseId } from '~/shared/ids';

/**
 * `/berkas/:fileId`: a public picture, under an address whose content never changes; `/berkas/:fileId/kecil` the same in
 * its small size. AVIF to browsers that say they read it, the small size to who saves data: decided here and not in the
 * page, which stays one for everybody (docs/decisions/0131). Private files never leave here. False when the address is another.
 */
export async function sendPublicFile(
  app: AppContext,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  const [, root, name = '', size, ...rest] = path.split('/');
  if (root !== 'berkas' || request.method === 'POST') return false;
  const { accept = '', 'save-data': saveData } = request.headers;
  const wanted = { avif: /\bimage\/avif\b/.test(accept), smaller: size === 'kecil' || saveData === 'on' };
  const id = rest.length === 0 && (size === undefined || size === 'kecil') && parseId('fil', name);
  const picture = id && (await readPublicPicture(app.db, id, wanted));
  if (!picture) {
    response.writeHead(404, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }).end();
    return true;
  }
  const etag = `"${picture.sha256.slice(0, 32)}"`;
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.setHeader('Vary', 'Accept, Save-Data');
  response.setHeader('ETag', etag);
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return true;
  }
  const bytes = Buffer.from(await picture.read());
  response.writeHead(200, { 'Content-Type': picture.contentType, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return true;
}
