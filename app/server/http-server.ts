import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AppContext } from '~/platform/app-context';
import { SECURITY_HEADERS, TRANSPORT_SECURITY } from '~/web/security-headers.server';
import { readVisitor } from '~/web/visitor.server';
import { longForm } from './body-limits';
import { judge } from './guard';
import { isHealth, sendHealth } from './health';
import type { LiveFront } from './live-events/live-front';
import { sendPublicFile } from './public-files';
import { readBody } from './read-body';
import { answerParserError, drain, refuseRequest } from './refuse-request';
import { clientAddress, sendResponse, toRequest } from './remix-bridge';
import { type StaticFiles, sendStaticFile } from './static-files';

/** What a loader or action gets beside the request. */
export interface RequestContext {
  app: AppContext;
  /** Short name of this request: stands in the log and on the error page. */
  reference: string;
  /** The sender's address, for flood guards only. */
  address: string;
}

export interface Site {
  app: AppContext;
  origins: readonly string[];
  trustProxyHops: number;
  files: StaticFiles;
  live: LiveFront;
  /** Remix. */
  answer: (request: Request, context: RequestContext) => Promise<Response>;
  /** Development only: Vite's own files. True when it has answered. */
  beforeRemix?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
}

/** The process's front door: plain node:http, the guard first (docs/decisions/0011), then files, then Remix. */
export function makeHttpServer(site: Site): Server {
  const server = createServer(
    {
      maxHeaderSize: 32 * 1024,
      headersTimeout: 15_000,
      requestTimeout: 0,
      keepAliveTimeout: 15_000,
      insecureHTTPParser: false,
    },
    (request, response) => {
      handle(site, request, response).catch((error) => {
        site.app.logger.error({ err: error }, 'request failed outside Remix');
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
        response.end();
      });
    },
  );
  server.maxRequestsPerSocket = 1_000;
  server.on('clientError', answerParserError);
  server.on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n'),
  );
  return server;
}

async function handle(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (isHealth(request)) return sendHealth(site.app, request, response);
  const judgement = judge(headOf(request), site.origins);
  if (!judgement.ok) return refuseRequest(request, response, judgement.status);
  const { url, origin, body: rule } = judgement;
  if (origin.startsWith('https:')) response.setHeader('Strict-Transport-Security', TRANSPORT_SECURITY);
  if (sendStaticFile(site.files, request, response, url.pathname)) return;
  const address = clientAddress(request, site.trustProxyHops);
  if (await site.live.answer({ request, response, url, address })) return;
  if (await sendPublicFile(site.app, request, response, url.pathname)) return;
  if (await site.beforeRemix?.(request, response)) return;
  if (rule && rule.bytes > longForm.bytes && !(await isSignedIn(site, request, url))) {
    // Only people who signed in may fill the memory with a file. The route sends everybody else to sign in, unread.
    response.setHeader('Connection', 'close');
    await answerWithRemix(site, request, response, url, Buffer.alloc(0));
    return drain(request);
  }
  const body = rule ? await readBody(request, rule.bytes) : null;
  if (body && !body.ok) return refuseRequest(request, response, body.status);
  await answerWithRemix(site, request, response, url, body?.bytes ?? null);
}

async function isSignedIn({ app }: Site, request: IncomingMessage, url: URL): Promise<boolean> {
  const head = new Request(url, { headers: { Cookie: request.headers.cookie ?? '' } });
  return (await readVisitor(head, { app })) !== null;
}

async function answerWithRemix(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: Buffer | null,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const answer = await site.answer(toRequest(request, url, body, gone.signal), {
    app: site.app,
    reference: newReference(),
    address: clientAddress(request, site.trustProxyHops),
  });
  // Pages of people who signed in stay on their own screen; Remix's list of routes changes with every build.
  if (!answer.headers.has('Cache-Control') || url.pathname === '/__manifest') {
    const isPersonal = request.headers.cookie !== undefined || answer.headers.has('Set-Cookie');
    answer.headers.set('Cache-Control', isPersonal ? 'private, no-store' : 'no-cache');
  }
  await sendResponse(answer, request, response);
}

function headOf(request: IncomingMessage) {
  let hostLines = 0;
  for (let i = 0; i < request.rawHeaders.length; i += 2)
    if (request.rawHeaders[i]!.toLowerCase() === 'host') hostLines++;
  return { method: request.method ?? '', target: request.url ?? '', headers: request.headers, hostLines };
}

const SPEAKABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `G-7K3M2`: easy to say over the phone, findable in the log. */
function newReference(): string {
  return `G-${Array.from(randomBytes(5), (byte) => SPEAKABLE[byte % SPEAKABLE.length]).join('')}`;
}
