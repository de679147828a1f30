import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import type { Database } from '~db/schema';
import { committed } from './after-commit.server';
import type { InTransaction, Tx, UnitOptions } from './app-context';
import { isConnectionLost, isWorthRepeating } from './database-errors';

const REPEATS_MAX = 5;

export interface UnitOfWorkOptions {
  /** First pause before a repeat, ms; doubled each time, with jitter. */
  pause?: number;
}

/** The connection broke while COMMIT was under way, so nobody knows whether it counts. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('the connection broke during COMMIT; the unit of work may or may not have been stored', { cause });
  }
}

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Refused {
  constructor(readonly answer: unknown) {}
}

const inside = new AsyncLocalStorage<true>();

/** Makes the one way to write: see InTransaction for its promises. */
export function makeInTransaction(writer: Kysely<Database>, { pause = 5 }: UnitOfWorkOptions = {}): InTransaction {
  return async (work, options = {}) => {
    // On SQLite the inner unit would wait for the outer one for ever; on PostgreSQL it would commit alone.
    if (inside.getStore()) throw new Error('a unit of work inside a unit of work: pass tx on instead');
    for (let repeat = 0; ; repeat++) {
      try {
        return await attempt(writer, work, options);
      } catch (error) {
        if (repeat >= REPEATS_MAX || error instanceof CommitUnknown || !isWorthRepeating(error)) throw error;
        // A server that restarts needs longer than a colliding unit.
        const first = isConnectionLost(error) ? pause * 10 : pause;
        await new Promise((resolve) => setTimeout(resolve, first * 2 ** repeat * (0.5 + Math.random())));
      }
    }
  };
}

async function attempt<Value>(
  writer: Kysely<Database>,
  work: (tx: Tx) => Promise<Value>,
  { readStoredAnswer }: UnitOptions<Value>,
): Promise<Value> {
  let isCommitting = false;
  try {
    const { tx, value } = await writer.transaction().execute((tx) =>
      inside.run(true, async () => {
        const value = await work(tx);
        if (isRefusal(value)) throw new Refused(value);
        isCommitting = true;
        return { tx, value };
      }),
    );
    committed(tx);
    return value;
  } catch (error) {
    if (error instanceof Refused) return error.answer as Value;
    if (!isCommitting || !isConnectionLost(error)) throw error;
    if (!readStoredAnswer) throw new CommitUnknown(error);
    const stored = await writer.transaction().execute((tx) => inside.run(true, () => readStoredAnswer(tx)));
    if (stored !== undefined) return stored;
    throw error;
  }
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}
