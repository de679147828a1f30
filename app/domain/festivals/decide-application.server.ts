import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { ApplicationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { MissingPart, Outcome } from './application';
import { lockApplication } from './internal/application-row.server';
import { refreshApplications } from './internal/refresh-applications.server';
import { nextRank, removeDecision, writeDecision } from './internal/write-decision.server';

export type DecideRefusal =
  | { code: 'not_curating' }
  | { code: 'application_not_pending' }
  | { code: 'application_incomplete'; missing: MissingPart[] }
  | { code: 'reason_missing' };

export interface DecisionOrder {
  applicationId: ApplicationId;
  outcome: Outcome;
  /** Needed where she is not chosen; she reads it after the line-up is announced. */
  reason?: string | null;
  by: PersonId;
  now: number;
}

/** Notes a decision apart from the application, which does not change until all are told at once. It can be changed until then. */
export async function decideApplication(
  tx: Tx,
  { applicationId, outcome, reason, by, now }: DecisionOrder,
): Promise<Result<undefined, DecideRefusal>> {
  const { festival } = await lockApplication(tx, applicationId);
  if (festival.state !== 'curating') return refuse({ code: 'not_curating' });
  const [checked] = await refreshApplications(tx, { festivalId: festival.id, applicationId, now });
  if (!checked) return refuse({ code: 'application_not_pending' });
  if (outcome !== 'not_chosen' && checked.state !== 'complete') {
    return refuse({ code: 'application_incomplete', missing: checked.missing });
  }
  const why = reason?.trim() || null;
  if (outcome === 'not_chosen' && why === null) return refuse({ code: 'reason_missing' });
  const rank = outcome === 'reserve' ? await nextRank(tx, { festivalId: festival.id, applicationId }) : null;
  await writeDecision(tx, {
    applicationId,
    festivalId: festival.id,
    outcome,
    keepBooth: outcome === 'chosen',
    rank,
    reason: why,
    by,
    now,
  });
  await recordAudit(tx, {
    actorId: by,
    action: 'application.decide',
    subjectKind: 'application',
    subjectId: applicationId,
    details: { outcome },
    now,
  });
  return accept();
}

/** Takes a decision back: undecided again. */
export async function clearDecision(
  tx: Tx,
  { applicationId, by, now }: { applicationId: ApplicationId; by: PersonId; now: number },
): Promise<Result<undefined, { code: 'not_curating' }>> {
  const { festival } = await lockApplication(tx, applicationId);
  if (festival.state !== 'curating') return refuse({ code: 'not_curating' });
  await removeDecision(tx, applicationId);
  await recordAudit(tx, {
    actorId: by,
    action: 'application.undecide',
    subjectKind: 'application',
    subjectId: applicationId,
    now,
  });
  return accept();
}
