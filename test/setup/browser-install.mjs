import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * Chromium without windows, which takes about half the processor time a page; Debian has it beside the whole one. It
 * shows no notifications.
 */
const HEADLESS_SHELL = '/usr/lib/chromium/chromium-headless-shell';

const wholeBrowsers = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser the tests drive: an installed Chromium or Chrome, the quick one where it will do; undefined means Playwright's own. */
export function browserPath({ isWholeWanted = false } = {}) {
  const isQuick = !isWholeWanted && !process.env.CHROME_PATH && existsSync(HEADLESS_SHELL);
  return isQuick ? HEADLESS_SHELL : wholeBrowsers.find((path) => path && existsSync(path));
}

/**
 * Installs Debian's browser when there is none and we are root there; elsewhere Playwright fetches its own. Continuous
 * integration wants the quick one beside a whole one, too; where it does not come, all goes on with what is there.
 */
export function ensureBrowser({ isQuickWanted = false } = {}) {
  if (isQuickWanted && !process.env.CHROME_PATH && !existsSync(HEADLESS_SHELL) && isDebianRoot()) {
    installFromDebian('chromium-headless-shell');
  }
  if (browserPath({ isWholeWanted: true })) return;
  if (isDebianRoot()) {
    process.stderr.write('Memasang chromium … (installing the browser for the tests)\n');
    if (!installFromDebian('chromium')) throw new Error('No browser: apt-get could not install Chromium.');
    return;
  }
  const fetched = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  if (fetched.status !== 0) throw new Error('No browser: install Chromium or Chrome, or set CHROME_PATH.');
}

function installFromDebian(name) {
  const quiet = { stdio: ['ignore', 'ignore', 'ignore'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const patience = ['-qq', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];
  spawnSync('apt-get', [...patience, 'update'], quiet);
  return spawnSync('apt-get', [...patience, 'install', '-y', '--no-install-recommends', name], quiet).status === 0;
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
