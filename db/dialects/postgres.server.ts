import {
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import pg from 'pg';
import { checkBindings, checkNumber } from './bindings';

const INT8 = 20;
const NUMERIC = 1700;

export interface PostgresOptions {
  url: string;
  connectionsMax: number;
  /** Reads outside a unit of work get sessions that PostgreSQL itself keeps from writing. */
  readonly: boolean;
  /** no = COMMIT does not wait for the disk. */
  syncs?: 'yes' | 'no' | undefined;
}

/** int8 and numeric (what sum() answers) as numbers; beyond 2^53 they throw instead of rounding. */
const numbers = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8 || oid === NUMERIC) return (text: string) => checkNumber(Number(text));
    return pg.types.getTypeParser(oid, format);
  },
};

class CheckedDriver extends PostgresDriver {
  /** On a lost connection the server has already rolled back; its complaint must not hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => undefined);
  }
}

class CheckedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new CheckedDriver(this.#config);
  }
}

/** Kysely on PostgreSQL with the same rules for parameters and numbers as on SQLite. */
export function postgresDialect({ url, connectionsMax, readonly, syncs = 'yes' }: PostgresOptions): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    types: numbers as pg.CustomTypesConfig,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Nothing a person waits for takes longer, and a unit that hangs would hold its locks for ever.
    statement_timeout: 30_000,
    // Whoever cannot write for so long is told to come again, instead of waiting with a pool full of others.
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    options: readonly
      ? '-c default_transaction_read_only=on'
      : syncs === 'no'
        ? '-c synchronous_commit=off'
        : undefined,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new CheckedDialect({ pool: checked(pool) });
}

function checked(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client);
      if (known) return known;
      client.on('error', () => undefined);
      const made = {
        query: (text: string, parameters: readonly unknown[]) => client.query(text, [...checkBindings(parameters)]),
        release: () => client.release(),
      } as unknown as PostgresPoolClient;
      clients.set(client, made);
      return made;
    },
    end: () => pool.end(),
  };
}
