import type { PersonId } from '~/shared/ids';
import type { OutboxRefusal } from '~/shared/platform-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import type { ReadDb, Tx } from './app-context';
import { recordAudit } from './audit.server';
import { hidePhones } from './logger.server';
import type { OutboxId, OutboxKind } from './outbox-kinds';

/** Tries before a row is stuck and waits for an operator; the last pause is over half an hour. */
export const TRIES_MAX = 12;
const PAUSE_FIRST = 1_000;
const PAUSE_MAX = 3_600_000;

/** What waits for somebody else's answer. */
const OVER_THE_NETWORK = ['message.send', 'orders.push_ready'];

/** Messages wait for the network; they must not keep deadlines waiting, so each has its own lane. */
export type OutboxLane = 'messages' | 'acts';

export interface LeasedRow {
  id: OutboxId;
  kind: OutboxKind;
  key: string;
  payload: string;
  /** This try included. */
  attempts: number;
  created_at: number;
  due_at: number;
}

export interface Lease {
  /** Name of the worker, unique. */
  worker: string;
  /** Epoch ms after which another worker may take the row. */
  until: number;
}

/** True when something could be leased; a read, so that an idle worker never writes. */
export async function hasDue(db: ReadDb, { lane, now }: { lane: OutboxLane; now: number }): Promise<boolean> {
  return (await dueRows(db, { lane, now }).limit(1).executeTakeFirst()) !== undefined;
}

function dueRows(db: ReadDb | Tx, { lane, now }: { lane: OutboxLane; now: number }) {
  return db
    .selectFrom('platform_outbox')
    .select('id')
    .where('done_at', 'is', null)
    .where('stuck_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('due_at', '<=', now)
    .where((either) => either.or([either('leased_until', 'is', null), either('leased_until', '<=', now)]))
    .where('kind', lane === 'messages' ? 'in' : 'not in', OVER_THE_NETWORK)
    .orderBy('due_at')
    .orderBy('id');
}

/** Takes rows for one worker, oldest deadline first. A row is with one worker at a time until the lease ends. */
export async function leaseDue(
  tx: Tx,
  { lane, limit, lease, now }: { lane: OutboxLane; limit: number; lease: Lease; now: number },
): Promise<LeasedRow[]> {
  const rows = await tx
    // A CTE of its own: as a subquery PostgreSQL could run it more than once and lease more than asked.
    .with('due', () => dueRows(tx, { lane, now }).limit(limit).forUpdate().skipLocked())
    .updateTable('platform_outbox')
    .set((row) => ({ leased_until: lease.until, leased_by: lease.worker, attempts: row('attempts', '+', 1) }))
    .where('id', 'in', (query) => query.selectFrom('due').select('due.id'))
    .returning(['id', 'kind', 'key', 'payload', 'attempts', 'created_at', 'due_at'])
    .execute();
  return (rows as LeasedRow[]).sort((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1));
}

/** Keeps a row that takes long with its worker. False when another has it already. */
export async function renewLease(tx: Tx, { id, lease }: { id: OutboxId; lease: Lease }): Promise<boolean> {
  const renewed = await tx
    .updateTable('platform_outbox')
    .set({ leased_until: lease.until })
    .where('id', '=', id)
    .where('leased_by', '=', lease.worker)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return renewed.numUpdatedRows === 1n;
}

export interface Finish {
  id: OutboxId;
  worker: string;
  /** Set where the payload held a sealed code. */
  forgetPayload?: true | undefined;
  /** Why it needed no doing any more. */
  dropped?: string | undefined;
  now: number;
}

/** Ends a leased row. False when the lease had run out and another worker took it. */
export async function finishRow(tx: Tx, { id, worker, forgetPayload, dropped, now }: Finish): Promise<boolean> {
  const finished = await tx
    .updateTable('platform_outbox')
    .set({
      ...(dropped === undefined ? { done_at: now, last_error: null } : { cancelled_at: now, last_error: dropped }),
      ...(forgetPayload ? { payload: '{}' } : {}),
      leased_until: null,
    })
    .where('id', '=', id)
    .where('leased_by', '=', worker)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return finished.numUpdatedRows === 1n;
}

export interface Failure {
  id: OutboxId;
  worker: string;
  attempts: number;
  /** What an operator should know; phone numbers are hidden. */
  error: string;
  /** Trying again would not help. */
  isFinal: boolean;
  /** The other side named a pause, ms. */
  pause?: number | undefined;
  now: number;
}

/** Puts a failed row back with a growing pause, or sets it aside as stuck. Answers which. */
export async function failRow(tx: Tx, failure: Failure): Promise<'waiting' | 'stuck'> {
  const { id, worker, attempts, error, isFinal, now } = failure;
  const isStuck = isFinal || attempts >= TRIES_MAX;
  await tx
    .updateTable('platform_outbox')
    .set({
      leased_until: null,
      leased_by: null,
      last_error: hidePhones(error).slice(0, 500),
      ...(isStuck ? { stuck_at: now } : { due_at: now + Math.max(failure.pause ?? 0, pauseAfter(attempts)) }),
    })
    .where('id', '=', id)
    .where('leased_by', '=', worker)
    .where('done_at', 'is', null)
    .execute();
  return isStuck ? 'stuck' : 'waiting';
}

/** 1 s, 2 s, 4 s … at most an hour, up to a fifth longer so that rows failing together do not return together. */
export function pauseAfter(attempts: number): number {
  return Math.round(Math.min(PAUSE_FIRST * 2 ** (attempts - 1), PAUSE_MAX) * (1 + Math.random() / 5));
}

export interface OperatorAct {
  id: OutboxId;
  by: PersonId;
  now: number;
}

/** Gives a stuck row all its tries again, at once. */
export async function retryStuck(tx: Tx, { id, by, now }: OperatorAct): Promise<Result<undefined, OutboxRefusal>> {
  const retried = await tx
    .updateTable('platform_outbox')
    .set({ stuck_at: null, attempts: 0, due_at: now, leased_until: null, leased_by: null })
    .where('id', '=', id)
    .where('stuck_at', 'is not', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  if (retried.numUpdatedRows !== 1n) return refuse({ code: 'outbox_not_stuck' });
  await recordAudit(tx, { actorId: by, action: 'outbox.retry', subjectKind: 'outbox', subjectId: id, now });
  return accept();
}

/** Gives up a row that is waiting or stuck; what was done already stays done. */
export async function cancelOutbox(tx: Tx, { id, by, now }: OperatorAct): Promise<Result<undefined, OutboxRefusal>> {
  const cancelled = await tx
    .updateTable('platform_outbox')
    .set({ cancelled_at: now, cancelled_by: by, stuck_at: null })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where((either) => either.or([either('leased_until', 'is', null), either('leased_until', '<=', now)]))
    .executeTakeFirst();
  if (cancelled.numUpdatedRows !== 1n) return refuse({ code: 'outbox_ended' });
  await recordAudit(tx, { actorId: by, action: 'outbox.cancel', subjectKind: 'outbox', subjectId: id, now });
  return accept();
}
