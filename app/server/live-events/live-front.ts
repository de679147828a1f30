import type { IncomingMessage, ServerResponse } from 'node:http';
import { mayDo } from '~/domain/identity/rights';
import type { AppContext } from '~/platform/app-context';
import type { LiveTopic } from '~/platform/live.server';
import { readVisitor } from '~/web/visitor.server';
import { drain } from '../refuse-request';
import { makeLiveHub } from './live-hub';
import { floodKeyOf, makePlaces, STREAM_CEILINGS, type StreamCeilings } from './places';
import { beat, beginStream } from './stream-writer';
import { type LiveStream, type StreamParams, streamAt } from './streams';

export interface LiveFrontOptions {
  ceilings?: StreamCeilings;
  /** ms between heartbeats; the right is asked again with each. */
  heartbeat?: number;
}

/** A judged request for a stream. */
export interface StreamRequest {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** The sender's address, for the flood guard. */
  address: string;
}

export interface LiveFront {
  /** True when the address is a stream's and it has been answered. */
  answer: (asked: StreamRequest) => Promise<boolean>;
  /** Ends every stream; who asks afterwards is told to come again. */
  close: () => void;
  /** What is open now; zero when everybody has gone. */
  counts: () => { streams: number; topics: number; persons: number };
}

const HEARTBEAT_MS = 15_000;

/**
 * Live events (SSE), answered from node:http without Remix. They carry topic and version only, so nothing private
 * travels and nothing has to arrive: the page is fetched again, through its own rights.
 */
export function makeLiveFront(
  app: AppContext,
  { ceilings = STREAM_CEILINGS, heartbeat = HEARTBEAT_MS }: LiveFrontOptions = {},
): LiveFront {
  const hub = makeLiveHub();
  const stopListening = app.onLive(hub.tell);
  const inAll = makePlaces(ceilings.inAll);
  const addresses = makePlaces(ceilings.anAddress);
  const persons = makePlaces(ceilings.aPerson);
  const open = new Set<ServerResponse>();
  let isClosed = false;

  async function answer({ request, response, url, address }: StreamRequest): Promise<boolean> {
    const found = streamAt(url.pathname);
    if (!found) return false;
    if (request.method !== 'GET') return refuse(request, response, 405);
    // Another site's page could hold this person's connections open.
    if (!isOwnPage(request)) return refuse(request, response, 403);
    if (isClosed) return refuse(request, response, 503);
    const given: (() => void)[] = [];
    const leave = () => {
      for (const giveBack of given.splice(0)) giveBack();
    };
    response.once('close', leave);
    // Places come first: a flood costs no question to the database.
    if (!takeAll(given, inAll.take('all'), addresses.take(floodKeyOf(address)))) return refuse(request, response, 503);
    const ask = () => askRight(app, { cookie: request.headers.cookie, url, ...found });
    const right = await ask();
    // She may have gone while the right was asked: what is taken now would never be given back.
    if (response.destroyed) return true;
    if (!right) return refuse(request, response, 404);
    if (isClosed) return refuse(request, response, 503);
    if (right.personId && !takeAll(given, persons.take(right.personId))) return refuse(request, response, 503);
    const write = beginStream(response);
    open.add(response);
    given.push(() => open.delete(response), hub.read(right.topics, write));
    if (found.stream.right !== 'public') given.push(askAgain({ app, response, write, ask, heartbeat }));
    else given.push(every(heartbeat, () => beat(response, write)));
    return true;
  }

  return {
    answer,
    close() {
      isClosed = true;
      stopListening();
      for (const response of open) response.end();
      hub.close();
    },
    counts: () => ({ streams: open.size, topics: hub.topicCount(), persons: persons.count() }),
  };
}

function takeAll(given: (() => void)[], ...places: ((() => void) | null)[]): boolean {
  given.push(...places.filter((place) => place !== null));
  return places.every((place) => place !== null);
}

/** True for our own pages, and for a browser too old to say. */
function isOwnPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** An EventSource gives up after an answer other than 200; the page then fetches itself again by the clock. */
function refuse(request: IncomingMessage, response: ServerResponse, status: 403 | 404 | 405 | 503): true {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  if (status === 405) response.setHeader('Allow', 'GET');
  if (status === 503) response.setHeader('Retry-After', '30');
  if (request.method === 'POST') response.setHeader('Connection', 'close');
  response.writeHead(status).end();
  drain(request);
  return true;
}

interface RightAsked {
  cookie: string | undefined;
  url: URL;
  stream: LiveStream;
  params: StreamParams;
}

/** Null where there is nothing, or nothing for this person: the two are not told apart. */
async function askRight(
  app: AppContext,
  { cookie, url, stream, params }: RightAsked,
): Promise<{ topics: LiveTopic[]; personId: string | null } | null> {
  const found = await stream.find(app.db, params);
  if (!found) return null;
  if (stream.right === 'public') return { topics: found.topics, personId: null };
  const visitor = await readVisitor(new Request(url, { headers: { Cookie: cookie ?? '' } }), { app });
  if (!visitor || !mayDo(visitor.memberships, stream.right, found.scopeId)) return null;
  return { topics: found.topics, personId: visitor.person.id };
}

function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms).unref();
  return () => clearInterval(timer);
}

interface AskingAgain {
  app: AppContext;
  response: ServerResponse;
  write: (text: string) => void;
  ask: () => Promise<unknown>;
  heartbeat: number;
}

/** The right again with each heartbeat; a database that is silent for a moment ends no stream, twice in a row does. */
function askAgain({ app, response, write, ask, heartbeat }: AskingAgain): () => void {
  let unanswered = 0;
  return every(heartbeat, () => {
    beat(response, write);
    ask().then(
      (right) => {
        unanswered = 0;
        if (!right) response.end();
      },
      (error: unknown) => {
        app.logger.warn({ err: error }, 'the right of a live stream could not be asked');
        if (++unanswered > 1) response.end();
      },
    );
  });
}
