import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockFestival, touchFestival } from './internal/festival-row.server';
import { type PlanFrozenRefusal, whyPlanFrozen } from './internal/frozen.server';
import { writeBooths } from './internal/plan.server';

export type ArrangePlanRefusal = PlanFrozenRefusal;

/** Lays the plan anew: so many booths, so many in a row. Only while nobody stands on it. */
export async function arrangePlan(
  tx: Tx,
  {
    festivalId,
    boothCount,
    columns,
    by,
    now,
  }: { festivalId: FestivalId; boothCount: number; columns: number; by: PersonId; now: number },
): Promise<Result<undefined, ArrangePlanRefusal>> {
  const festival = await lockFestival(tx, festivalId);
  const frozen = await whyPlanFrozen(tx, festival);
  if (frozen) return refuse(frozen);
  await writeBooths(tx, { festivalId, count: boothCount, columns, now });
  await tx
    .updateTable('festival_edition')
    .set({ plan_columns: columns, plan_rows: Math.ceil(boothCount / columns) })
    .where('id', '=', festivalId)
    .execute();
  // The quota of stalls follows the plan; a smaller one chosen by hand stays.
  await tx
    .updateTable('festival_cap')
    .set({ limit_number: boothCount })
    .where('festival_id', '=', festivalId)
    .where('kind', '=', 'total')
    .where('limit_number', '>', boothCount)
    .execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'festival.plan',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { boothCount, columns },
    now,
  });
  await touchFestival(tx, festivalId, now);
  return accept();
}
