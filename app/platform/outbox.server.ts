import { newId } from '~/shared/ids';
import type { Tx } from './app-context';
import { insertEach, type RowOf } from './insert-each.server';
import type { OutboxKind, OutboxPayloads } from './outbox-kinds';

export interface OutboxEntry<Kind extends OutboxKind> {
  kind: Kind;
  /** Unique for ever: writing the same effect twice is one effect. */
  key: string;
  payload: OutboxPayloads[Kind];
  /** Not before this instant; default now. */
  dueAt?: number;
  now: number;
}

/**
 * Notes an effect in the unit of work that causes it; the worker runs it after COMMIT, at least once.
 * Answers false where the key was there already.
 */
export async function addToOutbox<Kind extends OutboxKind>(
  tx: Tx,
  { kind, key, payload, dueAt, now }: OutboxEntry<Kind>,
): Promise<boolean> {
  const added = await tx
    .insertInto('platform_outbox')
    .values({
      id: newId('out', now),
      kind,
      key,
      payload: JSON.stringify(payload),
      created_at: now,
      due_at: dueAt ?? now,
      attempts: 0,
      leased_until: null,
      leased_by: null,
      last_error: null,
      done_at: null,
      stuck_at: null,
      cancelled_at: null,
      cancelled_by: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

const OUTBOX: RowOf<OutboxEntry<OutboxKind>> = {
  id: ['text', ({ now }) => newId('out', now)],
  kind: ['text', ({ kind }) => kind],
  key: ['text', ({ key }) => key],
  payload: ['text', ({ payload }) => JSON.stringify(payload)],
  created_at: ['integer', ({ now }) => now],
  due_at: ['integer', ({ dueAt, now }) => dueAt ?? now],
  attempts: ['integer', () => 0],
};

/** The same for a whole batch at once; keys that are there already are left alone. */
export async function addManyToOutbox(tx: Tx, entries: readonly OutboxEntry<OutboxKind>[]): Promise<void> {
  await insertEach(tx, 'platform_outbox', OUTBOX, entries, { skipExisting: true });
}

/** Takes back an effect that has not begun yet, such as a message within its ten seconds of undo. False when it was too late. */
export async function withdrawFromOutbox(tx: Tx, { key, now }: { key: string; now: number }): Promise<boolean> {
  const withdrawn = await tx
    .updateTable('platform_outbox')
    .set({ cancelled_at: now })
    .where('key', '=', key)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where((either) => either.or([either('leased_until', 'is', null), either('leased_until', '<=', now)]))
    .executeTakeFirst();
  return withdrawn.numUpdatedRows === 1n;
}
