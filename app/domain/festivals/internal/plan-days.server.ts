import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import type { FestivalId } from '~/shared/ids';

/**
 * The worker starts each day at its opening. The moment of planning is in the key: a festival that goes on after being
 * postponed plans again, since a day whose opening passed meanwhile was left alone. Starting a day twice starts it once.
 */
export async function planDays(tx: Tx, { festivalId, now }: { festivalId: FestivalId; now: number }): Promise<void> {
  const days = await tx
    .selectFrom('festival_day')
    .select(['day', 'opens_at'])
    .where('festival_id', '=', festivalId)
    .where('closed_at', 'is', null)
    .orderBy('day')
    .execute();
  for (const { day, opens_at } of days) {
    await addToOutbox(tx, {
      kind: 'festivals.start_day',
      key: `start_day:${festivalId}:${day}:${opens_at}:${now}`,
      payload: { festivalId, day },
      dueAt: opens_at,
      now,
    });
  }
}
