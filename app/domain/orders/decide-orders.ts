import type { OrderId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { addRupiah, shareOf, toRupiah } from '~/shared/rupiah';
import { decideLines, type LineOfStall } from './internal/decide-lines';
import { decideSlots, type SlotNeed } from './internal/decide-slots';
import { OrderBook, waitsForCash } from './internal/order-book';
import { type OrderRequest, type OrderSnapshot, type RuleFacts, ruleKey, stallKey } from './internal/order-snapshot';
import {
  type ChosenSlot,
  type LinePlan,
  PIN_GOOD_FOR_MILLISECONDS,
  type PlaceOrderRefusal,
  type TicketPlan,
} from './orders';

export interface OrderPlan {
  request: OrderRequest;
  total: number;
  tickets: TicketPlan[];
}

/** What becomes of one request. */
export type OrderDecision =
  | { kind: 'placed'; plan: OrderPlan }
  | { kind: 'existing'; orderId: OrderId }
  | { kind: 'refused'; refusal: PlaceOrderRefusal };

/**
 * Decides a batch in order of arrival. Pure: the snapshot was read under lock, and what an earlier
 * request took is gone for the later ones, so a batch decides exactly as the same requests one by one.
 */
export function decideOrders(snapshot: OrderSnapshot, requests: readonly OrderRequest[], now: number): OrderDecision[] {
  const book = new OrderBook(snapshot);
  return requests.map((request) => {
    if (book.exists(request.orderId)) return { kind: 'existing', orderId: request.orderId };
    const planned = planOrder(book, request, now);
    if (!planned.ok) return { kind: 'refused', refusal: planned.refusal };
    book.take(request, planned.value.tickets);
    return { kind: 'placed', plan: planned.value };
  });
}

function planOrder(book: OrderBook, request: OrderRequest, now: number): Result<OrderPlan, PlaceOrderRefusal> {
  if (book.facts.festivalStates.get(request.festivalId) !== 'running') return refuse({ code: 'festival_not_running' });
  const lines = decideLines(book, request, now);
  if (!lines.ok) return lines;
  const byStall = groupByStall(lines.value);
  const shut = stallProblem(book, request, [...byStall.keys()], now);
  if (shut) return refuse(shut);
  const needs = [...byStall].map(([participationId, plans]) => ({ participationId, seconds: secondsOf(plans) }));
  const slots = decideSlots(book, request, needs, now);
  if (!slots.ok) return slots;
  const tickets = slots.value.map(({ participationId, startsAt }) =>
    planTicket(book, request, { participationId, startsAt }, byStall.get(participationId) ?? []),
  );
  const total = addRupiah(...tickets.map((ticket) => ticket.total));
  const unpayable = paymentProblem(book, request, total, lines.value, now);
  return unpayable ? refuse(unpayable) : accept({ request, total, tickets });
}

function groupByStall(lines: readonly LineOfStall[]): Map<SlotNeed['participationId'], LinePlan[]> {
  const byStall = new Map<SlotNeed['participationId'], LinePlan[]>();
  for (const { participationId, plan } of lines)
    byStall.set(participationId, [...(byStall.get(participationId) ?? []), plan]);
  return byStall;
}

function secondsOf(lines: readonly LinePlan[]): number {
  return lines.reduce((sum, line) => sum + line.makeSeconds, 0);
}

/** A pause stops customers, not the stall's own counter sales. */
function stallProblem(
  book: OrderBook,
  request: OrderRequest,
  stalls: readonly SlotNeed['participationId'][],
  now: number,
): PlaceOrderRefusal | null {
  const facts = stalls.map((id) => book.facts.stalls.get(stallKey(request.festivalId, id, request.day)));
  const closed = facts.filter(
    (stall) => !stall || stall.checkedIn === 'no' || stall.closedAt !== null || stall.closesAt <= now,
  );
  if (closed.length > 0) return { code: 'stall_closed', stalls: closed.map((stall) => stall?.name ?? '') };
  if (request.source === 'counter') return null;
  const paused = facts.flatMap((stall) => (stall?.pausedUntil && stall.pausedUntil > now ? [stall] : []));
  if (paused.length === 0) return null;
  return {
    code: 'stall_paused',
    stalls: paused.map((stall) => stall.name),
    until: Math.max(...paused.map((stall) => stall.pausedUntil ?? 0)),
  };
}

function planTicket(
  book: OrderBook,
  request: OrderRequest,
  { participationId, startsAt }: ChosenSlot,
  lines: LinePlan[],
): TicketPlan {
  const total = addRupiah(...lines.map((line) => line.lineTotal));
  const rule = book.facts.rules.get(ruleKey(request.day, request.payment)) ?? null;
  return {
    participationId,
    pickupNumber: book.nextPickupNumber(stallKey(request.festivalId, participationId, request.day)),
    slotStartsAt: startsAt,
    makeSeconds: secondsOf(lines),
    total,
    commission: commissionOf(total, rule),
    commissionRuleId: rule?.id ?? null,
    lines,
  };
}

/** Commission of one ticket in whole rupiah, never above what was sold. */
export function commissionOf(total: number, rule: RuleFacts | null): number {
  if (!rule) return 0;
  return Math.min(total, addRupiah(shareOf(total, rule.basisPoints), toRupiah(rule.fixedAmount)));
}

function paymentProblem(
  book: OrderBook,
  request: OrderRequest,
  total: number,
  lines: readonly LineOfStall[],
  now: number,
): PlaceOrderRefusal | null {
  if (request.payment === 'wallet') {
    const { accountId, pinCheckedAt } = request;
    if (!accountId || pinCheckedAt === null || now - pinCheckedAt > PIN_GOOD_FOR_MILLISECONDS)
      return { code: 'pin_needed' };
    const missing = total - book.available(accountId);
    return missing > 0 ? { code: 'balance_too_low', missing } : null;
  }
  if (!waitsForCash(request)) return null;
  const open = request.browserHmac ? book.unpaidOrderOf(request.festivalId, request.browserHmac) : null;
  if (open) return { code: 'unpaid_order_open', orderId: open };
  const portions = lines.reduce((sum, line) => sum + line.plan.quantity, 0);
  return portions > book.unpaidRoom(request.festivalId, request.day) ? { code: 'unpaid_ceiling' } : null;
}
