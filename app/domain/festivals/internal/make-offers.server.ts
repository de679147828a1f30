import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import { type ApplicationId, type BoothId, type MerchantId, newId, type OfferId } from '~/shared/ids';
import { reminderTimes } from '../festival';
import type { FestivalRow } from './festival-row.server';
import { tellMerchants } from './tell-merchants.server';

export interface OfferedPlace {
  applicationId: ApplicationId;
  merchantId: MerchantId;
  boothId: BoothId | null;
  booth: number | null;
}

/** Holds a booth for each merchant until the deadline, tells her, and sets the worker's clock for reminders and expiry. */
export async function makeOffers(
  tx: Tx,
  {
    festival,
    places,
    expiresAt,
    now,
  }: { festival: FestivalRow; places: readonly OfferedPlace[]; expiresAt: number; now: number },
): Promise<OfferId[]> {
  const offers = places.map(({ applicationId, boothId }) => {
    if (boothId === null) throw new Error('an offer without a booth');
    return {
      id: newId('ofr', now),
      festival_id: festival.id,
      application_id: applicationId,
      booth_id: boothId,
      offered_at: now,
      expires_at: expiresAt,
      outcome: 'open',
      ended_at: null,
      ended_by: null,
    };
  });
  if (offers.length === 0) return [];
  await tx.insertInto('festival_offer').values(offers).execute();
  const booths = new Map(places.map(({ merchantId, booth }) => [merchantId, booth ?? 0]));
  await tellMerchants(tx, {
    festival,
    merchantIds: places.map(({ merchantId }) => merchantId),
    template: 'festival_offer',
    values: (merchantId) => ({ booth: booths.get(merchantId) ?? 0, expiresAt }),
    key: `offer:${festival.id}:${now}`,
    now,
  });
  for (const { id } of offers) await setClock(tx, { offerId: id, expiresAt, now });
  return offers.map(({ id }) => id);
}

async function setClock(
  tx: Tx,
  { offerId, expiresAt, now }: { offerId: OfferId; expiresAt: number; now: number },
): Promise<void> {
  await addToOutbox(tx, {
    kind: 'festivals.expire_offer',
    key: `expire_offer:${offerId}`,
    payload: { offerId },
    dueAt: expiresAt,
    now,
  });
  for (const { hours, at } of reminderTimes({ offeredAt: now, expiresAt })) {
    await addToOutbox(tx, {
      kind: 'festivals.remind_offer',
      key: `remind_offer:${offerId}:${hours}`,
      payload: { offerId },
      dueAt: at,
      now,
    });
  }
}
