import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import { tellStall } from './internal/tell-stall.server';
import type { PauseRefusal } from './pause-stall.server';
import type { StallKey } from './stalls';

/** Ends a pause before its timer. */
export async function resumeStall(
  tx: Tx,
  { festivalId, participationId, day, now }: StallKey & { day: string; now: number },
): Promise<Result<undefined, PauseRefusal>> {
  const resumed = await tx
    .updateTable('stall_day')
    .set({ paused_at: null, paused_until: null, pause_reason: null })
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('day', '=', day)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (resumed.numUpdatedRows === 0n) return refuse({ code: 'stall_not_open' });
  await tellStall(tx, { festivalId, participationId }, now);
  return accept();
}
