import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { SqliteConnection } from '~db/dialects/sqlite-connection.server';

export interface Statement {
  text: string;
  parameters: readonly unknown[];
}

/** Every statement that reaches a driver while `work` runs, each text once: new ones are met without being named. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen = new Map<string, Statement>();
  const note = (text: string, parameters: readonly unknown[] = []) => seen.set(text, { text, parameters });
  const { executeQuery } = SqliteConnection.prototype;
  const { query } = pg.Client.prototype;
  SqliteConnection.prototype.executeQuery = function <Row>(this: SqliteConnection, compiled: CompiledQuery) {
    note(compiled.sql, compiled.parameters);
    return executeQuery.call(this, compiled) as ReturnType<typeof executeQuery<Row>>;
  };
  pg.Client.prototype.query = function (this: pg.Client, text: unknown, ...rest: unknown[]) {
    if (typeof text === 'string') note(text, Array.isArray(rest[0]) ? rest[0] : []);
    return (query as unknown as (...all: unknown[]) => unknown).call(this, text, ...rest);
  } as typeof query;
  try {
    await work();
  } finally {
    SqliteConnection.prototype.executeQuery = executeQuery;
    pg.Client.prototype.query = query;
  }
  return [...seen.values()].filter(({ text }) => /^\s*(select|with|insert|update|delete)\b/i.test(text));
}
