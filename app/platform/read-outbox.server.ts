import { maskPhone } from '~/shared/phone';
import type { ReadDb } from './app-context';
import { hidePhones } from './logger.server';
import type { MessagePayload } from './message.server';
import type { OutboxId, OutboxKind } from './outbox-kinds';

export const OUTBOX_PAGE_SIZE = 50;

export type OutboxFilter = 'stuck' | 'waiting' | 'done' | 'cancelled' | 'all';

/** One row as an operator sees it: never the payload, no whole phone number. */
export interface OutboxLine {
  id: OutboxId;
  kind: OutboxKind;
  state: 'waiting' | 'running' | 'done' | 'stuck' | 'cancelled';
  /** Masked phone or e-mail address; null for acts. */
  recipient: string | null;
  template: string | null;
  createdAt: number;
  dueAt: number;
  attempts: number;
  lastError: string | null;
  endedAt: number | null;
}

export interface OutboxPage {
  lines: OutboxLine[];
  page: number;
  pages: number;
  /** How many are in each state now. */
  counts: Record<'stuck' | 'waiting' | 'done' | 'cancelled', number>;
}

/** The outbox, newest first; `page` begins at 1. */
export async function readOutbox(
  db: ReadDb,
  { filter, page, now }: { filter: OutboxFilter; page: number; now: number },
): Promise<OutboxPage> {
  const counts = await readCounts(db);
  const total = filter === 'all' ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[filter];
  const pages = Math.max(1, Math.ceil(total / OUTBOX_PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = await filtered(db, filter)
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(OUTBOX_PAGE_SIZE)
    .offset((shown - 1) * OUTBOX_PAGE_SIZE)
    .execute();
  return { lines: rows.map((row) => toLine(row, now)), page: shown, pages, counts };
}

function filtered(db: ReadDb, filter: OutboxFilter) {
  const rows = db.selectFrom('platform_outbox');
  if (filter === 'all') return rows;
  if (filter === 'cancelled') return rows.where('cancelled_at', 'is not', null);
  const open = rows.where('cancelled_at', 'is', null);
  if (filter === 'done') return open.where('done_at', 'is not', null);
  if (filter === 'stuck') return open.where('done_at', 'is', null).where('stuck_at', 'is not', null);
  return open.where('done_at', 'is', null).where('stuck_at', 'is', null);
}

async function readCounts(db: ReadDb): Promise<OutboxPage['counts']> {
  const counts = { stuck: 0, waiting: 0, done: 0, cancelled: 0 };
  for (const filter of ['stuck', 'waiting', 'done', 'cancelled'] as const) {
    const row = await filtered(db, filter)
      .select((count) => count.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counts[filter] = row.count;
  }
  return counts;
}

interface Row {
  id: string;
  kind: string;
  payload: string;
  created_at: number;
  due_at: number;
  attempts: number;
  leased_until: number | null;
  last_error: string | null;
  done_at: number | null;
  stuck_at: number | null;
  cancelled_at: number | null;
}

function toLine(row: Row, now: number): OutboxLine {
  const message = row.kind === 'message.send' ? (JSON.parse(row.payload) as Partial<MessagePayload>) : {};
  return {
    id: row.id as OutboxId,
    kind: row.kind as OutboxKind,
    state: stateOf(row, now),
    recipient: message.to ? ('phone' in message.to ? maskPhone(message.to.phone) : message.to.email) : null,
    template: message.template ?? null,
    createdAt: row.created_at,
    dueAt: row.due_at,
    attempts: row.attempts,
    lastError: row.last_error === null ? null : hidePhones(row.last_error),
    endedAt: row.cancelled_at ?? row.done_at ?? row.stuck_at,
  };
}

function stateOf(row: Row, now: number): OutboxLine['state'] {
  if (row.cancelled_at !== null) return 'cancelled';
  if (row.done_at !== null) return 'done';
  if (row.stuck_at !== null) return 'stuck';
  return row.leased_until !== null && row.leased_until > now ? 'running' : 'waiting';
}
