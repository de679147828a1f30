import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const systemBrowsers = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser the tests drive: an installed Chromium or Chrome; undefined means Playwright's own. */
export function browserPath() {
  return systemBrowsers.find((path) => path && existsSync(path));
}

/** Installs Debian's chromium when there is no browser and we are root there; elsewhere Playwright fetches its own. */
export function ensureBrowser() {
  if (browserPath()) return;
  if (isDebianRoot()) {
    process.stderr.write('Memasang chromium … (installing the browser for the tests)\n');
    const quiet = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
    return;
  }
  const fetched = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  if (fetched.status !== 0) throw new Error('No browser: install Chromium or Chrome, or set CHROME_PATH.');
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
