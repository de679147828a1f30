// `npm run bench`: builds a measuring script of test/load as the server is built and runs it alone; its figures are for reading.
// node test/bench.mjs [orders-throughput] [words for the script …]; --cpu-prof and the like go to node.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { requireNode, root } from '../app/server/prepare.mjs';

requireNode();
const given = process.argv.slice(2);
const flags = given.filter((word) => word.startsWith('--'));
const [script = 'orders-throughput', ...words] = given.filter((word) => !word.startsWith('--'));
// Below the project, so that it finds the packages.
const outDir = join(root, 'node_modules/.cache/pestarasa-bench');
const name = `${script}-${process.pid}.mjs`;
await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '~db': join(root, 'db'), '~': join(root, 'app') } },
  build: {
    ssr: join(root, 'test/load', `${script}.ts`),
    outDir,
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: name, inlineDynamicImports: true } },
  },
});
const file = join(outDir, name);
const done = spawnSync(process.execPath, [...flags, file, ...words], { stdio: 'inherit' });
rmSync(file, { force: true });
process.exit(done.status ?? 1);
