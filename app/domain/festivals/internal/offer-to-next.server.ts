import { mayApply } from '~/domain/merchants/merchants';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { BoothId, MerchantId } from '~/shared/ids';
import { capsBrokenBy } from '../caps';
import { OFFERING_STATES, offerDeadline, readFestivalState } from '../festival';
import { readCandidates, readCaps, readStanding } from './candidates.server';
import type { FestivalRow } from './festival-row.server';
import { makeOffers } from './make-offers.server';
import { moveApplication } from './move-application.server';

/** Where a free booth went: to the next merchant, or nowhere and why. */
export type MovedOn =
  | { to: MerchantId; expiresAt: number }
  | { to: null; because: 'too_late' | 'list_empty' | 'caps' | 'festival_ended' };

/**
 * Offers a free booth to the first on the waiting list whose acceptance breaks no cap, with a deadline of her own.
 * The caller holds the festival's lock, so two free booths never go to one merchant or break a cap between them.
 */
export async function offerToNext(
  tx: Tx,
  { festival, boothId, booth, now }: { festival: FestivalRow; boothId: BoothId; booth: number; now: number },
): Promise<MovedOn> {
  if (!OFFERING_STATES.includes(readFestivalState(festival.state))) return { to: null, because: 'festival_ended' };
  const expiresAt = offerDeadline({ now, hours: festival.offer_hours, loadInAt: festival.load_in_at });
  if (expiresAt === null) return { to: null, because: 'too_late' };
  const waiting = await readWaiting(tx, festival);
  if (waiting.length === 0) return { to: null, because: 'list_empty' };
  const caps = await readCaps(tx, festival.id);
  const standing = await readCandidates(tx, festival, await readStanding(tx, festival.id));
  const listed = await readCandidates(
    tx,
    festival,
    waiting.map(({ merchantId }) => merchantId),
  );
  const next = listed.find((one) => mayApply(one.state) && capsBrokenBy(caps, standing, one).length === 0);
  const place = next && waiting.find(({ merchantId }) => merchantId === next.merchantId);
  if (!place) return { to: null, because: 'caps' };
  await moveApplication(tx, { applicationId: place.applicationId, from: 'waitlisted', to: 'offered', now });
  const [offerId] = await makeOffers(tx, { festival, places: [{ ...place, boothId, booth }], expiresAt, now });
  await recordAudit(tx, {
    actorId: null,
    action: 'offer.next',
    subjectKind: 'offer',
    subjectId: offerId ?? boothId,
    details: { booth },
    now,
  });
  return { to: place.merchantId, expiresAt };
}

function readWaiting(tx: Tx, festival: FestivalRow) {
  return tx
    .selectFrom('festival_application')
    .innerJoin('festival_decision', 'festival_decision.application_id', 'festival_application.id')
    .select(['festival_application.id as applicationId', 'festival_application.merchant_id as merchantId'])
    .where('festival_application.festival_id', '=', festival.id)
    .where('festival_application.state', '=', 'waitlisted')
    .orderBy('festival_decision.rank')
    .orderBy('festival_application.id')
    .execute();
}
