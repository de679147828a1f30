import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { tellLive } from '~/platform/live.server';
import { type FestivalId, type IncidentId, newId, type ParticipationId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { IncidentKind, IncidentSeverity } from './incident';
import { isOwnParticipation } from './internal/own-participation.server';

export type ReportIncidentRefusal = { code: 'festival_stall_unknown' };

export interface IncidentReport {
  festivalId: FestivalId;
  /** Null = not at a booth. */
  participationId: ParticipationId | null;
  kind: IncidentKind;
  severity: IncidentSeverity;
  /** May be empty: three inputs are enough. */
  text: string;
  by: PersonId;
  now: number;
}

/** Writes down what went wrong and where; it stands in the control room until somebody closes it. */
export async function reportIncident(
  tx: Tx,
  { festivalId, participationId, kind, severity, text, by, now }: IncidentReport,
): Promise<Result<IncidentId, ReportIncidentRefusal>> {
  if (participationId && !(await isOwnParticipation(tx, { festivalId, participationId })))
    return refuse({ code: 'festival_stall_unknown' });
  const id = newId('inc', now);
  await tx
    .insertInto('festival_incident')
    .values({
      id,
      festival_id: festivalId,
      participation_id: participationId,
      kind,
      severity,
      text,
      at: now,
      by_person_id: by,
      closed_at: null,
      closed_by: null,
    })
    .execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'incident.report',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { incidentId: id, kind, severity, participationId },
    now,
  });
  tellLive(tx, [`control:${festivalId}`]);
  return accept(id);
}
