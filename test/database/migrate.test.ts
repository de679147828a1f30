import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { type DatabaseLocation, openDatabase } from '~db/engine.server';
import { migrate } from '~db/migrate.server';
import { migrations } from '~db/migrations/list';
import { onBothEngines } from '../setup/engines';

/** A database with nothing in it. */
async function makeEmpty(engine: 'sqlite' | 'postgres'): Promise<DatabaseLocation> {
  const name = `empty_${process.pid}`;
  if (engine === 'sqlite') return { file: join(inject('databaseFolder'), `${name}.sqlite`) };
  const admin = await openDatabase({ url: inject('postgresUrl') });
  await sql`create database ${sql.table(name)}`.execute(admin.writer);
  await admin.close();
  return { url: inject('postgresUrl').replace(/[^/]+$/, name) };
}

onBothEngines('an empty database', (engine) => {
  it('gets every table once when three processes start at the same time', async () => {
    const location = await makeEmpty(engine.name);
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(location)));
    const ran = await Promise.all(opened.map((database) => migrate(database)));
    expect(ran.map((names) => names.length).sort()).toEqual([0, 0, migrations.length]);
    for (const database of opened) await database.close();
  });
});
