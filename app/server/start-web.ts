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

/** Listens and answers. `stop` takes no new connection, lets requests in flight finish, then cuts what is left. */
export async function startWeb(options: WebOptions): Promise<RunningWeb> {
  const { app, origins, trustProxyHops, beforeRemix } = options;
  const answer = openRemix(options.build, process.env.NODE_ENV);
  const live = makeLiveFront(app);
  const lane = app.config.orderLane === 'on' ? makeOrderLane(app) : null;
  const server = makeHttpServer({
    app,
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
  return { port: (server.address() as AddressInfo).port, stop: () => stopServer(server, live) };
}

function stopServer(server: Server, live: LiveFront): Promise<void> {
  // A live stream never ends by itself.
  live.close();
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), STOP_MS_MAX - 1_000);
    // Kept-alive connections learn with their next answer that it was the last one.
    server.keepAliveTimeout = 1;
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
