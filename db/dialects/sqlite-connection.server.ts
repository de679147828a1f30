import SqliteFile from 'better-sqlite3';
import { type CompiledQuery, type DatabaseConnection, type QueryResult, SelectQueryNode } from 'kysely';
import { checkBindings, checkNumber } from './bindings';
import { type BusyWait, waitWhileBusy } from './busy';
import { isManyRows } from './many-rows';

const STATEMENTS_KEPT_MAX = 500;
/**
 * Pages the log takes before a commit folds it into the file: 32 MB. A batch of orders writes more than SQLite's own 1,000,
 * so that every commit wrote its pages twice (docs/decisions/0222).
 */
export const LOG_PAGES = 8_000;

export interface SqliteConnectionOptions extends BusyWait {
  file: string;
  readonly: boolean;
  /** no = commits are left to the operating system: for a file that counts only once it is whole. */
  syncs?: 'yes' | 'no' | undefined;
}

/** One connection to the file with its prepared statements. Every statement runs at once; only waiting is asynchronous. */
export class SqliteConnection implements DatabaseConnection {
  readonly #file: SqliteFile.Database;
  readonly #statements = new Map<string, SqliteFile.Statement>();
  readonly #busyWait: BusyWait;

  constructor(file: SqliteFile.Database, busyWait: BusyWait) {
    this.#file = file;
    this.#busyWait = busyWait;
  }

  /** Opens the file. The driver's own waiting is off: it would stop the event loop for as long as it waits. */
  static async open({ file, readonly, waitMax, syncs = 'yes' }: SqliteConnectionOptions): Promise<SqliteConnection> {
    const opened = new SqliteFile(file, { readonly, timeout: 0 });
    await waitWhileBusy(
      () => {
        if (!readonly) {
          opened.pragma('journal_mode = WAL');
          // What is deleted or overwritten is overwritten with zeros: an erased person stays in no free page.
          opened.pragma('secure_delete = ON');
          // better-sqlite3 runs WAL with NORMAL unless told: an acknowledged order could vanish on a power cut.
          opened.pragma(syncs === 'yes' ? 'synchronous = FULL' : 'synchronous = OFF');
          opened.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
        }
        opened.pragma('foreign_keys = ON');
        opened.pragma('cache_size = -16000');
      },
      { waitMax },
    );
    return new SqliteConnection(opened, { waitMax });
  }

  async begin(): Promise<void> {
    await waitWhileBusy(() => this.#file.exec('begin immediate'), this.#busyWait);
  }

  async commit(): Promise<void> {
    await waitWhileBusy(() => this.#file.exec('commit'), this.#busyWait);
  }

  /** SQLite ends the transaction by itself on a full disk and the like; then there is nothing to take back. */
  rollback(): void {
    if (this.#file.inTransaction) this.#file.exec('rollback');
  }

  get inTransaction(): boolean {
    return this.#file.inTransaction;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (isManyRows(query)) return this.#runMany(query.sql, query.rows);
    const parameters = checkBindings(query.parameters);
    // Inside a transaction the lock is ours; outside, a reader may meet a checkpoint of another process.
    if (this.#file.inTransaction) return this.#run(query.sql, parameters);
    return waitWhileBusy(() => this.#run<Row>(query.sql, parameters), this.#busyWait);
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    if (!SelectQueryNode.is(query.query)) throw new Error('only selects can be streamed');
    const statement = this.#file.prepare(query.sql);
    for (const row of statement.iterate(...checkBindings(query.parameters))) yield { rows: [checkRow(row) as Row] };
  }

  close(): void {
    this.#statements.clear();
    this.#file.close();
  }

  #run<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    const statement = this.#prepare(sql);
    if (!statement.reader) {
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    }
    const rows = statement.all(...parameters);
    for (const row of rows) checkRow(row);
    return statement.readonly ? { rows: rows as Row[] } : { rows: rows as Row[], numAffectedRows: BigInt(rows.length) };
  }

  #runMany(sql: string, rows: readonly (readonly unknown[])[]): QueryResult<never> {
    // Outside a transaction each row would be committed by itself.
    if (!this.#file.inTransaction) throw new Error('many rows are written inside a transaction');
    const statement = this.#prepare(sql);
    let changed = 0;
    for (const row of rows) changed += statement.run(checkBindings(row)).changes;
    return { rows: [], numAffectedRows: BigInt(changed) };
  }

  #prepare(sql: string): SqliteFile.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.#file.prepare(sql);
    if (this.#statements.size >= STATEMENTS_KEPT_MAX)
      this.#statements.delete(this.#statements.keys().next().value ?? '');
    this.#statements.set(sql, made);
    return made;
  }
}

function checkRow(row: unknown): unknown {
  const values = row as Record<string, unknown>;
  for (const name in values) {
    const value = values[name];
    if (typeof value === 'number') checkNumber(value);
  }
  return row;
}
