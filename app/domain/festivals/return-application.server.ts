import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { ApplicationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockApplication } from './internal/application-row.server';
import { moveApplication } from './internal/move-application.server';
import { tellMerchants } from './internal/tell-merchants.server';

export type ReturnApplicationRefusal = { code: 'application_not_pending' } | { code: 'reason_missing' };

/** Gives an application back with what to mend; she may send it again until the line-up is announced. */
export async function returnApplication(
  tx: Tx,
  { applicationId, why, by, now }: { applicationId: ApplicationId; why: string; by: PersonId; now: number },
): Promise<Result<undefined, ReturnApplicationRefusal>> {
  const reason = why.trim();
  if (reason === '') return refuse({ code: 'reason_missing' });
  const { festival, application } = await lockApplication(tx, applicationId);
  const { state } = application;
  const curated = festival.state === 'open' || festival.state === 'curating';
  if (!curated || (state !== 'submitted' && state !== 'complete')) return refuse({ code: 'application_not_pending' });
  await moveApplication(tx, { applicationId, from: state, to: 'returned', now });
  await tx.updateTable('festival_application').set({ returned_why: reason }).where('id', '=', applicationId).execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'application.return',
    subjectKind: 'application',
    subjectId: applicationId,
    now,
  });
  await tellMerchants(tx, {
    festival,
    merchantIds: [application.merchant_id],
    template: 'festival_returned',
    values: () => ({ why: reason }),
    key: `returned:${applicationId}:${now}`,
    now,
  });
  return accept();
}
