import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createServer, connect as netConnect } from 'node:net';

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
  /** The body as it came, perhaps compressed. */
  bytes: Buffer;
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
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: bytes.toString(), bytes });
      });
    });
    request.end(body);
  });
}

/** Bytes as they are, for what no HTTP client would send; answers the first bytes that come back. */
export function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
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

/**
 * A port nobody listens on, below those that the system gives to outgoing connections: one of these could be taken
 * between this look and the process that is to listen.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 12_000 + Math.floor(Math.random() * 20_000);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
