import type { ReadDb, Tx } from '~/platform/app-context';
import type { DataSubject, Hindrance } from '~/shared/personal-data';
import { OPEN_TICKET_STATES } from './orders';

/** Orders somebody is waiting for: hers as a customer, and those at her stalls. */
export async function readOrderHindrances(
  db: ReadDb | Tx,
  { personId, merchantIds }: DataSubject,
): Promise<Hindrance[]> {
  const own = await db
    .selectFrom('order_header as header')
    .innerJoin('order_ticket as ticket', 'ticket.order_id', 'header.id')
    .select('header.id')
    .distinct()
    .where('header.person_id', '=', personId)
    .where('ticket.state', 'in', OPEN_TICKET_STATES)
    .execute();
  const atStalls =
    merchantIds.length === 0
      ? []
      : await db
          .selectFrom('order_ticket')
          .select((select) => ['merchant_id', select.fn.countAll<number>().as('count')])
          .where('merchant_id', 'in', merchantIds)
          .where('state', 'in', OPEN_TICKET_STATES)
          .groupBy('merchant_id')
          .orderBy('merchant_id')
          .execute();
  const running = atStalls.map(
    ({ merchant_id, count }): Hindrance => ({ code: 'tickets_running', merchantId: merchant_id, count }),
  );
  return own.length > 0 ? [{ code: 'orders_running', count: own.length }, ...running] : running;
}
