import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { AppContext } from '~/platform/app-context';
import { buildAppContext } from '~/platform/build-app-context.server';
import { type Engine, openDatabase } from '~db/engine.server';
import { TEMPLATE_DATABASE } from './global';
import { dataFolderOf, openWorldAt, type World, type WorldOptions } from './open-world';

export { WORLD_BEGINS, type World, type WorldOptions } from './open-world';

let made = 0;

/** Makes a fresh world from the migrated template; closing it removes its database. */
export async function makeWorld(engine: Engine, options: WorldOptions = {}): Promise<World> {
  const name = `world_${process.pid}_${++made}_${Math.random().toString(36).slice(2, 8)}`;
  const location = engine === 'sqlite' ? copyTemplateFile(name) : await cloneTemplateDatabase(name);
  const world = await openWorldAt(location, options);
  const close = async () => {
    await world.close();
    rmSync(dataFolderOf(location), { recursive: true, force: true });
    if ('file' in location) removeFile(location.file);
    else await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { ...world, close };
}

/** A second process's context on a world's database, with connections of its own. Close it before the world ends. */
export async function openNeighbour({ location, config, clock }: World): Promise<AppContext> {
  return buildAppContext(config, { clock, database: await openDatabase(location) });
}

function copyTemplateFile(name: string): { file: string } {
  const file = join(inject('databaseFolder'), `${name}.sqlite`);
  copyFileSync(inject('sqliteTemplate'), file);
  return { file };
}

function removeFile(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}

async function cloneTemplateDatabase(name: string): Promise<{ url: string }> {
  // As files: half of what a copy through the log costs (75 to 40 ms of processor), a thousand times a run.
  await onServer((client) => client.query(`create database ${name} template ${TEMPLATE_DATABASE} strategy file_copy`));
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { url: url.href };
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
