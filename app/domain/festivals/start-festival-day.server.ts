import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { MINUTE_MS } from '~/shared/time';
import { lockFestival, moveFestival } from './internal/festival-row.server';

/** After closing, orders still ready may be handed over for this long; then the day's accounts close. */
const CLOSING_GRACE_MS = 30 * MINUTE_MS;

/**
 * The worker's turn at a day's opening: the first day makes the festival run, every day orders its own closing.
 * A festival that is postponed or cancelled, or a day that was moved, is left alone.
 */
export async function startFestivalDay(
  tx: Tx,
  { festivalId, day, by = null, now }: { festivalId: FestivalId; day: string; by?: PersonId | null; now: number },
): Promise<Result<'started' | 'nothing', never>> {
  const festival = await lockFestival(tx, festivalId);
  const row = await tx
    .selectFrom('festival_day')
    .selectAll()
    .where('festival_id', '=', festivalId)
    .where('day', '=', day)
    .executeTakeFirst();
  if (!row || row.opens_at > now || row.closed_at !== null) return accept('nothing');
  if (festival.state === 'published') await moveFestival(tx, { festivalId, from: 'published', to: 'running', by, now });
  else if (festival.state !== 'running') return accept('nothing');
  await addToOutbox(tx, {
    kind: 'orders.close_day',
    key: `close_day:${festivalId}:${day}:${row.closes_at}`,
    payload: { festivalId, day },
    dueAt: row.closes_at + CLOSING_GRACE_MS,
    now,
  });
  return accept('started');
}
