import { chmodSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { type Engine, openDatabase } from '~db/engine.server';
import { migrate } from '~db/migrate.server';
import { freePort } from '../setup/http-client';
import { openWorldAt, WORLD_BEGINS, type World, type WorldOptions } from '../setup/open-world';
import { type PostgresWishes, startPostgres } from '../setup/postgres';
import { type SiteProcess, startSite } from '../setup/site-process';
import type { MeasureRun } from './bench-line';

export interface OwnWorldOptions extends WorldOptions, PostgresWishes {}

/** A migrated installation on the disk with a database of its own, PostgreSQL with a server of its own; ends with the run. */
export async function openOwnWorld(
  run: Pick<MeasureRun, 'folder' | 'onEnd'>,
  engine: Engine,
  { commits = 'synced', ...options }: OwnWorldOptions = {},
): Promise<World> {
  const folder = mkdtempSync(join(run.folder, 'world-'));
  const location =
    engine === 'sqlite' ? { file: join(folder, 'pestarasa.sqlite') } : await serverIn(run, folder, commits);
  const database = await openDatabase(location);
  await migrate(database);
  await database.close();
  const world = await openWorldAt(location, options);
  run.onEnd(world.close);
  return world;
}

async function serverIn({ onEnd }: Pick<MeasureRun, 'onEnd'>, folder: string, commits: 'fast' | 'synced') {
  // The server may run as another user, who has to get through the folder above too.
  for (const way of [dirname(folder), folder]) chmodSync(way, 0o755);
  const server = await startPostgres(folder, { commits });
  onEnd(server.stop);
  return { url: server.urlOf('postgres') };
}

/** What autovacuum does on any real server within a minute: without it PostgreSQL plans on guesses. Call it after filling a world. */
export async function afterFilling({ engine, database }: World): Promise<void> {
  if (engine === 'postgres') await sql`analyze`.execute(database.writer);
}

export interface OwnSite {
  world: World;
  site: SiteProcess;
}

export interface OwnSiteOptions extends OwnWorldOptions {
  /** Fills the world before the process starts. */
  fill?: (world: World) => Promise<void>;
}

/** Like an installation, not like a test: PINs are hashed at their full cost, and the clock is read from no file. */
const AS_INSTALLED = { APP_MODE: 'development', LOG_LEVEL: 'warn' };

/**
 * The built process on a world of its own, on the site's processor. Its clock starts where the world's stands and runs
 * on; it cannot be moved.
 */
export async function openOwnSite(run: MeasureRun, engine: Engine, options: OwnSiteOptions = {}): Promise<OwnSite> {
  const { fill, now = WORLD_BEGINS, ...others } = options;
  const env = { ...AS_INSTALLED, ...options.env };
  const port = await freePort();
  const world = await openOwnWorld(run, engine, {
    ...others,
    now,
    env: { ORIGINS: `http://localhost:${port}`, ...env },
  });
  await fill?.(world);
  await afterFilling(world);
  const folder = mkdtempSync(join(run.folder, 'site-'));
  const site = await startSite({ location: world.location, folder, port, now, env, prefix: run.cores.site });
  run.onEnd(site.stop);
  return { world, site };
}

/** The built process on a world that is there already, on the site's processor, in the mode of tests; ends with the run. */
export async function startOn(run: MeasureRun, world: World, env: Record<string, string> = {}): Promise<SiteProcess> {
  const folder = mkdtempSync(join(run.folder, 'site-'));
  const { location, clock } = world;
  const port = await freePort();
  const site = await startSite({ location, folder, port, now: clock.now(), env, prefix: run.cores.site });
  run.onEnd(site.stop);
  return site;
}
