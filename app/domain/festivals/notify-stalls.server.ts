import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { FestivalId, ParticipationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { readFestivalRow } from './internal/festival-row.server';
import { tellMerchants } from './internal/tell-merchants.server';

export type NotifyStallsRefusal = { code: 'festival_stall_unknown' } | { code: 'notice_nobody' };

export interface StallNotice {
  festivalId: FestivalId;
  /** Null = every stall of the festival. */
  participationId: ParticipationId | null;
  text: string;
  /** Made on the form's page: the same notice again sends nothing. */
  key: string;
  by: PersonId;
  now: number;
}

/** Tells the owners of one stall, or of all, through the outbox; says how many people are told. */
export async function notifyStalls(
  tx: Tx,
  { festivalId, participationId, text, key, by, now }: StallNotice,
): Promise<Result<{ told: number }, NotifyStallsRefusal>> {
  const festival = await readFestivalRow(tx, festivalId);
  const merchants = await tx
    .selectFrom('festival_participation')
    .select('merchant_id')
    .where('festival_id', '=', festivalId)
    .where('ended_at', 'is', null)
    .$if(participationId !== null, (query) => query.where('id', '=', participationId ?? 'par_'))
    .orderBy('merchant_id')
    .execute();
  if (participationId !== null && merchants.length === 0) return refuse({ code: 'festival_stall_unknown' });
  const told = await tellMerchants(tx, {
    festival,
    merchantIds: merchants.map(({ merchant_id }) => merchant_id),
    template: 'festival_notice',
    values: () => ({ text }),
    key: `notice:${festivalId}:${key}`,
    now,
  });
  if (told === 0) return refuse({ code: 'notice_nobody' });
  await recordAudit(tx, {
    actorId: by,
    action: 'festival.notice',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { participationId, told },
    now,
  });
  return accept({ told });
}
