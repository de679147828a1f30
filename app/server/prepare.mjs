// Run before anything is installed: only Node's own modules here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const installStamp = join(root, 'node_modules/.pestarasa-installed');
const buildStamp = join(root, 'build/.sources');
const isWindows = process.platform === 'win32';

/** Stops with a clear sentence on a Node that is too old for the code that follows. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Pestarasa needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

/** Runs a command to its end with the terminal's own output; a failure ends this process with the same code. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: isWindows, ...options });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Installs the packages of package-lock.json unless exactly these are there already. */
export function ensureInstalled() {
  const wanted = `${hashOf(['package-lock.json'])} ${process.versions.modules}`;
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return;
  process.stderr.write('Memasang paket … (installing packages)\n');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
  writeFileSync(installStamp, wanted);
}

/** Builds unless the sources are those of the last build. */
export function ensureBuilt() {
  const wanted = hashOf(['app', 'db', 'public', 'remix.config.js', 'package-lock.json', 'tsconfig.json']);
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted) return;
  process.stderr.write('Membangun … (building)\n');
  run('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(buildStamp, wanted);
}

function hashOf(entries) {
  const hash = createHash('sha256');
  for (const entry of entries) addTo(hash, join(root, entry));
  return hash.digest('hex');
}

function addTo(hash, path) {
  if (!existsSync(path)) return;
  const children = childrenOf(path);
  hash.update(path.slice(root.length));
  if (children) for (const child of children) addTo(hash, join(path, child));
  else hash.update(readFileSync(path));
}

function childrenOf(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return null;
  }
}
