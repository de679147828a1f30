import { type SqlBool, sql } from 'kysely';
import { engineOf } from '~db/engine.server';
import type { ReadDb, Tx } from './app-context';

/** Shorter words stand in too many texts to mean somebody. */
export const WORD_LETTERS_MIN = 3;

/**
 * Whether a text column says one of these words, as they are or as JSON writes them. It reads every row: for what
 * happens once in a person's life, not for pages.
 */
export function containsAny(db: ReadDb | Tx, column: string, words: readonly string[]) {
  const forms = [...new Set(words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]))];
  const find = sql.raw(engineOf(db) === 'sqlite' ? 'instr' : 'strpos');
  const found = forms
    .filter((form) => form.length >= WORD_LETTERS_MIN)
    .map((form) => sql<SqlBool>`${find}(${sql.ref(column)}, ${form}) > 0`);
  return found.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(found, sql` or `)})`;
}
