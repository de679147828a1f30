import type { OrderId, ParticipationId, RuleId } from '~/shared/ids';
import { SLOT_MILLISECONDS } from '../stalls/stalls';

/** Words, constants and the state graph of orders. Client-safe. */

export const TICKET_STATES = [
  'awaiting_cash',
  'placed',
  'accepted',
  'ready',
  'handed_over',
  'refused',
  'cancelled',
  'expired',
  'uncollected',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/**
 * The one graph of a ticket. A wallet order begins as placed, cash as awaiting_cash,
 * a counter sale as accepted (the stall itself took it and the money).
 */
export const TICKET_GRAPH: Readonly<Record<TicketState, readonly TicketState[]>> = {
  awaiting_cash: ['placed', 'expired', 'cancelled'],
  placed: ['accepted', 'refused', 'cancelled'],
  accepted: ['ready', 'refused'],
  ready: ['handed_over', 'uncollected'],
  handed_over: [],
  refused: [],
  cancelled: [],
  expired: [],
  uncollected: [],
};

/** Somebody still waits for something: food, money or an answer. */
export const OPEN_TICKET_STATES: readonly TicketState[] = ['awaiting_cash', 'placed', 'accepted', 'ready'];

export function mayMove(from: TicketState, to: TicketState): boolean {
  return TICKET_GRAPH[from].includes(to);
}

export const PAYMENT_WAYS = ['wallet', 'cash'] as const;
export type PaymentWay = (typeof PAYMENT_WAYS)[number];

export const ORDER_SOURCES = ['customer', 'counter'] as const;
export type OrderSource = (typeof ORDER_SOURCES)[number];

export const ACCEPT_MINUTES = [5, 10, 15] as const;
export type AcceptMinutes = (typeof ACCEPT_MINUTES)[number];

/** Reasons a stall may give; `sold_out` ("habis") sets the ticket's dishes sold out. */
export const REFUSAL_REASONS = ['sold_out', 'too_busy', 'equipment', 'other'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export type EndReason = RefusalReason | 'customer' | 'too_late' | 'no_cash' | 'day_closed' | 'festival_cancelled';

/** An order that waits for cash lives ten minutes, or until its slot begins. */
export const CASH_WAIT_MILLISECONDS = 10 * 60_000;

/** Not accepted within three minutes: the customer is asked, wait or refund. */
export const ASK_AFTER_MILLISECONDS = 3 * 60_000;

/** A PIN checked by the paying page counts for one placement and at most this long. */
export const PIN_GOOD_FOR_MILLISECONDS = 2 * 60_000;

/** Portions ordered and not yet paid, per festival and day; counter sales are exempt. */
export const UNPAID_PORTIONS_CEILING = 500;

export const MOST_OF_ONE_LINE = 50;
export const MOST_LINES = 40;

/** End of an unpaid order's life: the earlier of ten minutes and the earliest slot's start. */
export function cashExpiry(placedAt: number, slotStartsAt: number): number {
  return Math.min(placedAt + CASH_WAIT_MILLISECONDS, slotStartsAt);
}

/** True when a promise of so many minutes still lies within the ticket's slot. */
export function promiseFitsSlot(promisedAt: number, slotStartsAt: number): boolean {
  return promisedAt <= slotStartsAt + SLOT_MILLISECONDS;
}

/** What one line of an order asks for. */
export interface RequestedLine {
  listing: number;
  options: readonly number[];
  quantity: number;
  /** Price of one, options included, as the customer saw it. */
  price: number;
  /** The price seen holds until then, whatever the stall changes. */
  heldUntil: number;
}

export interface ChosenSlot {
  participationId: ParticipationId;
  startsAt: number;
}

export interface TicketPlan {
  participationId: ParticipationId;
  pickupNumber: number;
  slotStartsAt: number;
  makeSeconds: number;
  total: number;
  commission: number;
  commissionRuleId: RuleId | null;
  lines: LinePlan[];
}

export interface LinePlan {
  listing: number;
  dishId: string;
  dishName: string;
  options: { number: number; name: string; price: number }[];
  unitPrice: number;
  normalPrice: number;
  quantity: number;
  makeSeconds: number;
  lineTotal: number;
  /** From a counted stock; 0 where the dish was unlimited. */
  portionsTaken: number;
}

export interface DishProblem {
  listing: number;
  dish: string;
}

/** Why an order was not placed. Nothing was taken, nothing was paid. */
export type PlaceOrderRefusal =
  | { code: 'basket_empty' }
  | { code: 'basket_too_large'; lines: number; portions: number }
  | { code: 'festival_not_running' }
  | { code: 'stall_closed'; stalls: string[] }
  | { code: 'stall_paused'; stalls: string[]; until: number }
  /** Nobody at the stall would see it: its board is out of reach. */
  | { code: 'stall_silent'; stalls: { name: string; booth: number }[] }
  /** The business is not shown any more: its owner withdrew her consent, or it was suspended. */
  | { code: 'stall_hidden'; stalls: string[] }
  | { code: 'dish_not_sold'; listings: number[] }
  | { code: 'options_wrong'; listing: number; dish: string; group: string; min: number; max: number }
  | { code: 'option_sold_out'; listing: number; dish: string; option: number; name: string }
  | { code: 'price_changed'; changes: (DishProblem & { was: number; now: number })[] }
  | { code: 'sold_out'; dishes: (DishProblem & { left: number; wanted: number })[] }
  | {
      code: 'too_large_for_slot';
      stall: string;
      /** Advice: order this many make-seconds at most at once. */
      seconds: number;
      capacitySeconds: number;
    }
  | {
      code: 'slot_full';
      full: string[];
      /** What each stall of the order needs. */
      needs: { participationId: ParticipationId; seconds: number }[];
      /** One slot for all stalls where there is one, else the earliest of each. */
      earliest: ChosenSlot[];
    }
  | { code: 'pin_needed' }
  | { code: 'balance_too_low'; missing: number }
  | { code: 'unpaid_order_open'; orderId: OrderId }
  | { code: 'unpaid_ceiling' };

export type TicketRefusal =
  | { code: 'ticket_unknown' }
  /** Somebody was faster: the ticket stands in this state now. */
  | { code: 'ticket_moved'; state: TicketState };
