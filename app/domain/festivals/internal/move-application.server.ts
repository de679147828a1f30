import type { Tx } from '~/platform/app-context';
import type { ApplicationId } from '~/shared/ids';
import { type ApplicationState, applicationMayBecome } from '../application';

/** One step of an application's graph; false when it is no longer in `from`. A step outside the graph is a bug and throws. */
export async function moveApplication(
  tx: Tx,
  {
    applicationId,
    from,
    to,
    now,
  }: { applicationId: ApplicationId; from: ApplicationState; to: ApplicationState; now: number },
): Promise<boolean> {
  if (!applicationMayBecome(from, to)) throw new Error(`an application never goes from ${from} to ${to}`);
  const moved = await tx
    .updateTable('festival_application')
    .set({ state: to, updated_at: now })
    .where('id', '=', applicationId)
    .where('state', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}
