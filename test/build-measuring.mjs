// Builds a program of test/ as the server is built and runs it to its end: `npm run bench`, `prove` and `simulate`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureBuilt, ensureInstalled, requireNode, root } from '../app/server/prepare.mjs';

/** `entry` from the root; answers its exit code. The site itself is built too, since most of them start it. */
export async function runBuilt(entry, words) {
  requireNode();
  ensureInstalled();
  ensureBuilt();
  // Below the project, so that it finds the packages.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'pestarasa-measuring-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '~db': join(root, 'db'), '~': join(root, 'app') } },
      build: {
        ssr: join(root, entry),
        outDir,
        copyPublicDir: false,
        minify: false,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' } },
      },
    });
    const flags = words.filter((word) => /^--(cpu-prof|inspect)/.test(word));
    const others = words.filter((word) => !flags.includes(word));
    const program = [...flags, '--expose-gc', join(outDir, 'main.mjs'), ...others];
    const done = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' });
    return done.status ?? 1;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
