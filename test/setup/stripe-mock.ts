import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

export interface StripeMock {
  url: string;
  stop: () => void;
}

/**
 * Stripe's own stripe-mock, which holds every request against Stripe's own description of its interface.
 * Taken from STRIPE_MOCK_URL, else from PATH or Go's own folder, else fetched by Go's installer where Go is there.
 * Null where none of that works: the caller counts its tests as skipped and says so.
 */
export async function startStripeMock(): Promise<StripeMock | null> {
  const given = process.env.STRIPE_MOCK_URL;
  if (given) return { url: given, stop: () => undefined };
  const program = findProgram() ?? installProgram();
  if (!program) return null;
  const port = await freePort();
  const child = spawn(program, ['-http-port', String(port)], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  if (!(await answers(url, child))) {
    child.kill();
    return null;
  }
  return { url, stop: () => child.kill() };
}

function findProgram(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), goFolder()].filter((folder): folder is string =>
    Boolean(folder),
  );
  return folders.map((folder) => join(folder, 'stripe-mock')).find((path) => existsSync(path)) ?? null;
}

function goFolder(): string | null {
  const home =
    process.env.GOPATH ?? run('go', ['env', 'GOPATH']) ?? (process.env.HOME ? join(process.env.HOME, 'go') : null);
  return home ? join(home, 'bin') : null;
}

function installProgram(): string | null {
  if (run('go', ['install', 'github.com/stripe/stripe-mock@latest']) === null) return null;
  return findProgram();
}

function run(program: string, parts: string[]): string | null {
  try {
    return execFileSync(program, parts, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 120_000,
    }).trim();
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
