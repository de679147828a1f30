import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { enhanceEntries, oneModuleGraph, precompress } from './app/server/build-plugins.mjs';

// The only Vite config: the Remix build, Tailwind and the tests (`--config remix.config.js`).
const testing = Boolean(process.env.VITEST);
// Another folder where two builds must not meet.
const buildDirectory = process.env.BUILD_DIR || 'build';
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const longestFirst = testing ? (await import('./test/setup/longest-first.mjs')).LongestFirst : null;

const remixPlugin = () =>
  remix({
    buildDirectory,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
  });

const common = {
  resolve: { alias: { '~db': at('./db'), '~': at('./app') } },
  esbuild: { jsx: 'automatic' },
};
const times = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  ...common,
  plugins: testing
    ? []
    : [tailwindcss(), remixPlugin(), enhanceEntries(buildDirectory), oneModuleGraph(), precompress(buildDirectory)],
  // 0: no asset becomes a data: address, which the content security policy would refuse.
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
  test: {
    globalSetup: existsSync(at('./test/setup/global.ts')) ? ['test/setup/global.ts'] : [],
    // Files side by side, each with its own databases; one more than two cores, since many wait for a browser or a disk.
    pool: 'forks',
    maxWorkers: 3,
    sequence: longestFirst ? { sequencer: longestFirst } : {},
    projects: [
      // Beside the code: a hundred and more short files, which would each load the same modules again. They share
      // three processes; what a file changes for all it must put back, as it must between its own tests.
      {
        ...common,
        test: { ...times, name: 'code', include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts'], isolate: false },
      },
      // The same for what speaks to a process over HTTP: all that a file changes lies in a process and a database of its own.
      { ...common, test: { ...times, name: 'http', include: ['test/http/**/*.test.ts'], isolate: false } },
      {
        ...common,
        test: { ...times, name: 'whole', include: ['test/**/*.test.ts'], exclude: ['test/http/**'] },
      },
    ],
  },
});
