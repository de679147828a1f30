import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, inject } from 'vitest';
import type { Config } from '~/platform/config.server';
import { makeBackup } from '~/server/backup/make-backup';
import { type RestoreWish, restoreBackup } from '~/server/backup/restore-backup';
import { readLines, writeSealed } from '~db/backup/backup-file.server';
import { type OpenedDatabase, openDatabase } from '~db/engine.server';
import { readSchemaTypes } from '../database/schema-types';
import type { World } from '../setup/engines';
import { openWorldAt } from '../setup/open-world';
import { accepted } from './merchants';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own for one backup, with nothing of others beside it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(inject('databaseFolder'), 'backup-'));
  folders.push(folder);
  return folder;
}

/** The configuration of an installation whose database is there, with a list of erasures of its own. */
export function configAt({ config }: Pick<World, 'config'>, location: World['location']): Config {
  const place =
    'file' in location
      ? { databaseUrl: null, databaseFile: location.file }
      : { databaseUrl: location.url, databaseFile: join(makeFolder(), 'unused') };
  return { ...config, ...place, tombstoneList: join(makeFolder(), 'tombstones.ndjson') };
}

/** Backs a world up into a folder of its own; answers the file. */
export async function backUp(world: World): Promise<string> {
  const file = join(makeFolder(), 'cadangan.gz');
  accepted(await makeBackup(configAt(world, world.location), { file, now: world.clock.now() }));
  return file;
}

/** Restores at the world's time. */
export function restoreAt(world: World, config: Config, wish: Omit<RestoreWish, 'now'>) {
  return restoreBackup(config, { ...wish, now: world.clock.now() });
}

/** A copy without the list that lies beside it. */
export function copyAlone(file: string): string {
  const copy = join(makeFolder(), 'salinan.gz');
  copyFileSync(file, copy);
  return copy;
}

/** The same backup with other lines, sealed anew: what a newer or a faulty version would have written. */
export async function rewrite(file: string, change: (line: string, index: number) => string | null): Promise<string> {
  const copy = join(makeFolder(), 'lain.gz');
  async function* lines() {
    let index = 0;
    for await (const line of readLines(file)) {
      if (line.startsWith('{"sha256"')) return;
      const changed = change(line, index++);
      if (changed !== null) yield `${changed}\n`;
    }
  }
  await writeSealed(copy, lines());
  return copy;
}

/** Every row of every table, each table's in one order; read without anything of ours that backs up. */
export async function readAllRows(db: OpenedDatabase['db']): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const [name, columns] of Object.entries(readSchemaTypes())) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    tables[name] = rows.map((row) => textOf(row, Object.keys(columns))).sort();
  }
  return tables;
}

/** A row as one text, cells in this order. */
export function textOf(row: Readonly<Record<string, unknown>>, columns: readonly string[]): string {
  const cells = columns.map((column) => {
    const value = row[column];
    return value instanceof Uint8Array ? `bytes ${Buffer.from(value).toString('hex')}` : value;
  });
  return JSON.stringify(cells);
}

/** Looks into a database by another connection than the restore's. */
export async function lookInto<Value>(
  location: World['location'],
  look: (database: OpenedDatabase) => Promise<Value>,
): Promise<Value> {
  const database = await openDatabase(location);
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

/** Opens what was restored as a world, for whoever goes on there. */
export async function goOn<Value>(location: World['location'], act: (world: World) => Promise<Value>): Promise<Value> {
  const world = await openWorldAt(location);
  try {
    return await act(world);
  } finally {
    await world.close();
  }
}
