import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import { tellStall } from './internal/tell-stall.server';
import { PAUSE_MILLISECONDS, type PauseReason, type StallKey } from './stalls';

export type PauseRefusal = { code: 'stall_not_open' };

/** "Tutup sementara 15 menit": no new customer orders until the timer ends by itself. Counter sales and the queue go on. */
export async function pauseStall(
  tx: Tx,
  { festivalId, participationId, day, reason, now }: StallKey & { day: string; reason: PauseReason; now: number },
): Promise<Result<{ until: number }, PauseRefusal>> {
  const until = now + PAUSE_MILLISECONDS;
  const paused = await tx
    .updateTable('stall_day')
    .set({ paused_at: now, paused_until: until, pause_reason: reason })
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('day', '=', day)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (paused.numUpdatedRows === 0n) return refuse({ code: 'stall_not_open' });
  await tellStall(tx, { festivalId, participationId }, now);
  return accept({ until });
}
