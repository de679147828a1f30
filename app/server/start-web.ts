import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { AppContext } from '~/platform/app-context';
import { makeHttpServer, type RequestContext, type Site } from './http-server';
import { type LiveFront, makeLiveFront } from './live-events/live-front';
import { makeOrderLane } from './order-lane/order-lane';
import { makeRemixAnswer } from './remix-answer';
import { readStaticFiles } from './static-files';

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}

/** A process that has been asked to stop must be gone before this. */
export const STOP_MS_MAX = 4_500;
/** So long it still listens, so that whoever has knocked already is told to come again rather than cut off. */
const LISTEN_ON_MS = 100;
/** So long slow work may wait for its turn; what has not begun by then is turned away. */
const WAIT_ON_MS = 1_500;

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
  const lane = app.config.orderLane === 'on' ? makeOrderLane(app) : null;
  let stopping = false;
  const server = makeHttpServer({
    app,
    isStopping: () => stopping,
    live,
    lane,
    origins,
    trustProxyHops,
    beforeRemix,
    answer,
    files: readStaticFiles(options.clientFolder),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
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
  await new Promise((resolve) => setTimeout(resolve, LISTEN_ON_MS));
  // A busy loop may be late: whoever knocked meanwhile is let in first.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(turnAway);
  clearTimeout(cut);
}
