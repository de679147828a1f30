import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { tellLive } from '~/platform/live.server';
import type { FestivalId, IncidentId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';

/** It is not there, or somebody else has closed it already. */
export type CloseIncidentRefusal = { code: 'incident_not_open' };

/** It is over: the incident leaves the control room; its row and who closed it stay. */
export async function closeIncident(
  tx: Tx,
  { festivalId, incidentId, by, now }: { festivalId: FestivalId; incidentId: IncidentId; by: PersonId; now: number },
): Promise<Result<undefined, CloseIncidentRefusal>> {
  const closed = await tx
    .updateTable('festival_incident')
    .set({ closed_at: now, closed_by: by })
    .where('id', '=', incidentId)
    .where('festival_id', '=', festivalId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) return refuse({ code: 'incident_not_open' });
  await recordAudit(tx, {
    actorId: by,
    action: 'incident.close',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { incidentId },
    now,
  });
  tellLive(tx, [`control:${festivalId}`]);
  return accept();
}
