import { SendFailure } from '~/integrations/messages/sender';
import type { AppContext } from '~/platform/app-context';
import type { OutboxKind, OutboxPayloads } from '~/platform/outbox-kinds';
import {
  failRow,
  finishRow,
  hasDue,
  type LeasedRow,
  leaseDue,
  type OutboxLane,
  renewLease,
  TRIES_MAX,
} from '~/platform/outbox-queue.server';
import { FinalFailure, type Handler, type HandlerAnswer, type Handlers } from './handler';
import { handlers as ourHandlers } from './handlers';

/** How long a row stays with a worker that says nothing; renewed while its handler runs. */
const LEASE = 60_000;
const BATCH = 20;

export interface WorkerOptions {
  /** Tests give their own. */
  handlers?: Handlers;
  /** Name of this worker; unique by default. */
  worker?: string;
  /** Length of a lease, ms. */
  leaseFor?: number;
}

export interface PassResult {
  done: number;
  waiting: number;
  stuck: number;
}

let workers = 0;

export function workerName(): string {
  return `${process.pid}-${++workers}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Takes up to twenty rows that are due and runs them one after the other. For tests, the demo's seed and small tools. */
export async function runWorkerOnce(app: AppContext, options: WorkerOptions = {}): Promise<PassResult> {
  const result: PassResult = { done: 0, waiting: 0, stuck: 0 };
  const worker = options.worker ?? workerName();
  for (const lane of ['acts', 'messages'] as const) {
    for (const row of await leaseRows(app, { lane, limit: BATCH, worker, leaseFor: options.leaseFor })) {
      result[await runRow(app, row, { ...options, worker })]++;
    }
  }
  return result;
}

/** Runs until nothing is due at the app's present time, and says how much was done. */
export async function drainOutbox(app: AppContext, options: WorkerOptions = {}): Promise<PassResult> {
  const total: PassResult = { done: 0, waiting: 0, stuck: 0 };
  for (;;) {
    const pass = await runWorkerOnce(app, options);
    for (const outcome of ['done', 'waiting', 'stuck'] as const) total[outcome] += pass[outcome];
    if (pass.done + pass.waiting + pass.stuck === 0) return total;
  }
}

/** Takes rows for this worker; reads first, so an idle worker never asks for the write lock. */
export async function leaseRows(
  app: AppContext,
  {
    lane,
    limit,
    worker,
    leaseFor = LEASE,
  }: { lane: OutboxLane; limit: number; worker: string; leaseFor?: number | undefined },
): Promise<LeasedRow[]> {
  const now = app.clock.now();
  if (!(await hasDue(app.db, { lane, now }))) return [];
  return app.inTransaction((tx) => leaseDue(tx, { lane, limit, lease: { worker, until: now + leaseFor }, now }));
}

/** Runs one leased row to its end, whatever the handler does. */
export async function runRow(
  app: AppContext,
  row: LeasedRow,
  { handlers = ourHandlers, worker, leaseFor = LEASE }: WorkerOptions & { worker: string },
): Promise<keyof PassResult> {
  try {
    // Every earlier try ended this process: one more would end it again.
    if (row.attempts > TRIES_MAX) throw new FinalFailure('every try ended without an answer');
    const answer = await keepLeased(app, row, { worker, leaseFor, work: () => handle(app, row, handlers) });
    await app.inTransaction(async (tx) => {
      await answer.record?.(tx);
      const { forgetPayload, dropped } = answer;
      await finishRow(tx, { id: row.id, worker, forgetPayload, dropped, now: app.clock.now() });
    });
    return 'done';
  } catch (error) {
    return fail(app, row, { worker, error });
  }
}

/** Renews the lease while the handler works: an import of fifty thousand rows takes longer than any lease should be. */
async function keepLeased<Value>(
  app: AppContext,
  row: LeasedRow,
  { worker, leaseFor, work }: { worker: string; leaseFor: number; work: () => Promise<Value> },
): Promise<Value> {
  const renew = () =>
    app
      .inTransaction((tx) => renewLease(tx, { id: row.id, lease: { worker, until: app.clock.now() + leaseFor } }))
      .catch((error: unknown) => app.logger.warn({ err: error, outboxId: row.id }, 'a lease could not be renewed'));
  let renewing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    renewing = renew();
  }, leaseFor / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewing;
  }
}

async function handle(app: AppContext, row: LeasedRow, handlers: Handlers): Promise<HandlerAnswer> {
  const handler = handlers[row.kind] as Handler<OutboxKind> | undefined;
  if (!handler) throw new FinalFailure(`nobody handles ${row.kind}`);
  const payload = JSON.parse(row.payload) as OutboxPayloads[OutboxKind];
  return (await handler(app, payload, row)) ?? {};
}

async function fail(
  app: AppContext,
  row: LeasedRow,
  { worker, error }: { worker: string; error: unknown },
): Promise<'waiting' | 'stuck'> {
  const isFinal = error instanceof FinalFailure || (error instanceof SendFailure && error.isFinal);
  const pause = error instanceof SendFailure ? error.pause : undefined;
  // Texts of other errors may hold anything (a database repeats row values), so an operator gets their kind only.
  const isOurs = error instanceof FinalFailure || error instanceof SendFailure;
  const words = isOurs ? error.message : `failed: ${kindOf(error)}; the log knows more`;
  const outcome = await app.inTransaction((tx) =>
    failRow(tx, { id: row.id, worker, attempts: row.attempts, error: words, isFinal, pause, now: app.clock.now() }),
  );
  app.logger.warn(
    { kind: row.kind, outboxId: row.id, attempts: row.attempts, outcome, err: error },
    'outbox row failed',
  );
  return outcome;
}

function kindOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown error';
}
