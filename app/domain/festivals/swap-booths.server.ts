import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { ApplicationId, BoothId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockApplication } from './internal/application-row.server';

export type SwapBoothsRefusal = { code: 'not_curating' } | { code: 'booth_unknown' } | { code: 'nothing_to_swap' };

/** Two merchants change places: she who stands somewhere, and whoever stands in the booth named. */
export async function swapBooths(
  tx: Tx,
  { applicationId, boothId, by, now }: { applicationId: ApplicationId; boothId: BoothId; by: PersonId; now: number },
): Promise<Result<undefined, SwapBoothsRefusal>> {
  const { festival } = await lockApplication(tx, applicationId);
  if (festival.state !== 'curating') return refuse({ code: 'not_curating' });
  const booth = await tx
    .selectFrom('festival_booth')
    .select('id')
    .where('id', '=', boothId)
    .where('festival_id', '=', festival.id)
    .executeTakeFirst();
  if (!booth) return refuse({ code: 'booth_unknown' });
  const placed = tx.selectFrom('festival_decision').select(['application_id', 'booth_id']);
  const mine = await placed.where('application_id', '=', applicationId).executeTakeFirst();
  const theirs = await placed.where('booth_id', '=', boothId).executeTakeFirst();
  if (!mine?.booth_id || !theirs || theirs.application_id === applicationId) return refuse({ code: 'nothing_to_swap' });
  // A booth holds one merchant (unique index), so one of the two steps aside first.
  await standAt(tx, applicationId, null);
  await standAt(tx, theirs.application_id, mine.booth_id);
  await standAt(tx, applicationId, boothId);
  await recordAudit(tx, {
    actorId: by,
    action: 'application.swap',
    subjectKind: 'application',
    subjectId: applicationId,
    details: { with: theirs.application_id },
    now,
  });
  return accept();
}

async function standAt(tx: Tx, applicationId: ApplicationId, boothId: BoothId | null): Promise<void> {
  await tx
    .updateTable('festival_decision')
    .set({ booth_id: boothId })
    .where('application_id', '=', applicationId)
    .execute();
}
