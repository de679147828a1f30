import { closeCallWhenDue } from '~/domain/festivals/close-call.server';
import { expireOffer } from '~/domain/festivals/expire-offer.server';
import { remindOffer } from '~/domain/festivals/remind-offer.server';
import { startFestivalDay } from '~/domain/festivals/start-festival-day.server';
import type { AppContext } from '~/platform/app-context';
import type { OutboxPayloads } from '~/platform/outbox-kinds';

/** What time makes festivals do. Every verb looks whether its hour has come and bears repetition. */

export async function closeCallNow(app: AppContext, payload: OutboxPayloads['festivals.close_call']): Promise<void> {
  await app.inTransaction((tx) => closeCallWhenDue(tx, { ...payload, now: app.clock.now() }));
}

export async function startDayNow(app: AppContext, payload: OutboxPayloads['festivals.start_day']): Promise<void> {
  await app.inTransaction((tx) => startFestivalDay(tx, { ...payload, now: app.clock.now() }));
}

export async function expireOfferNow(
  app: AppContext,
  payload: OutboxPayloads['festivals.expire_offer'],
): Promise<void> {
  await app.inTransaction((tx) => expireOffer(tx, { ...payload, now: app.clock.now() }));
}

export async function remindOfferNow(
  app: AppContext,
  payload: OutboxPayloads['festivals.remind_offer'],
): Promise<void> {
  await app.inTransaction((tx) => remindOffer(tx, { ...payload, now: app.clock.now() }));
}
