import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MOVED_CLOCK_FILE } from '~/server/test-clock';

/** Where `npm run build` puts the process. */
export const MAIN = resolve(process.env.BUILD_DIR || 'build', 'server/main.js');

export interface SiteOptions {
  location: { url: string } | { file: string };
  /** DATA_DIR of the process. */
  folder: string;
  port: number;
  /** When its clock starts, unless it was moved in this folder before. */
  now: number;
  env?: Record<string, string>;
  /** Words before `node`, such as `taskset -c 0`. */
  prefix?: readonly string[];
  /** Another build than that of `npm run build`: a control with something planted in it. */
  main?: string;
}

/** The built process, as a child of the test. */
export interface SiteProcess {
  origin: string;
  port: number;
  process: ChildProcess;
  /** What it has written. */
  said: () => string;
  /** Moves its clock; it runs on from there unless it `stands`. The worker notices within a second. */
  moveClock: (to: number, how?: { stands: boolean }) => void;
  /** SIGTERM, and the hard way after 8 s; answers when it is gone. */
  stop: () => Promise<void>;
  /** Dead at once, as by a power cut of the process alone. */
  kill: () => Promise<void>;
}

/** Starts `node build/server/main.js` on a migrated database and waits until it listens. `npm run build` comes first. */
export async function startSite(options: SiteOptions): Promise<SiteProcess> {
  const { location, folder, port, now, env = {}, prefix = [], main = MAIN } = options;
  if (!existsSync(main)) throw new Error(`${main} is missing: npm run build`);
  const origin = `http://localhost:${port}`;
  const own = join(folder, 'pestarasa.sqlite');
  if ('file' in location && location.file !== own && !existsSync(own)) symlinkSync(location.file, own);
  const [program = process.execPath, ...args] = [...prefix, process.execPath, main];
  const child = spawn(program, args, {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      APP_MODE: 'test',
      PORT: String(port),
      DATA_DIR: folder,
      ORIGINS: origin,
      CLOCK_STARTS_AT: String(now),
      ...('url' in location ? { DATABASE_URL: location.url } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  await untilReady(child, () => said);
  return {
    origin,
    port,
    process: child,
    said: () => said,
    moveClock: (to, { stands } = { stands: false }) => {
      const file = join(folder, MOVED_CLOCK_FILE);
      writeFileSync(`${file}.new`, JSON.stringify({ to, at: Date.now(), stands }));
      renameSync(`${file}.new`, file);
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

function untilReady(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`the server did not start: ${said()}`));
    const timer = setTimeout(fail, 20_000);
    child.once('exit', fail);
    child.stdout?.on('data', () => {
      if (!said().includes('Siap: ')) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve();
    });
  });
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const force = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(force);
}
