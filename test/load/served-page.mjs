// What remix-serve is given by test/bench/rendered-page.ts: our own build with one page's data inlined and Remix's usual way of sending it.
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';

const { buildFile, routeId, page, root } = JSON.parse(readFileSync(process.env.SERVED_PAGE, 'utf8'));
const build = await import(pathToFileURL(buildFile).href);

const withData = (id, data) => {
  const route = build.routes[id];
  return { ...route, module: { ...route.module, loader: async () => data } };
};

export const { assets, basename, future, isSpaMode, mode, publicPath } = build;
export const assetsBuildDirectory = build.assetsBuildDirectory;
export const routes = { ...build.routes, root: withData('root', root), [routeId]: withData(routeId, page) };
// As `remix reveal entry.server` writes it, without the part for search engines.
export const entry = {
  module: {
    default: (request, status, headers, context) =>
      new Promise((resolve, reject) => {
        const { pipe, abort } = renderToPipeableStream(createElement(RemixServer, { context, url: request.url }), {
          onShellReady() {
            const body = new PassThrough();
            headers.set('Content-Type', 'text/html');
            resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
            pipe(body);
          },
          onShellError: reject,
        });
        setTimeout(abort, 6_000).unref();
      }),
  },
};
