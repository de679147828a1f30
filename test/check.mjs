// `npm run check`: format and lint, types, dead code. The architecture itself is tested in test/architecture.
import { ensureInstalled, requireNode, run } from '../app/server/prepare.mjs';

requireNode();
ensureInstalled();
const steps = [
  ['format and lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['types', ['tsc', '--noEmit']],
  ['dead code', ['knip', '--no-progress']],
];
for (const [name, args] of steps) {
  process.stdout.write(`check: ${name}\n`);
  run('npx', ['--no-install', ...args]);
}
