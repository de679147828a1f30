import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '~db/engine.server';
import { migrate } from '~db/migrate.server';
import { type RunningPostgres, startPostgres } from './postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder for the databases of this run. */
    databaseFolder: string;
    /** A migrated, empty SQLite file. */
    sqliteTemplate: string;
    /** Address of the server's own database; worlds are cloned from TEMPLATE_DATABASE. */
    postgresUrl: string;
  }
}

const PREFIX = 'pestarasa-test-';

export const TEMPLATE_DATABASE = 'pestarasa_template';

/** Once a run: both engines get an empty migrated database, of which every world is a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeLeftOvers(fastFolder());
  const folder = mkdtempSync(join(fastFolder(), `${PREFIX}${process.pid}-`));
  // The database server may run as another user.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder);
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    project.provide('sqliteTemplate', await makeSqliteTemplate(folder));
    await makePostgresTemplate(postgres);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('databaseFolder', folder);
  project.provide('postgresUrl', postgres.urlOf('postgres'));
  return stop;
}

async function makePostgresTemplate(postgres: RunningPostgres): Promise<void> {
  const admin = await openDatabase({ url: postgres.urlOf('postgres') });
  await sql`create database ${sql.table(TEMPLATE_DATABASE)}`.execute(admin.writer);
  await admin.close();
  const template = await openDatabase({ url: postgres.urlOf(TEMPLATE_DATABASE) });
  await migrate(template);
  await template.close();
}

async function makeSqliteTemplate(folder: string): Promise<string> {
  const file = join(folder, 'template.sqlite');
  const database = await openDatabase({ file });
  await migrate(database);
  await database.close();
  return file;
}

/** Folders of runs that were killed before they could tidy up. */
function removeLeftOvers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : Number.NaN;
    if (Number.isInteger(owner) && !isRunning(owner)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Memory where there is plenty of it, since every commit is synced; else the usual place. */
function fastFolder(): string {
  if (!existsSync('/dev/shm')) return tmpdir();
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize > 2_000_000_000 ? '/dev/shm' : tmpdir();
}
