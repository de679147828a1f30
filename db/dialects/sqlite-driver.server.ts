import { CompiledQuery, type DatabaseConnection, type Driver, type QueryCompiler } from 'kysely';
import { SqliteConnection, type SqliteConnectionOptions } from './sqlite-connection.server';

export interface SqliteDriverOptions extends SqliteConnectionOptions {
  /** The writer has one connection; readers several, opened as they are needed. */
  connectionsMax: number;
}

/** Hands out connections in order of asking; who finds none free waits without blocking anything. */
export class SqliteDriver implements Driver {
  readonly #options: SqliteDriverOptions;
  readonly #opened: SqliteConnection[] = [];
  readonly #free: SqliteConnection[] = [];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];
  #opening = 0;

  constructor(options: SqliteDriverOptions) {
    this.#options = options;
  }

  async init(): Promise<void> {
    this.#free.push(await this.#open());
  }

  async acquireConnection(): Promise<SqliteConnection> {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#opened.length + this.#opening < this.#options.connectionsMax) return this.#open();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next(connection as SqliteConnection);
    else this.#free.push(connection as SqliteConnection);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // A deferred transaction would find out at its first write that it lost the race.
    if (this.#options.readonly) await connection.executeQuery(CompiledQuery.raw('begin'));
    else await (connection as SqliteConnection).begin();
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as SqliteConnection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    (connection as SqliteConnection).rollback();
  }

  async savepoint(
    connection: DatabaseConnection,
    name: string,
    _compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`));
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to "${name}"`));
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release "${name}"`));
  }

  async destroy(): Promise<void> {
    for (const connection of this.#opened.splice(0)) connection.close();
    this.#free.length = 0;
  }

  async #open(): Promise<SqliteConnection> {
    this.#opening++;
    try {
      const connection = await SqliteConnection.open(this.#options);
      this.#opened.push(connection);
      return connection;
    } finally {
      this.#opening--;
    }
  }
}
