import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockFestival, touchFestival } from './internal/festival-row.server';
import { type TrainingRuleFrozenRefusal, whyTrainingRuleFrozen } from './internal/frozen.server';
import type { TrainingRule } from './training-rule';

export type SetTrainingRuleRefusal = TrainingRuleFrozenRefusal;

/** Sets how finished lessons count, or that they do not (null). */
export async function setTrainingRule(
  tx: Tx,
  { festivalId, rule, by, now }: { festivalId: FestivalId; rule: TrainingRule | null; by: PersonId; now: number },
): Promise<Result<undefined, SetTrainingRuleRefusal>> {
  const festival = await lockFestival(tx, festivalId);
  const frozen = whyTrainingRuleFrozen(festival);
  if (frozen) return refuse(frozen);
  await tx.deleteFrom('festival_training_rule').where('festival_id', '=', festivalId).execute();
  if (rule) {
    await tx
      .insertInto('festival_training_rule')
      .values({ festival_id: festivalId, ...rule, set_by: by, set_at: now })
      .execute();
  }
  await recordAudit(tx, {
    actorId: by,
    action: 'festival.training_rule',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { rule: rule ? `${rule.kind} ${rule.amount}` : 'none' },
    now,
  });
  await touchFestival(tx, festivalId, now);
  return accept();
}
