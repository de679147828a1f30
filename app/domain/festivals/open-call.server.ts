import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockFestival, moveFestival } from './internal/festival-row.server';

export type OpenCallRefusal = { code: 'call_not_openable' } | { code: 'call_closes_past' };

/** Opens the call of a draft, or again after it closed; it closes by itself at its time. */
export async function openCall(
  tx: Tx,
  { festivalId, by, now }: { festivalId: FestivalId; by: PersonId | null; now: number },
): Promise<Result<undefined, OpenCallRefusal>> {
  const festival = await lockFestival(tx, festivalId);
  if (festival.state !== 'draft' && festival.state !== 'curating') return refuse({ code: 'call_not_openable' });
  if (festival.call_closes_at <= now) return refuse({ code: 'call_closes_past' });
  await moveFestival(tx, { festivalId, from: festival.state, to: 'open', by, now });
  const dueAt = festival.call_closes_at;
  await addToOutbox(tx, {
    kind: 'festivals.close_call',
    key: `close_call:${festivalId}:${dueAt}`,
    payload: { festivalId },
    dueAt,
    now,
  });
  return accept();
}
