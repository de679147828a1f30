import type { Tx } from '~/platform/app-context';
import type { ApplicationId } from '~/shared/ids';
import { lockFestival } from './festival-row.server';

/** An application with its festival locked, so that what is read here still holds at the write. */
export async function lockApplication(tx: Tx, applicationId: ApplicationId) {
  const { festival_id } = await tx
    .selectFrom('festival_application')
    .select('festival_id')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const festival = await lockFestival(tx, festival_id);
  const application = await tx
    .selectFrom('festival_application')
    .selectAll()
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  return { festival, application };
}
