import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockFestival, moveFestival } from './internal/festival-row.server';
import { refreshApplications } from './internal/refresh-applications.server';

export type CloseCallRefusal = { code: 'call_not_open' };

/** Ends the call by hand: the festival is being curated from now on. */
export async function closeCall(
  tx: Tx,
  { festivalId, by, now }: { festivalId: FestivalId; by: PersonId | null; now: number },
): Promise<Result<undefined, CloseCallRefusal>> {
  const festival = await lockFestival(tx, festivalId);
  if (festival.state !== 'open') return refuse({ code: 'call_not_open' });
  await moveFestival(tx, { festivalId, from: 'open', to: 'curating', by, now });
  await refreshApplications(tx, { festivalId, now });
  return accept();
}

/** The worker's turn at the closing time; it may have been moved since, then it waits for the new one. */
export async function closeCallWhenDue(
  tx: Tx,
  { festivalId, now }: { festivalId: FestivalId; now: number },
): Promise<Result<'closed' | 'waiting' | 'nothing', never>> {
  const festival = await lockFestival(tx, festivalId);
  if (festival.state !== 'open') return accept('nothing');
  const dueAt = festival.call_closes_at;
  if (dueAt > now) {
    await addToOutbox(tx, {
      kind: 'festivals.close_call',
      key: `close_call:${festivalId}:${dueAt}`,
      payload: { festivalId },
      dueAt,
      now,
    });
    return accept('waiting');
  }
  await closeCall(tx, { festivalId, by: null, now });
  return accept('closed');
}
