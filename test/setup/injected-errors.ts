import { type CompiledQuery, type DatabaseConnection, type Dialect, Kysely } from 'kysely';
import { postgresDialect } from '~db/dialects/postgres.server';
import { FileDialect } from '~db/dialects/sqlite.server';
import type { Database } from '~db/schema';
import type { World } from './world';

export interface Injection {
  /** Called before each statement; an error it answers is thrown instead. */
  beforeStatement?: (sql: string) => Error | null;
  beforeCommit?: () => Error | null;
  afterCommit?: () => Error | null;
}

const throwIf = (error: Error | null | undefined): void => {
  if (error) throw error;
};

/** A second connection to a world's database on which things go wrong as told. */
export function openInjected({ location }: World, injection: Injection): Kysely<Database> {
  const inner: Dialect =
    'file' in location
      ? new FileDialect({ file: location.file, readonly: false, waitMax: 1_000, connectionsMax: 1 })
      : postgresDialect({ url: location.url, readonly: false, connectionsMax: 4 });
  const wrapped = new WeakSet<DatabaseConnection>();
  const createDriver = () => {
    const driver = inner.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async () => {
      const connection = await acquire();
      if (!wrapped.has(connection)) injectInto(connection, injection);
      wrapped.add(connection);
      return connection;
    };
    const commit = driver.commitTransaction.bind(driver);
    driver.commitTransaction = async (connection) => {
      throwIf(injection.beforeCommit?.());
      await commit(connection);
      throwIf(injection.afterCommit?.());
    };
    return driver;
  };
  return new Kysely<Database>({
    dialect: {
      createDriver,
      createAdapter: () => inner.createAdapter(),
      createIntrospector: (db) => inner.createIntrospector(db),
      createQueryCompiler: () => inner.createQueryCompiler(),
    },
  });
}

function injectInto(connection: DatabaseConnection, { beforeStatement }: Injection): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async <Row>(query: CompiledQuery) => {
    // Ending a transaction is the driver's own affair.
    if (!/^(begin|commit|rollback)/.test(query.sql)) throwIf(beforeStatement?.(query.sql));
    return execute<Row>(query);
  };
}
