import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { insertJsonRows, jsonRows } from '~/platform/json-rows.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import { SLOT_MILLISECONDS } from '../../stalls/stalls';
import type { OrderPlan } from '../decide-orders';
import { type NamedTicket, newShortCode } from './name-tickets.server';
import type { unpaidOf } from './order-effects';
import type { OrderRequest } from './order-snapshot';

const HEADER = {
  festival_id: 'text',
  id: 'text',
  short_code: 'text',
  day: 'text',
  payment: 'text',
  source: 'text',
  person_id: 'text',
  browser_hmac: 'text',
  content_hash: 'text',
  total: 'integer',
  language: 'text',
  placed_at: 'integer',
} as const;

const TICKET = {
  festival_id: 'text',
  id: 'text',
  order_id: 'text',
  participation_id: 'text',
  merchant_id: 'text',
  day: 'text',
  pickup_number: 'integer',
  slot_starts_at: 'integer',
  make_seconds: 'integer',
  total: 'integer',
  payment: 'text',
  state: 'text',
  expires_at: 'integer',
  hold_id: 'text',
  commission_rule_id: 'text',
  commission: 'integer',
  placed_at: 'integer',
  paid_at: 'integer',
  accepted_at: 'integer',
  promised_at: 'integer',
  cash_returned: 'integer',
  refunded: 'integer',
} as const;

const LINE = {
  festival_id: 'text',
  ticket_id: 'text',
  line: 'integer',
  listing_number: 'integer',
  dish_id: 'text',
  dish_name: 'text',
  options: 'text',
  unit_price: 'integer',
  normal_price: 'integer',
  quantity: 'integer',
  make_seconds: 'integer',
  portions_taken: 'integer',
  line_total: 'integer',
} as const;

const CHANGE = {
  festival_id: 'text',
  ticket_id: 'text',
  line: 'integer',
  from_state: 'text',
  to_state: 'text',
  at: 'integer',
  by_person_id: 'text',
  why: 'text',
} as const;

const UNPAID = { festival_id: 'text', day: 'text', portions: 'integer' } as const;
const BROWSER = { festival_id: 'text', browser_hmac: 'text', order_id: 'text' } as const;

/** Headers, tickets, lines and first changes of a batch; says how many orders were new. */
export async function insertOrders(
  tx: Tx,
  plans: readonly OrderPlan[],
  tickets: readonly NamedTicket[],
  now: number,
): Promise<number> {
  const headers = plans.map(({ request, total }) => ({
    festival_id: request.festivalId,
    id: request.orderId,
    short_code: newShortCode(),
    day: request.day,
    payment: request.payment,
    source: request.source,
    person_id: request.personId,
    browser_hmac: request.browserHmac,
    content_hash: contentHash(request),
    total,
    language: request.language,
    placed_at: now,
  }));
  const written = await insertJsonRows(tx, 'order_header', HEADER, headers, { skipExisting: true });
  if (written !== plans.length) return written;
  await insertJsonRows(
    tx,
    'order_ticket',
    TICKET,
    tickets.map((ticket) => ticketRow(ticket, now)),
  );
  await insertJsonRows(tx, 'order_line', LINE, tickets.flatMap(lineRows));
  await insertJsonRows(
    tx,
    'order_ticket_change',
    CHANGE,
    tickets.map(({ id, request, state }) => ({
      festival_id: request.festivalId,
      ticket_id: id,
      line: 1,
      from_state: null,
      to_state: state,
      at: now,
      by_person_id: request.byPersonId ?? request.personId,
      why: request.source,
    })),
  );
  return written;
}

function ticketRow({ id, request, plan, merchantId, state, expiresAt, hold }: NamedTicket, now: number) {
  // A counter sale was paid and promised across the counter.
  const counter = request.source === 'counter';
  return {
    festival_id: request.festivalId,
    id,
    order_id: request.orderId,
    participation_id: plan.participationId,
    merchant_id: merchantId,
    day: request.day,
    pickup_number: plan.pickupNumber,
    slot_starts_at: plan.slotStartsAt,
    make_seconds: plan.makeSeconds,
    total: plan.total,
    payment: request.payment,
    state,
    expires_at: expiresAt,
    hold_id: hold?.id ?? null,
    commission_rule_id: plan.commissionRuleId,
    commission: plan.commission,
    placed_at: now,
    paid_at: counter ? now : null,
    accepted_at: counter ? now : null,
    promised_at: counter ? plan.slotStartsAt + SLOT_MILLISECONDS : null,
    cash_returned: 0,
    refunded: 0,
  };
}

function lineRows({ id, request, plan }: NamedTicket) {
  return plan.lines.map((line, index) => ({
    festival_id: request.festivalId,
    ticket_id: id,
    line: index + 1,
    listing_number: line.listing,
    dish_id: line.dishId,
    dish_name: line.dishName,
    options: JSON.stringify(line.options),
    unit_price: line.unitPrice,
    normal_price: line.normalPrice,
    quantity: line.quantity,
    make_seconds: line.makeSeconds,
    portions_taken: line.portionsTaken,
    line_total: line.lineTotal,
  }));
}

/** What was asked, so that a later look can tell a repeat from a changed basket under the same id. */
export function contentHash(request: OrderRequest): string {
  const { festivalId, day, payment, lines, slots } = request;
  return createHash('sha256')
    .update(JSON.stringify([festivalId, day, payment, lines, slots]))
    .digest('hex');
}

/** Counts portions that wait for cash against the festival's ceiling. */
export async function takeUnpaid(
  tx: Tx,
  taken: ReturnType<typeof unpaidOf>,
  fences: Fences = ALL_FENCES,
): Promise<number> {
  if (taken.length === 0) return 0;
  const rows = taken.map(({ festivalId, day, portions }) => ({ festival_id: festivalId, day, portions }));
  const room = fences.guard ? sql`and order_unpaid.portions + given.portions <= order_unpaid.ceiling` : sql``;
  const result = await sql`
    update order_unpaid set portions = order_unpaid.portions + given.portions
    from ${jsonRows(tx, UNPAID, rows)} as given
    where order_unpaid.festival_id = given.festival_id and order_unpaid.day = given.day ${room}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** One unpaid order a browser: takes the browser's row, or one whose order no longer waits. */
export async function claimBrowsers(tx: Tx, plans: readonly OrderPlan[], now: number): Promise<number> {
  if (plans.length === 0) return 0;
  const rows = plans.map(({ request }) => ({
    festival_id: request.festivalId,
    browser_hmac: request.browserHmac,
    order_id: request.orderId,
  }));
  const result = await sql`
    insert into order_browser (festival_id, browser_hmac, order_id)
    select festival_id, browser_hmac, order_id from ${jsonRows(tx, BROWSER, rows)} as given where true
    on conflict (festival_id, browser_hmac) do update set order_id = excluded.order_id
    where not exists (
      select 1 from order_ticket as t
      where t.order_id = order_browser.order_id and t.state = 'awaiting_cash' and t.expires_at > ${now})`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
