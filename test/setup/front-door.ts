import type { AddressInfo } from 'node:net';
import type { AppContext } from '~/platform/app-context';
import { makeHttpServer, type RequestContext, type Site } from '~/server/http-server';
import { makeLiveFront } from '~/server/live-events/live-front';
import { makeTurns } from '~/server/turns';
import { freePort } from './http-client';

export interface FrontDoor {
  origin: string;
  port: number;
  close: () => Promise<void>;
}

/** The process's front door with pages of the test's own behind it instead of Remix. */
export async function openFrontDoor(
  app: AppContext,
  answer: (request: Request, context: RequestContext) => Promise<Response> | Response,
  {
    lane = null,
    beforeRemix,
    isStopping,
    turns = makeTurns(),
  }: Partial<Pick<Site, 'lane' | 'beforeRemix' | 'isStopping' | 'turns'>> = {},
): Promise<FrontDoor> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const live = makeLiveFront(app);
  const server = makeHttpServer({
    app,
    live,
    lane,
    origins: [origin, `http://127.0.0.1:${port}`],
    trustProxyHops: 0,
    files: new Map(),
    beforeRemix,
    isStopping,
    turns,
    answer: async (request, context) => answer(request, context),
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin,
    port: (server.address() as AddressInfo).port,
    close: async () => {
      live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
