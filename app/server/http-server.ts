import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readSessionPerson } from '~/domain/identity/read-session.server';
import type { AppContext } from '~/platform/app-context';
import type { CacheReport } from '~/shared/cache-report';
import type { KeptPage } from '~/web/cached-page.server';
import { SECURITY_HEADERS, TRANSPORT_SECURITY } from '~/web/security-headers.server';
import { readSessionSecret } from '~/web/session-cookie.server';
import { readVisitor } from '~/web/visitor.server';
import { longForm } from './body-limits';
import { busyResponse, sendBusyPage } from './busy-page';
import { DocumentCache } from './document-cache/document-cache';
import { judge } from './guard';
import { isHealth, sendHealth } from './health';
import type { LiveFront } from './live-events/live-front';
import { type OrderLane, type PlaceOrder, placeOneByOne } from './order-lane/order-lane';
import { isPayment, takePayment } from './order-lane/take-payment';
import { sendPublicFile } from './public-files';
import { readBody } from './read-body';
import { answerParserError, drain, refuseRequest } from './refuse-request';
import { clientAddress, sendResponse, toRequest } from './remix-bridge';
import { type StaticFiles, sendStaticFile } from './static-files';
import { readTextsBeforeFiles } from './texts-before-files';
import type { Turns } from './turns';

/** What a loader or action gets beside the request. */
export interface RequestContext {
  app: AppContext;
  /** Short name of this request: stands in the log and on the error page. */
  reference: string;
  /** The sender's address, for flood guards only. */
  address: string;
  /** Called by cachePage; without effect where the answer is for one request alone. */
  keepPage: (page: KeptPage) => void;
  /** What the document cache of this process has done; null where there is none (behind Vite). */
  readCacheReport: () => CacheReport | null;
  placeOrder: PlaceOrder;
  /** Called for a failure that is nobody's mistake and passes: the answer is then 503 and when to come again. */
  tellTooBusy: () => void;
}

export interface Site {
  app: AppContext;
  origins: readonly string[];
  trustProxyHops: number;
  files: StaticFiles;
  live: LiveFront;
  /** Null: every order in a unit of work of its own. */
  lane: OrderLane | null;
  /** Those of everything heavy in the process, the lane's too. */
  turns: Turns;
  /** Remix. */
  answer: (request: Request, context: RequestContext) => Promise<Response>;
  /** Development only: Vite's own files. True when it has answered. */
  beforeRemix?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** True once the process has been asked to stop: what begins then is told to come again. */
  isStopping?: () => boolean;
}

/** A site with the cache in front of it, where it has one. */
interface OpenSite extends Site {
  pages: DocumentCache | null;
}

/**
 * The process's front door: plain node:http, the guard first (docs/decisions/0011), then files, pages from memory,
 * Remix. What is in memory has passed the guard before, so it is asked first of all.
 */
export function makeHttpServer(given: Site): Server {
  const site: OpenSite = { ...given, pages: openPages(given) };
  const server = createServer(
    {
      maxHeaderSize: 32 * 1024,
      headersTimeout: 15_000,
      requestTimeout: 0,
      keepAliveTimeout: 15_000,
      insecureHTTPParser: false,
    },
    (request, response) => {
      if (site.pages?.answerAtOnce(request, response)) return;
      handle(site, request, response).catch((error) => {
        site.app.logger.error({ err: error }, 'request failed outside Remix');
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
        response.end();
      });
    },
  );
  const { pages } = site;
  if (pages)
    server.on(
      'close',
      site.app.onTopics((topics) => pages.touched(topics)),
    );
  server.on('connection', site.turns.knocked);
  server.on('clientError', answerParserError);
  server.on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n'),
  );
  return server;
}

/** Vite changes pages without a commit, so none is kept where it stands in front; a built process keeps them in any mode. */
function openPages(site: Site): DocumentCache | null {
  if (site.beforeRemix) return null;
  const pages: DocumentCache = new DocumentCache({
    now: site.app.clock.now,
    render: (url, keepPage) =>
      askRemix({ ...site, pages }, new Request(url, { headers: { host: url.host } }), { address: '', keepPage }),
  });
  return pages;
}

interface Asking extends Pick<RequestContext, 'address' | 'keepPage'> {
  placeOrder?: PlaceOrder | undefined;
  form?: Buffer | null;
}

