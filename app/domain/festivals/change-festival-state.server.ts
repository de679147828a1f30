import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import type { FestivalId, MerchantId, PersonId } from '~/shared/ids';
import type { FestivalMessage } from '~/shared/message-templates';
import { accept, type Result, refuse } from '~/shared/result';
import { type FestivalState, festivalMayBecome, readFestivalState } from './festival';
import { type FestivalRow, lockFestival, moveFestival } from './internal/festival-row.server';
import { planDays } from './internal/plan-days.server';
import { tellMerchants } from './internal/tell-merchants.server';

export type ChangeFestivalStateRefusal =
  | { code: 'festival_state_not_next'; from: string; to: string }
  | { code: 'reason_missing' };

export interface FestivalStateOrder {
  festivalId: FestivalId;
  /** resume = from postponed back to the state it left. */
  to: 'running' | 'postponed' | 'finished' | 'cancelled' | 'resume';
  /** Needed for postponing and cancelling; those concerned read it. */
  why?: string | null;
  by: PersonId | null;
  now: number;
}

/** Moves a festival by hand, and tells merchants when it is postponed, goes on, or is cancelled. */
export async function changeFestivalState(
  tx: Tx,
  { festivalId, to, why, by, now }: FestivalStateOrder,
): Promise<Result<FestivalState, ChangeFestivalStateRefusal>> {
  const festival = await lockFestival(tx, festivalId);
  const from = readFestivalState(festival.state);
  if (to === 'resume') return resume(tx, { festival, from, by, now });
  if (!festivalMayBecome(from, to)) return refuse({ code: 'festival_state_not_next', from, to });
  if (to === 'running' && from !== 'published') return refuse({ code: 'festival_state_not_next', from, to });
  const reason = why?.trim() || null;
  if ((to === 'postponed' || to === 'cancelled') && reason === null) return refuse({ code: 'reason_missing' });
  await moveFestival(tx, { festivalId, from, to, by, why: reason, now });
  if (to === 'cancelled') {
    await revokeOpenOffers(tx, { festivalId, by, now });
    const key = `return_cancelled:${festivalId}`;
    await addToOutbox(tx, { kind: 'orders.return_cancelled', key, payload: { festivalId }, now });
  }
  if ((to === 'postponed' || to === 'cancelled') && from !== 'draft') {
    await tellConcerned(tx, { festival, template: `festival_${to}`, reason: reason ?? '', now });
  }
  return accept(to);
}

async function resume(
  tx: Tx,
  { festival, from, by, now }: { festival: FestivalRow; from: FestivalState; by: PersonId | null; now: number },
): Promise<Result<FestivalState, ChangeFestivalStateRefusal>> {
  if (from !== 'postponed') return refuse({ code: 'festival_state_not_next', from, to: 'resume' });
  const left = await tx
    .selectFrom('festival_state_change')
    .select('from_state')
    .where('festival_id', '=', festival.id)
    .where('to_state', '=', 'postponed')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const to = readFestivalState(left.from_state);
  await moveFestival(tx, { festivalId: festival.id, from, to, by, now });
  if (to === 'published' || to === 'running') await planDays(tx, { festivalId: festival.id, now });
  await tellConcerned(tx, { festival, template: 'festival_resumed', reason: '', now });
  return accept(to);
}

async function revokeOpenOffers(
  tx: Tx,
  { festivalId, by, now }: { festivalId: FestivalId; by: PersonId | null; now: number },
): Promise<void> {
  await tx
    .updateTable('festival_offer')
    .set({ outcome: 'revoked', ended_at: now, ended_by: by })
    .where('festival_id', '=', festivalId)
    .where('outcome', '=', 'open')
    .execute();
}

/** Everybody whose plans hang on this festival: applicants still waiting or holding a place. Those told no earlier are left in peace. */
async function tellConcerned(
  tx: Tx,
  {
    festival,
    template,
    reason,
    now,
  }: { festival: FestivalRow; template: FestivalMessage; reason: string; now: number },
): Promise<void> {
  const rows = await tx
    .selectFrom('festival_application')
    .select('merchant_id')
    .where('festival_id', '=', festival.id)
    .where('state', 'in', ['submitted', 'complete', 'returned', 'offered', 'accepted', 'waitlisted'])
    .execute();
  const merchantIds: MerchantId[] = rows.map(({ merchant_id }) => merchant_id);
  await tellMerchants(tx, {
    festival,
    merchantIds,
    template,
    values: () => ({ why: reason, firstDay: festival.starts_on, lastDay: festival.ends_on }),
    key: `${template}:${festival.id}:${now}`,
    now,
  });
}
