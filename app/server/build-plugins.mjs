import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ENHANCE = {
  customer: 'app/enhance/customer.ts',
  workplace: 'app/enhance/workplace.ts',
  passkey: 'app/enhance/passkey.ts',
};
const COMPRESSED = /\.(css|js|svg|json|txt|webmanifest|html|map)$/;

/**
 * One build, one module graph (docs/decisions/0010): beside Remix's own entry the server build gets
 * app/server/main.ts, so that `node build/server/main.js` is the process and the domain is loaded once. The two commands
 * of an installation, backup and restore, are built with it, so that they know the same tables.
 */
export function oneModuleGraph() {
  return {
    name: 'pestarasa-one-module-graph',
    enforce: 'post',
    config(_config, { command, isSsrBuild }) {
      if (command !== 'build' || !isSsrBuild) return;
      return {
        build: {
          rollupOptions: {
            input: {
              index: 'virtual:remix/server-build',
              main: 'app/server/main.ts',
              backup: 'app/server/backup.ts',
              restore: 'app/server/restore.ts',
            },
            output: { entryFileNames: '[name].js' },
          },
        },
      };
    },
  };
}

/**
 * The custom elements (app/enhance) become three external files: one for customers' pages, one for everybody who works
 * here, and beside either one for the few pages where a passkey is made or used; their addresses are `virtual:enhance`
 * on the server.
 */
export function enhanceEntries(buildDirectory) {
  let config;
  return {
    name: 'pestarasa-enhance',
    enforce: 'post',
    config(_config, { command, isSsrBuild }) {
      // Joined to Remix's own list of client entries.
      if (command === 'build' && !isSsrBuild) return { build: { rollupOptions: { input: Object.values(ENHANCE) } } };
    },
    configResolved: (resolved) => {
      config = resolved;
    },
    resolveId: {
      order: 'pre',
      async handler(id, importer) {
        if (id === 'virtual:enhance') return '\0virtual:enhance';
        // What both files use is in each of them: a third file would cost every page another journey.
        const [from = '', own] = (importer ?? '').split('?');
        if (!id.startsWith('.') || !(own === 'workplace' || from.endsWith(ENHANCE.workplace))) return;
        const found = await this.resolve(id, from, { skipSelf: true });
        return found?.id.includes('/app/enhance/') ? `${found.id}?workplace` : found;
      },
    },
    load(id) {
      if (id !== '\0virtual:enhance') return;
      return `export const enhanceAddresses = ${JSON.stringify(addressesOf(config, buildDirectory))};`;
    },
  };
}

function addressesOf(config, buildDirectory) {
  const built =
    config.command === 'build'
      ? JSON.parse(readFileSync(join(buildDirectory, 'client/.vite/manifest.json'), 'utf8'))
      : null;
  return Object.fromEntries(
    Object.entries(ENHANCE).map(([name, source]) => [name, `/${built ? built[source].file : source}`]),
  );
}

/** Brotli and gzip copies beside every text file for browsers, made once, at build. */
export function precompress(buildDirectory) {
  const client = join(buildDirectory, 'client');
  let serverBuild = false;
  return {
    name: 'pestarasa-precompress',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      serverBuild = Boolean(config.build.ssr);
    },
    // After the server build, because Remix moves the last assets into build/client then.
    closeBundle: () => {
      if (serverBuild && existsSync(client)) compressFolder(client);
    },
  };
}

function compressFolder(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith('.')) continue;
    if (statSync(path).isDirectory()) compressFolder(path);
    else if (COMPRESSED.test(name)) compressFile(path);
  }
}

function compressFile(path) {
  const bytes = readFileSync(path);
  if (bytes.length < 512) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
