import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresAdapter, type SelectQueryBuilder, sql } from 'kysely';
import { type PostgresOptions, postgresDialect } from './dialects/postgres.server';
import { type Channel, type ChannelOptions, openChannel } from './dialects/postgres-channel.server';
import { FileDialect } from './dialects/sqlite.server';
import type { SqliteConnectionOptions } from './dialects/sqlite-connection.server';
import type { Database } from './schema';

export type Engine = 'sqlite' | 'postgres';

export interface OpenedDatabase {
  engine: Engine;
  /** Reads only: both engines refuse a write here, so forgetting `tx` shows at once. */
  db: Kysely<Database>;
  /** Used by the unit of work and by migrations, by nobody else. */
  writer: Kysely<Database>;
  /** Speaks to the other processes of this database; null on SQLite, whose file has no way to call them. */
  openChannel: ((options: ChannelOptions) => Channel) | null;
  /**
   * Folds SQLite's log into the file and empties it, so that what was deleted lies in neither; throws while a reader
   * holds it. PostgreSQL keeps its own log: docs/decisions/0192.
   */
  foldLog: () => Promise<void>;
  close: () => Promise<void>;
}

export interface DatabaseLocation {
  /** postgres://…; wins over the file. */
  url?: string | undefined;
  /** Path of the SQLite file; made with its folder when it is not there. */
  file?: string | undefined;
  /** How long SQLite waits for another process, ms. */
  busyWaitMax?: number;
  connectionsMax?: number;
  /** no = COMMIT does not wait for the disk: only for what can be built again, such as the demo's seed. */
  syncs?: 'yes' | 'no' | undefined;
}

/** Opens one database: PostgreSQL by address, else a SQLite file. Nothing is migrated here. */
export async function openDatabase(location: DatabaseLocation): Promise<OpenedDatabase> {
  const { url, file, connectionsMax = 10, busyWaitMax = 1_000, syncs } = location;
  if (url) return openPostgres({ url, connectionsMax, syncs });
  if (!file) throw new Error('openDatabase needs a url or a file');
  return openFile({ file, waitMax: busyWaitMax, syncs });
}

async function openFile({ file, ...how }: Omit<SqliteConnectionOptions, 'readonly'>): Promise<OpenedDatabase> {
  // People's numbers and messages lie in it: nobody else on the machine reads them.
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = new Kysely<Database>({
    dialect: new FileDialect({ file, ...how, readonly: false, connectionsMax: 1 }),
  });
  // Readers need a file that exists and is in WAL mode, so the writer opens it first.
  await writer.connection().execute(async () => undefined);
  if (!existsSync(file)) throw new Error('the database file was not made');
  const db = new Kysely<Database>({ dialect: new FileDialect({ file, ...how, readonly: true, connectionsMax: 4 }) });
  return {
    engine: 'sqlite',
    db,
    writer,
    openChannel: null,
    foldLog: () => foldLog(writer),
    close: async () => {
      // The writer goes last: the last one out folds the log into the file, and only it may write.
      await db.destroy();
      await writer.destroy();
    },
  };
}

/** A reader in the middle of its statement keeps the log; it is soon done. */
async function foldLog(writer: Kysely<Database>): Promise<void> {
  for (let pause = 5; ; pause *= 2) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(writer);
    if (rows[0]?.busy === 0) return;
    if (pause > 1_000) throw new Error('the log of the database could not be folded: somebody reads it');
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function openPostgres(server: Omit<PostgresOptions, 'readonly'>): OpenedDatabase {
  const writer = new Kysely<Database>({ dialect: postgresDialect({ ...server, readonly: false }) });
  const db = new Kysely<Database>({ dialect: postgresDialect({ ...server, readonly: true }) });
  return {
    engine: 'postgres',
    db,
    writer,
    openChannel: (options) => openChannel(server.url, options),
    foldLog: async () => undefined,
    close: async () => {
      await Promise.all([db.destroy(), writer.destroy()]);
    },
  };
}

/** Which engine a connection or transaction speaks to; for the few statements that differ. */
export function engineOf(db: Pick<Kysely<Database>, 'getExecutor'>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}

/** Locks the rows a select reads until the end of the unit of work. Order them by id first, or two units can wait for each other. */
export function lockRows<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return query.forUpdate();
}
