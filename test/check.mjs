// `npm run check`: format and lint, types, dead code, side by side. The architecture itself is tested in test/architecture.
import { spawn } from 'node:child_process';
import { ensureInstalled, requireNode, root } from '../app/server/prepare.mjs';

requireNode();
ensureInstalled();
const steps = [
  ['format and lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['types', ['tsc', '--noEmit']],
  ['dead code', ['knip', '--no-progress']],
];

/** Whatever it says on either stream, and its exit code; a missing program counts as a failure. */
function listenTo(args) {
  const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) };
  const child = spawn('npx', ['--no-install', ...args], { cwd: root, env, shell: process.platform === 'win32' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ said: `${error.message}\n`, code: 1 }));
    child.on('close', (code) => resolve({ said, code: code ?? 1 }));
  });
}

// All begin at once; each is told in its turn, and one that fails does not hide the next.
const running = steps.map(([name, args]) => ({ name, done: listenTo(args) }));
let failed = 0;
for (const { name, done } of running) {
  const { said, code } = await done;
  process.stdout.write(`check: ${name}\n${said}`);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
