import { readFestivalDays } from '~/domain/festivals/read-festival.server';
import { recordDayClosed } from '~/domain/festivals/record-day-closed.server';
import { askCustomer } from '~/domain/orders/ask-customer.server';
import { closeStallEvening } from '~/domain/orders/close-stall-evening.server';
import { expireTicket } from '~/domain/orders/expire-ticket.server';
import { forgetPushes } from '~/domain/orders/forget-pushes.server';
import { readUnfinishedTickets, returnCancelled } from '~/domain/orders/return-cancelled.server';
import { endStall } from '~/domain/stalls/end-stall.server';
import { prepareStall } from '~/domain/stalls/prepare-stall.server';
import { readStallIds } from '~/domain/stalls/read-stall-ids.server';
import { refreshDish } from '~/domain/stalls/refresh-dish.server';
import { refreshMerchant } from '~/domain/stalls/refresh-merchant.server';
import type { AppContext } from '~/platform/app-context';
import type { OutboxPayloads } from '~/platform/outbox-kinds';
import type { HandlerAnswer } from './handler';

/** What time and other capabilities make stalls and orders do. Every verb bears repetition. */

export async function prepareStallNow(
  app: AppContext,
  { participationId }: OutboxPayloads['stalls.prepare'],
): Promise<HandlerAnswer> {
  const prepared = await app.inTransaction((tx) => prepareStall(tx, { participationId, now: app.clock.now() }));
  return prepared.ok ? {} : { dropped: prepared.refusal.code };
}

export async function endStallNow(app: AppContext, payload: OutboxPayloads['stalls.end']): Promise<void> {
  await app.inTransaction((tx) => endStall(tx, { ...payload, now: app.clock.now() }));
}

export async function followDish(app: AppContext, { dishId }: OutboxPayloads['stalls.dish_changed']): Promise<void> {
  await app.inTransaction((tx) => refreshDish(tx, { dishId, now: app.clock.now() }));
}

export async function followMerchant(
  app: AppContext,
  { merchantId }: OutboxPayloads['stalls.merchant_changed'],
): Promise<void> {
  await app.inTransaction((tx) => refreshMerchant(tx, { merchantId, now: app.clock.now() }));
}

export async function expireTicketNow(app: AppContext, payload: OutboxPayloads['orders.expire_ticket']): Promise<void> {
  const done = await app.inTransaction((tx) => expireTicket(tx, { ...payload, now: app.clock.now() }));
  if (done === 'not_yet') throw new Error('this ticket is not due yet');
}

export async function askCustomerNow(app: AppContext, payload: OutboxPayloads['orders.ask_customer']): Promise<void> {
  await app.inTransaction((tx) => askCustomer(tx, { ...payload, now: app.clock.now() }));
}

/** One unit of work a ticket: whoever moves one meanwhile wins or loses that one only. */
export async function returnCancelledNow(
  app: AppContext,
  { festivalId }: OutboxPayloads['orders.return_cancelled'],
): Promise<void> {
  for (const ticketId of await readUnfinishedTickets(app.db, { festivalId })) {
    await app.inTransaction((tx) => returnCancelled(tx, { festivalId, ticketId, now: app.clock.now() }));
  }
}

/**
 * Units of work a stall, so that thirty stalls' evenings never wait in one transaction; the day itself last. A day that
 * was moved to close later is left to the row of its new hours.
 */
export async function closeFestivalDay(
  app: AppContext,
  { festivalId, day }: OutboxPayloads['orders.close_day'],
): Promise<HandlerAnswer> {
  const known = (await readFestivalDays(app.db, festivalId)).find((one) => one.day === day);
  if (known && known.closesAt > app.clock.now()) return { dropped: 'the day closes later now' };
  for (const participationId of await readStallIds(app.db, { festivalId, day })) {
    await closeStallEvening(app, { festivalId, day, participationId, now: app.clock.now() });
  }
  await app.inTransaction((tx) => forgetPushes(tx, { festivalId, day }));
  await app.inTransaction((tx) => recordDayClosed(tx, { festivalId, day, now: app.clock.now() }));
  return {};
}
