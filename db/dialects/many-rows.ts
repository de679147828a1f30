import { CompiledQuery } from 'kysely';

/**
 * One statement run for many rows of parameters, one after the other, without a way to and fro between them.
 * For SQLite only, inside a transaction: PostgreSQL is given the same rows as one set.
 */
export interface ManyRows extends CompiledQuery {
  readonly rows: readonly (readonly unknown[])[];
}

export function manyRows(text: string, rows: ManyRows['rows']): ManyRows {
  return { ...CompiledQuery.raw(text), rows };
}

export function isManyRows(query: CompiledQuery): query is ManyRows {
  return 'rows' in query;
}
