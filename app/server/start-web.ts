import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { AppContext } from '~/platform/app-context';
import { makeHttpServer, type RequestContext, type Site } from './http-server';
import { type LiveFront, makeLiveFront } from './live-events/live-front';
import { makeOrderLane } from './order-lane/order-lane';
import { makeRemixAnswer } from './remix-answer';
import { readStaticFiles } from './static-files';
import { makeTurns } from './turns';

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}

/** A process that has been asked to stop must be gone before this. */
export const STOP_MS_MAX = 4_500;
/** So many turns of the loop, so far apart, nobody may have knocked before it stops listening: cut off is worse than told to come again. */
const QUIET_TURNS = 10;
const TURN_MS = 10;
/** A door at which people never stop knocking is shut then. */
const LISTEN_ON_MS_MAX = 2_000;
/** So long slow work may wait for its turn; what has not begun by then is turned away. */
const WAIT_ON_MS = 1_500;
/** Who may wait outside while a commit waits for its disk; the system's own limit, often 4,096, counts too. Node's 511 was too few. */
const BACKLOG = 4_096;

export interface WebOptions {
  app: AppContext;
  origins: readonly string[];
  trustProxyHops: number;
  port: number;
  host: string;
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientFolder: string;
  beforeRemix?: Site['beforeRemix'];
}

export interface RunningWeb {
  port: number;
  stop: () => Promise<void>;
}

/** A build that Vite makes anew as files change is asked as a whole. */
function openRemix(build: WebOptions['build'], mode: string | undefined): Site['answer'] {
  if (typeof build !== 'function') return makeRemixAnswer(build, mode);
  return createRequestHandler(build, mode) as unknown as Site['answer'];
}

/**
 * Listens and answers. `stop` lets requests in flight finish, tells whoever comes later to come again, stops listening,
 * and cuts what is left in the end.
 */
export async function startWeb(options: WebOptions): Promise<RunningWeb> {
  const { app, origins, trustProxyHops, beforeRemix } = options;
  const answer = openRemix(options.build, process.env.NODE_ENV);
  const live = makeLiveFront(app);
  const turns = makeTurns();
  const lane = app.config.orderLane === 'on' ? makeOrderLane(app, { turns }) : null;
  let stopping = false;
  const server = makeHttpServer({
    app,
    isStopping: () => stopping,
    live,
    lane,
    turns,
    origins,
    trustProxyHops,
    beforeRemix,
    answer,
    files: readStaticFiles(options.clientFolder),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port, host: options.host, backlog: BACKLOG }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      stopping = true;
      return stopServer(server, live, app);
    },
  };
}

async function stopServer(server: Server, live: LiveFront, app: AppContext): Promise<void> {
  // A live stream never ends by itself.
  live.close();
  const turnAway = setTimeout(() => {
    for (const slow of [app.ports.passwords, app.ports.images]) slow.close();
  }, WAIT_ON_MS);
  const cut = setTimeout(() => server.closeAllConnections(), STOP_MS_MAX - 1_000);
  // Kept-alive connections learn with their next answer that it was the last one.
  server.keepAliveTimeout = 1;
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  server.closeIdleConnections();
  await letKnockersIn(server);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(turnAway);
  clearTimeout(cut);
}

/**
 * Listens until nobody has knocked for a while. Node lets one connection in a turn of its loop (libuv since 1.45), and
 * ends those that still wait outside when it stops listening: so turns are counted, not time, which a busy loop skips.
 */
async function letKnockersIn(server: Server): Promise<void> {
  const until = performance.now() + LISTEN_ON_MS_MAX;
  let quiet = 0;
  const knocked = () => {
    quiet = 0;
  };
  server.on('connection', knocked);
  while (quiet < QUIET_TURNS && performance.now() < until) {
    quiet++;
    await new Promise((resolve) => setTimeout(resolve, TURN_MS));
    // Timers come before what the network has to tell in a turn, this after it.
    await new Promise((resolve) => setImmediate(resolve));
  }
  server.off('connection', knocked);
}
