import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { AppContext } from '~/platform/app-context';
import { type BuildOptions, buildAppContext } from '~/platform/build-app-context.server';
import type { Config } from '~/platform/config.server';
import { tellStory } from './world/story';

/**
 * Builds the demo's world where there is none yet; a filled one is left as it is. A SQLite file is built beside its
 * place and put there when it is whole, so a seed that was broken off leaves nothing half and never waits for the disk.
 */
export async function prepareDemo(config: Config, options: Pick<BuildOptions, 'rails'>): Promise<void> {
  if (config.databaseUrl) return fill(config, options);
  const file = config.databaseFile;
  if (existsSync(file)) return;
  const draft = `${file}.draft`;
  for (const ending of ['', '-wal', '-shm']) rmSync(draft + ending, { force: true });
  await fill({ ...config, databaseFile: draft }, options);
  const written = openSync(draft, 'r+');
  fsyncSync(written);
  closeSync(written);
  renameSync(draft, file);
}

async function fill(config: Config, options: Pick<BuildOptions, 'rails'>): Promise<void> {
  const app = await buildAppContext(config, { ...options, syncs: 'no' });
  try {
    if (!(await isFilled(app))) await tellAndTime(app);
  } finally {
    await app.close();
  }
}

async function isFilled({ db }: AppContext): Promise<boolean> {
  return (await db.selectFrom('identity_person').select('id').limit(1).executeTakeFirst()) !== undefined;
}

async function tellAndTime(app: AppContext): Promise<void> {
  process.stdout.write('Menyiapkan festival contoh … (building the demo festivals)\n');
  const began = performance.now();
  await tellStory(app);
  process.stdout.write(
    `Festival contoh selesai disiapkan: ${((performance.now() - began) / 1000).toFixed(1)} detik.\n`,
  );
}
