// `npm test`: installs what is missing, builds, then runs every proof on SQLite, on PostgreSQL and in Chromium.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, requireNode, root } from '../app/server/prepare.mjs';

requireNode();
ensureInstalled();
const { ensureBrowser } = await import('./setup/browser-install.mjs');
ensureBrowser();
ensureBuilt();

const report = join(root, 'node_modules/.cache/test-report.json');
rmSync(report, { force: true });
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const args = [
  vitest,
  'run',
  '--config',
  'remix.config.js',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];
const done = spawnSync(process.execPath, [...args, ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});

if (!existsSync(report)) {
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}
const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
  readFileSync(report, 'utf8'),
);
const broken = done.status === 0 ? 0 : Math.max(numFailedTests, numFailedTestSuites, 1);
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
process.stdout.write(`${numPassedTests} passed, ${broken} failed${skipped}\n`);
process.exit(done.status ?? 1);
