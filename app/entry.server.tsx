import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { QueueFull } from '~/platform/bounded-queue';
import { isDatabaseAway } from '~/platform/database-errors';
import { hideKeys } from '~/platform/logger.server';
import { PageContext } from '~/web/page-context';
import { policyWithNonce } from '~/web/security-headers.server';

/** How long a page may take to render before it is given up, in milliseconds. */
export const streamTimeout = 10_000;

/**
 * Renders a page: plain, which contains no inline script and nothing that only React in the browser would read, or, where
 * its route says `handle.hydrate`, with a nonce.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { reference }: AppLoadContext,
): Response | Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (hydrates(context)) return renderHydrated(request, { status, headers, context, reference });
  // Without the data that Remix would stream behind the page.
  const shown = { ...context, serverHandoffStream: undefined };
  const page = renderToStaticMarkup(
    <PageContext.Provider value={{ nonce: undefined, reference }}>
      <RemixServer context={shown} url={request.url} />
    </PageContext.Provider>,
  );
  return new Response(`<!DOCTYPE html>${page}`, { headers, status });
}

interface Asked {
  status: number;
  headers: Headers;
  context: EntryContext;
  reference: string;
}

/** Nothing is streamed before all of it is ready. */
function renderHydrated(request: Request, { status, headers, context, reference }: Asked): Promise<Response> {
  const nonce = randomBytes(18).toString('base64');
  headers.set('Content-Security-Policy', policyWithNonce(nonce));
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <PageContext.Provider value={{ nonce, reference }}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </PageContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          pipe(collect((body) => resolve(new Response(new Uint8Array(body), { headers, status: finalStatus }))));
        },
        onShellError: (error) => {
          clearTimeout(timer);
          reject(error);
        },
        onError: () => {
          finalStatus = 500;
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout);
  });
}

/** The page is whole already: handed on in one piece, it passes no stream between here and the socket. */
function collect(done: (body: Buffer) => void): Writable {
  const chunks: Buffer[] = [];
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      chunks.push(chunk);
      next();
    },
    final(next) {
      done(Buffer.concat(chunks));
      next();
    },
  });
}

function hydrates({ routeModules, staticHandlerContext }: EntryContext): boolean {
  return staticHandlerContext.matches.some(({ route }) => {
    const handle = routeModules[route.id]?.handle as { hydrate?: boolean } | undefined;
    return handle?.hydrate === true;
  });
}

/**
 * A bug: logged once, under the short name that the error page shows. Aborted requests are nobody's fault, and neither
 * are a full queue and a database that takes nothing just now.
 */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  if (isClientMistake(error)) return;
  if (error instanceof QueueFull || isDatabaseAway(error)) {
    context.app.logger.warn({ err: error, reference: context.reference }, 'turned away');
    return context.tellTooBusy();
  }
  context.app.logger.error(
    { err: error, reference: context.reference, path: hideKeys(new URL(request.url).pathname) },
    'bug',
  );
};

/** Remix reports an unknown address or method here as well. */
function isClientMistake(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status < 500;
}
