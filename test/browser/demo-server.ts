import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';
import { freePort } from '../setup/http-client';

export interface DemoServer {
  origin: string;
  festivals: { slug: string; name: string }[];
  /** One-time sign-in addresses: merchants and organisers in the order of the festivals. */
  signIns: { role: string; name: string; url: string }[];
  /** PIN of every demo wallet. */
  pin: string;
  stop: () => Promise<void>;
}

/** 465 merchants are built in ten seconds where nothing else runs; beside other tests it may take minutes. */
const BUILT_MS_MAX = 240_000;

/**
 * The demo as `npm run demo` serves it, in a folder of its own: a running festival and a person of each role. `change`
 * is called with that folder before the demo is served.
 */
export async function startDemo({ change }: { change?: (folder: string) => void } = {}): Promise<DemoServer> {
  const folder = mkdtempSync(join(inject('databaseFolder'), 'demo-'));
  cpSync(await findBuiltDemo(), folder, { recursive: true });
  change?.(folder);
  const { origin, stop } = await serveDemo(folder);
  const told = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as Pick<
    DemoServer,
    'festivals' | 'signIns' | 'pin'
  >;
  return {
    origin,
    ...told,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Folder of a demo that is built and stopped: whoever comes first in a run builds it, others wait. */
async function findBuiltDemo(): Promise<string> {
  const built = join(inject('databaseFolder'), 'built-demo');
  // Stays when the demo is built: whoever comes later is not the first either.
  if (isFirst(`${built}.begun`)) {
    const draft = `${built}.draft`;
    mkdirSync(draft);
    await (await serveDemo(draft)).stop();
    renameSync(draft, built);
  }
  const until = Date.now() + BUILT_MS_MAX;
  while (!existsSync(built)) {
    if (Date.now() > until) throw new Error('another test file did not come to the end of building the demo');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return built;
}

/** Making a folder is one step for all processes: only one of them is told that it was not there. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

async function serveDemo(folder: string): Promise<Pick<DemoServer, 'origin' | 'stop'>> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [resolve(process.env.BUILD_DIR || 'build', 'server/main.js')], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      APP_MODE: 'demo',
      PORT: String(port),
      DATA_DIR: folder,
      ORIGINS: origin,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilSaid(child, 'Siap: ');
  return {
    origin,
    stop: async () => {
      const ended = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function untilSaid(child: ChildProcess, words: string): Promise<void> {
  let said = '';
  return new Promise((ready, reject) => {
    const timer = setTimeout(() => reject(new Error(`the demo did not start: ${said}`)), BUILT_MS_MAX);
    child.once('exit', () => reject(new Error(`the demo ended: ${said}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += String(chunk);
        if (!said.includes(words)) return;
        clearTimeout(timer);
        ready();
      });
    }
  });
}
