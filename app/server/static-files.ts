import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
};

interface StaticFile {
  type: string;
  etag: string;
  immutable: boolean;
  plain: Buffer;
  br: Buffer | null;
  gz: Buffer | null;
}

export type StaticFiles = Map<string, StaticFile>;

/** Reads a built folder into memory once: a few hundred kB. Files made by the build have their hash in the name. */
export function readStaticFiles(folder: string, prefix = '', files: StaticFiles = new Map()): StaticFiles {
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const address = `${prefix}/${name}`;
    if (name.startsWith('.')) continue;
    if (statSync(path).isDirectory()) readStaticFiles(path, address, files);
    else if (TYPES[extname(name)]) files.set(address, readOne(path, address));
  }
  return files;
}

function readOne(path: string, address: string): StaticFile {
  const plain = readFileSync(path);
  const packed = (ending: string) => (existsSync(path + ending) ? readFileSync(path + ending) : null);
  return {
    type: TYPES[extname(path)]!,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    immutable: address.startsWith('/assets/'),
    plain,
    br: packed('.br'),
    gz: packed('.gz'),
  };
}

/** A browser asks for the service worker anew each time, so that a mended one is taken at once. */
function keepFor(file: StaticFile, path: string): string {
  if (path === '/sw.js') return 'no-cache';
  return file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
}

/** Answers a static file; false where there is none at this address. */
export function sendStaticFile(files: StaticFiles, request: IncomingMessage, response: ServerResponse, path: string) {
  const file = files.get(path);
  if (!file || request.method === 'POST') return false;
  response.setHeader('Cache-Control', keepFor(file, path));
  response.setHeader('Content-Type', file.type);
  response.setHeader('ETag', file.etag);
  if (file.br || file.gz) response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end();
    return true;
  }
  const wanted = String(request.headers['accept-encoding'] ?? '');
  const [encoding, bytes] =
    file.br && /\bbr\b/.test(wanted)
      ? ['br', file.br]
      : file.gz && /\bgzip\b/.test(wanted)
        ? ['gzip', file.gz]
        : [null, file.plain];
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', bytes.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : bytes);
  return true;
}
