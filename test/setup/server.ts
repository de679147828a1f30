import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Engine } from '~db/engine.server';
import { type Answer, freePort, type SendOptions, send, sendRaw } from './http-client';
import { type SiteProcess, startSite } from './site-process';
import { makeWorld, WORLD_BEGINS, type World } from './world';

export type { Answer } from './http-client';

/** The built process on a database of its own; the test reaches the same database through `world`. */
export interface TestServer {
  origin: string;
  port: number;
  /** Same database and keys as the process. Its clock stands still where the process's starts. */
  world: World;
  process: ChildProcess;
  /** What the process has written. */
  said: () => string;
  send: (path: string, options?: SendOptions) => Promise<Answer>;
  /** Bytes as they are, for what no HTTP client would send; answers the first bytes that come back. */
  sendRaw: (bytes: string | Buffer) => Promise<string>;
  /** Moves the process's clock; it runs on from there. The worker notices within a second. */
  moveClock: (to: number) => void;
  stop: () => Promise<void>;
}

export interface ServerOptions {
  env?: Record<string, string>;
  /** When the process's clock starts: a Saturday at 10.00 WIB unless told, whatever the time outside. */
  now?: number;
}

/** Starts `node build/server/main.js` on a free port. `npm run build` comes first. */
export async function startServer(
  engine: Engine,
  { env = {}, now = WORLD_BEGINS }: ServerOptions = {},
): Promise<TestServer> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const world = await makeWorld(engine, { now, env: { ORIGINS: origin } });
  const folder = mkdtempSync(join(inject('databaseFolder'), 'server-'));
  const site = await startSite({ location: world.location, folder, port, now, env });
  return {
    origin,
    port,
    world,
    process: site.process,
    said: site.said,
    send: (path, options) => send(origin, path, options),
    sendRaw: (bytes) => sendRaw(port, bytes),
    moveClock: site.moveClock,
    stop: async () => {
      await site.stop();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A second machine: the built process once more, on the database of the first. Stop it before the first. */
export async function startNeighbour({ world }: TestServer, env: Record<string, string> = {}): Promise<SiteProcess> {
  const folder = mkdtempSync(join(inject('databaseFolder'), 'neighbour-'));
  return startSite({ location: world.location, folder, port: await freePort(), now: WORLD_BEGINS, env });
}
