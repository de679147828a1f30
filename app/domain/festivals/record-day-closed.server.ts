import type { Tx } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { lockFestival, moveFestival, touchFestival } from './internal/festival-row.server';

/** Orders tell that a day's accounts are closed; with the last one the festival is finished. Repeating it changes nothing. */
export async function recordDayClosed(
  tx: Tx,
  { festivalId, day, now }: { festivalId: FestivalId; day: string; now: number },
): Promise<Result<'day' | 'festival' | 'nothing', never>> {
  await lockFestival(tx, festivalId);
  const closed = await tx
    .updateTable('festival_day')
    .set({ closed_at: now })
    .where('festival_id', '=', festivalId)
    .where('day', '=', day)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) return accept('nothing');
  const open = await tx
    .selectFrom('festival_day')
    .select('day')
    .where('festival_id', '=', festivalId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  // From now on the pages show the next day.
  if (open) {
    await touchFestival(tx, festivalId, now);
    return accept('day');
  }
  const finished = await moveFestival(tx, { festivalId, from: 'running', to: 'finished', by: null, now });
  if (!finished) await touchFestival(tx, festivalId, now);
  return accept(finished ? 'festival' : 'day');
}
