import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createServer, connect as netConnect } from 'node:net';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';
import { MOVED_CLOCK_FILE } from '~/server/test-clock';
import type { Engine } from '~db/engine.server';
import { makeWorld, WORLD_BEGINS, type World } from './world';

const MAIN = resolve(process.env.BUILD_DIR || 'build', 'server/main.js');

/** The built process on a database of its own; the test reaches the same database through `world`. */
export interface TestServer {
  origin: string;
  port: number;
  /** Same database and keys as the process. Its clock stands still where the process's starts. */
  world: World;
  process: ChildProcess;
  /** What the process has written. */
  said: () => string;
  send: (path: string, options?: SendOptions) => Promise<Answer>;
  /** Bytes as they are, for what no HTTP client would send; answers the first bytes that come back. */
  sendRaw: (bytes: string | Buffer) => Promise<string>;
  /** Moves the process's clock; it runs on from there. The worker notices within a second. */
  moveClock: (to: number) => void;
  stop: () => Promise<void>;
}

export interface SendOptions {
  method?: string;
  headers?: Record<string, string>;
  /** A record is sent as a form of our own site. */
  form?: Record<string, string>;
  body?: string | Buffer;
  /** Secret of a session (signInPerson). */
  session?: string | undefined;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface ServerOptions {
  env?: Record<string, string>;
  /** When the process's clock starts: a Saturday at 10.00 WIB unless told, whatever the time outside. */
  now?: number;
}

/** Starts `node build/server/main.js` on a free port. `npm run build` comes first. */
export async function startServer(
  engine: Engine,
  { env = {}, now = WORLD_BEGINS }: ServerOptions = {},
): Promise<TestServer> {
  if (!existsSync(MAIN)) throw new Error('build/server/main.js is missing: npm run build');
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const world = await makeWorld(engine, { now, env: { ORIGINS: origin } });
  const folder = mkdtempSync(join(inject('databaseFolder'), 'server-'));
  if ('file' in world.location) symlinkSync(world.location.file, join(folder, 'pestarasa.sqlite'));
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      APP_MODE: 'test',
      PORT: String(port),
      DATA_DIR: folder,
      ORIGINS: origin,
      CLOCK_STARTS_AT: String(now),
      ...('url' in world.location ? { DATABASE_URL: world.location.url } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  await untilReady(child, () => said);
  return {
    origin,
    port,
    world,
    process: child,
    said: () => said,
    send: (path, options) => send(origin, path, options),
    sendRaw: (bytes) => sendRaw(port, bytes),
    moveClock: (to) => {
      const file = join(folder, MOVED_CLOCK_FILE);
      writeFileSync(`${file}.new`, JSON.stringify({ to, at: Date.now() }));
      renameSync(`${file}.new`, file);
    },
    stop: async () => {
      await stopProcess(child);
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`the server did not start: ${said()}`));
    const timer = setTimeout(fail, 20_000);
    child.once('exit', fail);
    child.stdout?.on('data', () => {
      if (!said().includes('Siap: ')) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve();
    });
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(force);
}

/** One request; redirects are not followed. A form comes from our own pages unless headers say otherwise. */
export function send(origin: string, path: string, options: SendOptions = {}): Promise<Answer> {
  const { form, session, method = form || options.body !== undefined ? 'POST' : 'GET' } = options;
  const body = form ? new URLSearchParams(form).toString() : options.body;
  const headers: Record<string, string> = {
    ...(form
      ? { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin, 'Sec-Fetch-Site': 'same-origin' }
      : {}),
    ...(session ? { Cookie: `sesi=${session}` } : {}),
    ...options.headers,
  };
  if (body !== undefined) headers['Content-Length'] ??= String(Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    const url = new URL(origin);
    const request = httpRequest({
      host: '127.0.0.1',
      port: url.port,
      method,
      path,
      headers: { Host: url.host, ...headers },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.end(body);
  });
}

function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = netConnect(port, '127.0.0.1');
    let text = '';
    const done = () => {
      socket.destroy();
      resolve(text);
    };
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\r\n\r\n')) done();
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.setTimeout(10_000, done);
    socket.write(bytes);
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
