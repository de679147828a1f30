import { join } from 'node:path';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { type Engine, openDatabase } from '~db/engine.server';
import type { World } from '../setup/engines';

let made = 0;

/** Where a database with nothing in it is, or will be; gone with the run. */
export async function makeEmpty(engine: Engine): Promise<World['location']> {
  const name = `empty_${process.pid}_${++made}`;
  if (engine === 'sqlite') return { file: join(inject('databaseFolder'), `${name}.sqlite`) };
  const admin = await openDatabase({ url: inject('postgresUrl') });
  await sql`create database ${sql.table(name)}`.execute(admin.writer);
  await admin.close();
  return { url: inject('postgresUrl').replace(/[^/]+$/, name) };
}
