import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { ApplicationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockApplication } from './internal/application-row.server';

export type RemoveFromBoothRefusal = { code: 'not_curating' };

/** Empties her booth; she stays chosen and waits beside the plan. Repeating it changes nothing. */
export async function removeFromBooth(
  tx: Tx,
  { applicationId, by, now }: { applicationId: ApplicationId; by: PersonId; now: number },
): Promise<Result<undefined, RemoveFromBoothRefusal>> {
  const { festival } = await lockApplication(tx, applicationId);
  if (festival.state !== 'curating') return refuse({ code: 'not_curating' });
  await tx
    .updateTable('festival_decision')
    .set({ booth_id: null })
    .where('application_id', '=', applicationId)
    .execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'application.unplace',
    subjectKind: 'application',
    subjectId: applicationId,
    now,
  });
  return accept();
}
