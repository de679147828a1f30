import type { OrderId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { addRupiah, shareOf, toRupiah } from '~/shared/rupiah';
import { PIN_PASS_PAYMENT_MAX } from '../wallet/wallet';
import { decideLines, type LineOfStall } from './internal/decide-lines';
import { decideSlots, type SlotNeed } from './internal/decide-slots';
import { OrderBook, waitsForCash } from './internal/order-book';
import type { DayFacts, OrderRequest, OrderSnapshot, RuleFacts } from './internal/order-snapshot';
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
    const day = book.dayOf(request);
    const planned = planOrder(book, day, request, now);
    if (!planned.ok) return { kind: 'refused', refusal: planned.refusal };
    book.take(day, request, planned.value.tickets);
    return { kind: 'placed', plan: planned.value };
  });
}

function planOrder(
  book: OrderBook,
  day: DayFacts,
  request: OrderRequest,
  now: number,
): Result<OrderPlan, PlaceOrderRefusal> {
  if (day.festivalState !== 'running') return refuse({ code: 'festival_not_running' });
  const lines = decideLines(book, day, request, now);
  if (!lines.ok) return lines;
  const byStall = groupByStall(lines.value);
  const shut = stallProblem(day, request, [...byStall.keys()], now);
  if (shut) return refuse(shut);
  const needs = [...byStall].map(([participationId, plans]) => ({ participationId, seconds: secondsOf(plans) }));
  const slots = decideSlots(book, day, request, needs, now);
  if (!slots.ok) return slots;
  const tickets = slots.value.map((slot) =>
    planTicket(book, day, request, slot, byStall.get(slot.participationId) ?? []),
  );
  let total = 0;
  for (const ticket of tickets) total += ticket.total;
  const unpayable = paymentProblem(book, day, request, toRupiah(total), now);
  return unpayable ? refuse(unpayable) : accept({ request, total, tickets });
}

function groupByStall(lines: readonly LineOfStall[]): Map<SlotNeed['participationId'], LinePlan[]> {
  const byStall = new Map<SlotNeed['participationId'], LinePlan[]>();
  for (const { participationId, plan } of lines) {
    const known = byStall.get(participationId);
    if (known) known.push(plan);
    else byStall.set(participationId, [plan]);
  }
  return byStall;
}

function secondsOf(lines: readonly LinePlan[]): number {
  let seconds = 0;
  for (const line of lines) seconds += line.makeSeconds;
  return seconds;
}

/** A pause, a silent board or a hidden business stops customers, not the stall's own counter sales. */
function stallProblem(
  day: DayFacts,
  request: OrderRequest,
  stalls: readonly SlotNeed['participationId'][],
  now: number,
): PlaceOrderRefusal | null {
  const facts = stalls.map((id) => day.stalls.get(id));
  const closed = facts.filter(
    (stall) => !stall || stall.checkedIn === 'no' || stall.closedAt !== null || stall.closesAt <= now,
  );
  if (closed.length > 0) return { code: 'stall_closed', stalls: closed.map((stall) => stall?.name ?? '') };
  if (request.source === 'counter') return null;
  const hidden = facts.flatMap((stall) => (stall?.shown === 'no' ? [stall.name] : []));
  if (hidden.length > 0) return { code: 'stall_hidden', stalls: hidden };
  const paused = facts.flatMap((stall) => (stall?.pausedUntil && stall.pausedUntil > now ? [stall] : []));
  if (paused.length > 0) {
    return {
      code: 'stall_paused',
      stalls: paused.map((stall) => stall.name),
      until: Math.max(...paused.map((stall) => stall.pausedUntil ?? 0)),
    };
  }
  const silent = facts.flatMap((stall) => (stall && stall.silentAt !== null ? [stall] : []));
  return silent.length > 0
    ? { code: 'stall_silent', stalls: silent.map(({ name, booth }) => ({ name, booth })) }
    : null;
}

function planTicket(
  book: OrderBook,
  day: DayFacts,
  request: OrderRequest,
  { participationId, startsAt }: ChosenSlot,
  lines: LinePlan[],
): TicketPlan {
  const stall = day.stalls.get(participationId);
  if (!stall) throw new Error('a stall was decided on that was not read');
  let total = 0;
  for (const line of lines) total += line.lineTotal;
  const rule = day.commission[request.payment] ?? null;
  return {
    participationId,
    pickupNumber: book.nextPickupNumber(stall),
    slotStartsAt: startsAt,
    makeSeconds: secondsOf(lines),
    total: toRupiah(total),
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
  day: DayFacts,
  request: OrderRequest,
  total: number,
  now: number,
): PlaceOrderRefusal | null {
  if (request.payment === 'wallet') {
    if (!request.accountId || !isPinShown(book, request, total, now)) return { code: 'pin_needed' };
    const missing = total - book.available(request);
    return missing > 0 ? { code: 'balance_too_low', missing } : null;
  }
  if (!waitsForCash(request)) return null;
  const open = book.unpaidOrderOf(day, request);
  if (open) return { code: 'unpaid_order_open', orderId: open };
  let portions = 0;
  for (const line of request.lines) portions += line.quantity;
  return portions > book.unpaidRoom(day) ? { code: 'unpaid_ceiling' } : null;
}

/** Typed on the paying page just now, or remembered there and the payment a small one. */
function isPinShown(book: OrderBook, request: OrderRequest, total: number, now: number): boolean {
  const { pinCheckedAt } = request;
  if (pinCheckedAt !== null) return now - pinCheckedAt <= PIN_GOOD_FOR_MILLISECONDS;
  return total <= PIN_PASS_PAYMENT_MAX && book.hasPinPass(request);
}