/** Remix's answer, or 503 where too much waits or the database takes nothing: that passes, and nothing was done. */
async function askRemix(site: OpenSite, request: Request, { form = null, ...given }: Asking): Promise<Response> {
  const { app, pages, lane } = site;
  let isTooBusy = false;
  if (site.turns.isFull()) return busyResponse({ url: new URL(request.url), form });
  await site.turns.take('one');
  const answer = await site.answer(request, {
    app,
    reference: newReference(),
    readCacheReport: () => pages?.report() ?? null,
    ...given,
    placeOrder: given.placeOrder ?? lane?.placeOrder ?? placeOneByOne(app),
    tellTooBusy: () => {
      isTooBusy = true;
    },
  });
  return isTooBusy && answer.status >= 500 ? busyResponse({ url: new URL(request.url), form }) : answer;
}

async function handle(site: OpenSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const isLate = site.isStopping?.() === true;
  if (isHealth(request)) return sendHealth(site.app, request, response, { isStopping: isLate });
  const judgement = judge(headOf(request), site.origins);
  if (!judgement.ok) return refuseRequest(request, response, judgement);
  const { url, origin, body: rule } = judgement;
  if (origin.startsWith('https:')) response.setHeader('Strict-Transport-Security', TRANSPORT_SECURITY);
  if (sendStaticFile(site.files, request, response, url.pathname)) return;
  const address = clientAddress(request, site.trustProxyHops);
  if (await site.live.answer({ request, response, url, address })) return;
  if (await sendPublicFile(site.app, request, response, url.pathname)) return;
  if (await site.beforeRemix?.(request, response)) return;
  if (await site.pages?.answer(request, response, url)) return;
  if (isLate) return turnAwayLate(request, response, url, rule);
  if (rule && rule.bytes > longForm.bytes && !isShort(request) && !(await isSignedIn(site, request, url))) {
    // Only people who signed in may fill the memory with a file. The route sends everybody else to sign in, unread but
    // for the texts before it where her session has ended: they are kept for her. A stranger is not waited for.
    response.setHeader('Connection', 'close');
    const texts = (await wasSignedIn(site, request, url)) ? await readTextsBeforeFiles(request) : Buffer.alloc(0);
    await answerWithRemix(site, request, response, url, texts);
    return drain(request);
  }
  const body = rule ? await readBody(request, rule.bytes) : null;
  if (body && !body.ok) return refuseRequest(request, response, { status: body.status, most: rule?.bytes });
  if (!site.lane || !body || !isPayment(request, url))
    return answerWithRemix(site, request, response, url, body?.bytes ?? null);
  const placeOrder = await takePayment(site.lane, { request, response, url, body: body.bytes });
  if (placeOrder) await answerWithRemix({ ...site, placeOrder }, request, response, url, body.bytes);
}

/** As long as a form without files may be: what she typed is read even if her session has ended, so that it can be kept. */
function isShort(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? Number.NaN) <= longForm.bytes;
}

/** The process is about to end: nothing is begun, and what was typed stands in the answer. */
async function turnAwayLate(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  rule: { bytes: number } | null,
): Promise<void> {
  const body = rule && isForm(request) ? await readBody(request, rule.bytes) : null;
  sendBusyPage(request, response, { url, form: body?.ok ? body.bytes : null });
  drain(request);
}

/** A form without files, small enough to stand in a page. */
function isForm({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
}

async function isSignedIn({ app }: Site, request: IncomingMessage, url: URL): Promise<boolean> {
  return (await readVisitor(cookiesOf(request, url), { app })) !== null;
}

/** Her session is somebody's, ended or not. */
async function wasSignedIn({ app }: Site, request: IncomingMessage, url: URL): Promise<boolean> {
  const secret = readSessionSecret(cookiesOf(request, url));
  return secret !== null && (await readSessionPerson(app.db, secret)) !== null;
}

function cookiesOf(request: IncomingMessage, url: URL): Request {
  return new Request(url, { headers: { Cookie: request.headers.cookie ?? '' } });
}

async function answerWithRemix(
  site: OpenSite & { placeOrder?: PlaceOrder },
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: Buffer | null,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const answer = await askRemix(site, toRequest(request, url, body, gone.signal), {
    address: clientAddress(request, site.trustProxyHops),
    placeOrder: site.placeOrder,
    keepPage: () => undefined,
    form: isForm(request) ? body : null,
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
