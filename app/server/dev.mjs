// `npm run dev`: the same process behind the same guard, with Vite instead of the build.
import { createServer } from 'vite';
import { requireNode } from './prepare.mjs';

requireNode();
process.env.NODE_ENV ??= 'development';
process.env.APP_MODE ??= 'development';

const vite = await createServer({
  configFile: 'remix.config.js',
  server: { middlewareMode: true, hmr: { port: 24_678 } },
});
const { runProcess } = await vite.ssrLoadModule('/app/server/run-process.ts');

/** Vite's own files: true when Vite has answered. */
const beforeRemix = (request, response) =>
  new Promise((resolve, reject) => {
    // Vite's client brings inline styles; the policy of the build is tested against the build.
    response.removeHeader('Content-Security-Policy');
    response.once('finish', () => resolve(true));
    vite.middlewares(request, response, (error) => (error ? reject(error) : resolve(false)));
  });

await runProcess({
  build: () => vite.ssrLoadModule('virtual:remix/server-build'),
  clientFolder: 'build/none',
  beforeRemix,
});
