import { hash } from 'node:crypto';
import type { Tx } from '~/platform/app-context';
import { insertEach, type RowOf } from '~/platform/insert-each.server';
import { SLOT_MILLISECONDS } from '../../stalls/stalls';
import type { OrderPlan } from '../decide-orders';
import type { LinePlan } from '../orders';
import type { NamedTicket } from './name-tickets.server';
import type { OrderRequest } from './order-snapshot';
import { newShortCode } from './short-code';

/** Rows of new orders: each column beside what it takes. */

interface NewOrder extends OrderPlan {
  now: number;
}

const HEADER: RowOf<NewOrder> = {
  festival_id: ['text', ({ request }) => request.festivalId],
  id: ['text', ({ request }) => request.orderId],
  // One that exists already makes the unit run again with another.
  short_code: ['text', newShortCode],
  day: ['text', ({ request }) => request.day],
  payment: ['text', ({ request }) => request.payment],
  source: ['text', ({ request }) => request.source],
  person_id: ['text', ({ request }) => request.personId],
  browser_hmac: ['text', ({ request }) => request.browserHmac],
  content_hash: ['text', ({ request }) => contentHash(request)],
  total: ['integer', ({ total }) => total],
  language: ['text', ({ request }) => request.language],
  placed_at: ['integer', ({ now }) => now],
};

interface NewTicket extends NamedTicket {
  now: number;
}

// A counter sale was paid and promised across the counter.
const isCounter = ({ request }: NewTicket) => request.source === 'counter';

const TICKET: RowOf<NewTicket> = {
  festival_id: ['text', ({ request }) => request.festivalId],
  id: ['text', ({ id }) => id],
  order_id: ['text', ({ request }) => request.orderId],
  participation_id: ['text', ({ plan }) => plan.participationId],
  merchant_id: ['text', ({ merchantId }) => merchantId],
  day: ['text', ({ request }) => request.day],
  pickup_number: ['integer', ({ plan }) => plan.pickupNumber],
  slot_starts_at: ['integer', ({ plan }) => plan.slotStartsAt],
  make_seconds: ['integer', ({ plan }) => plan.makeSeconds],
  total: ['integer', ({ plan }) => plan.total],
  payment: ['text', ({ request }) => request.payment],
  state: ['text', ({ state }) => state],
  expires_at: ['integer', ({ expiresAt }) => expiresAt],
  hold_id: ['text', ({ hold }) => hold?.id ?? null],
  commission_rule_id: ['text', ({ plan }) => plan.commissionRuleId],
  commission: ['integer', ({ plan }) => plan.commission],
  placed_at: ['integer', ({ now }) => now],
  paid_at: ['integer', (ticket) => (isCounter(ticket) ? ticket.now : null)],
  accepted_at: ['integer', (ticket) => (isCounter(ticket) ? ticket.now : null)],
  promised_at: ['integer', (ticket) => (isCounter(ticket) ? ticket.plan.slotStartsAt + SLOT_MILLISECONDS : null)],
  cash_returned: ['integer', () => 0],
  refunded: ['integer', () => 0],
};

interface NewLine {
  ticket: NamedTicket;
  line: number;
  plan: LinePlan;
}

const LINE: RowOf<NewLine> = {
  festival_id: ['text', ({ ticket }) => ticket.request.festivalId],
  ticket_id: ['text', ({ ticket }) => ticket.id],
  line: ['integer', ({ line }) => line],
  listing_number: ['integer', ({ plan }) => plan.listing],
  dish_id: ['text', ({ plan }) => plan.dishId],
  dish_name: ['text', ({ plan }) => plan.dishName],
  options: ['text', ({ plan }) => (plan.options.length === 0 ? '[]' : JSON.stringify(plan.options))],
  unit_price: ['integer', ({ plan }) => plan.unitPrice],
  normal_price: ['integer', ({ plan }) => plan.normalPrice],
  quantity: ['integer', ({ plan }) => plan.quantity],
  make_seconds: ['integer', ({ plan }) => plan.makeSeconds],
  portions_taken: ['integer', ({ plan }) => plan.portionsTaken],
  line_total: ['integer', ({ plan }) => plan.lineTotal],
};

const CHANGE: RowOf<NewTicket> = {
  festival_id: ['text', ({ request }) => request.festivalId],
  ticket_id: ['text', ({ id }) => id],
  line: ['integer', () => 1],
  from_state: ['text', () => null],
  to_state: ['text', ({ state }) => state],
  at: ['integer', ({ now }) => now],
  by_person_id: ['text', ({ request }) => request.byPersonId ?? request.personId],
  why: ['text', ({ request }) => request.source],
};

/** Headers, tickets, lines and first changes of a batch; says how many orders were new. */
export async function insertOrders(
  tx: Tx,
  plans: readonly OrderPlan[],
  named: readonly NamedTicket[],
  now: number,
): Promise<number> {
  const orders = plans.map((plan): NewOrder => ({ ...plan, now }));
  const written = await insertEach(tx, 'order_header', HEADER, orders, { skipExisting: true });
  if (written !== plans.length) return written;
  const tickets = named.map((ticket): NewTicket => ({ ...ticket, now }));
  const lines = named.flatMap((ticket) =>
    ticket.plan.lines.map((plan, index): NewLine => ({ ticket, line: index + 1, plan })),
  );
  await insertEach(tx, 'order_ticket', TICKET, tickets);
  await insertEach(tx, 'order_line', LINE, lines);
  await insertEach(tx, 'order_ticket_change', CHANGE, tickets);
  return written;
}

/** What was asked, so that a later look can tell a repeat from a changed basket under the same id. */
function contentHash({ festivalId, day, payment, lines, slots }: OrderRequest): string {
  return hash('sha256', JSON.stringify([festivalId, day, payment, lines, slots]));
}
