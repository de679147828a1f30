import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { addToOutbox } from '~/platform/outbox.server';
import { touchTopics } from '~/platform/topic.server';
import type { ApplicationId, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { type ApplicationState, applicationMayBecome } from './application';
import { lockApplication } from './internal/application-row.server';
import { type FestivalRow, touchFestival } from './internal/festival-row.server';
import { moveApplication } from './internal/move-application.server';
import { endOffer } from './internal/offer-row.server';
import { offerToNext } from './internal/offer-to-next.server';
import { removeDecision } from './internal/write-decision.server';

export type WithdrawRefusal = { code: 'application_ended' } | { code: 'festival_running' };

/** The merchant steps back. A place held or taken goes on to the waiting list; on the festival's days the organiser decides. */
export async function withdrawApplication(
  tx: Tx,
  { applicationId, by, now }: { applicationId: ApplicationId; by: PersonId | null; now: number },
): Promise<Result<undefined, WithdrawRefusal>> {
  const { festival, application } = await lockApplication(tx, applicationId);
  const from = application.state as ApplicationState;
  if (!applicationMayBecome(from, 'withdrawn')) return refuse({ code: 'application_ended' });
  // The line-up of a festival that is over is its history.
  if (from === 'accepted' && festival.state === 'finished') return refuse({ code: 'application_ended' });
  if (from === 'accepted' && festival.state === 'running') return refuse({ code: 'festival_running' });
  await moveApplication(tx, { applicationId, from, to: 'withdrawn', now });
  // A decision noted before publishing must not keep a booth for somebody who has left.
  if (festival.published_at === null) await removeDecision(tx, applicationId);
  await recordAudit(tx, {
    actorId: by,
    action: 'application.withdraw',
    subjectKind: 'application',
    subjectId: applicationId,
    now,
  });
  if (from === 'accepted') await endParticipation(tx, festival, application.merchant_id, now);
  if (from === 'accepted' || from === 'offered') await releaseBooth(tx, { festival, applicationId, from, by, now });
  return accept();
}

async function endParticipation(tx: Tx, festival: FestivalRow, merchantId: MerchantId, now: number): Promise<void> {
  const participation = await tx
    .selectFrom('festival_participation')
    .select('id')
    .where('festival_id', '=', festival.id)
    .where('merchant_id', '=', merchantId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  await tx.updateTable('festival_participation').set({ ended_at: now }).where('id', '=', participation.id).execute();
  await addToOutbox(tx, {
    kind: 'stalls.end',
    key: `end:${participation.id}`,
    payload: { participationId: participation.id },
    now,
  });
  await touchFestival(tx, festival.id, now);
  await touchTopics(tx, [`merchant:${merchantId}`, `stall:${participation.id}`], now);
}

async function releaseBooth(
  tx: Tx,
  {
    festival,
    applicationId,
    from,
    by,
    now,
  }: {
    festival: FestivalRow;
    applicationId: ApplicationId;
    from: 'accepted' | 'offered';
    by: PersonId | null;
    now: number;
  },
): Promise<void> {
  const offer = await tx
    .selectFrom('festival_offer')
    .innerJoin('festival_booth', 'festival_booth.id', 'festival_offer.booth_id')
    .select(['festival_offer.id as id', 'festival_booth.id as boothId', 'festival_booth.number as booth'])
    .where('festival_offer.application_id', '=', applicationId)
    .where('festival_offer.outcome', '=', from === 'accepted' ? 'accepted' : 'open')
    .executeTakeFirstOrThrow();
  await endOffer(tx, { offerId: offer.id, from: from === 'accepted' ? 'accepted' : 'open', to: 'revoked', by, now });
  await offerToNext(tx, { festival, boothId: offer.boothId, booth: offer.booth, now });
}
