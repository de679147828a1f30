import type { Tx } from './app-context';

export interface AnswerKey {
  /** What kind of act, and for whom where keys are not unique by themselves. */
  scope: string;
  key: string;
  contentHash: string;
}

/** `none`: go on. `same`: give this answer again. `other`: the key was used for something else; refuse. */
export type StoredAnswer = { found: 'none' } | { found: 'same'; result: string } | { found: 'other' };

/** Somebody stored an answer under this key at the same moment; the unit of work runs again and finds it. */
export class AnsweredMeanwhile extends Error {
  readonly code = '40001';

  constructor() {
    super('the same key was answered at the same moment');
  }
}

/** What was answered under a key before. Only accepted answers are kept: a refusal may be tried again. */
export async function readAnswer(tx: Tx, { scope, key, contentHash }: AnswerKey): Promise<StoredAnswer> {
  const row = await tx
    .selectFrom('platform_idempotency')
    .select(['content_hash', 'result'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return { found: 'none' };
  return row.content_hash === contentHash ? { found: 'same', result: row.result } : { found: 'other' };
}

/** Keeps an accepted answer for ever, in the unit of work that made it. `result` is text, JSON where it has parts. */
export async function storeAnswer(
  tx: Tx,
  { scope, key, contentHash, result, now }: AnswerKey & { result: string; now: number },
): Promise<void> {
  const stored = await tx
    .insertInto('platform_idempotency')
    .values({ scope, key, content_hash: contentHash, result, created_at: now })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .executeTakeFirst();
  if (stored.numInsertedOrUpdatedRows !== 1n) throw new AnsweredMeanwhile();
}
