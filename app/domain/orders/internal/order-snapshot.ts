import type {
  AccountId,
  DishId,
  FestivalId,
  Id,
  MerchantId,
  OrderId,
  ParticipationId,
  PersonId,
  RuleId,
} from '~/shared/ids';
import type { ChosenSlot, OrderSource, PaymentWay, RequestedLine } from '../orders';

/** One basket to be placed. The address of the page it will get is its id. */
export interface OrderRequest {
  orderId: OrderId;
  festivalId: FestivalId;
  /** Opening day, date in the festival's own zone. */
  day: string;
  source: OrderSource;
  payment: PaymentWay;
  /** Who pays by wallet; null for cash without an account. */
  personId: PersonId | null;
  accountId: AccountId | null;
  /** When the paying page checked the PIN (its own unit of work, so that a wrong one counts). */
  pinCheckedAt: number | null;
  /** Whose remembered PIN may stand in where none was typed; null where nobody is signed in. */
  sessionId: Id<'ses'> | null;
  /** HMAC of the browser's own secret; null for counter sales. */
  browserHmac: string | null;
  language: string;
  lines: readonly RequestedLine[];
  /** The slot the customer saw and chose, a stall each; a stall without one gets the earliest common slot. */
  slots: readonly ChosenSlot[];
  /** The cashier of a counter sale. */
  byPersonId: PersonId | null;
}

export interface OptionFacts {
  number: number;
  groupId: string;
  name: string;
  price: number;
}

export interface ListingFacts {
  number: number;
  participationId: ParticipationId;
  dishId: DishId;
  dishName: string;
  festivalPrice: number;
  normalPrice: number;
  makeSeconds: number;
  withdrawnAt: number | null;
  groups: readonly { id: string; name: string; min: number; max: number }[];
  options: readonly OptionFacts[];
}

export interface StockFacts {
  portionsLeft: number | null;
  soldOutAt: number | null;
}

export interface StallFacts {
  participationId: ParticipationId;
  merchantId: MerchantId;
  name: string;
  booth: number;
  slotCapacity: number;
  checkedIn: 'yes' | 'no';
  opensAt: number;
  closesAt: number;
  pausedUntil: number | null;
  closedAt: number | null;
  /** Its board has not been heard of since. */
  silentAt: number | null;
  /** Whether customers may see the business now. */
  shown: 'yes' | 'no';
  lastPickupNumber: number;
}

export interface SlotFacts {
  startsAt: number;
  capacitySeconds: number;
  usedSeconds: number;
}

export interface AccountFacts {
  balance: number;
  held: number;
}

export interface UnpaidFacts {
  portions: number;
  ceiling: number;
}

export interface RuleFacts {
  id: RuleId;
  basisPoints: number;
  fixedAmount: number;
}

/** One festival on one day, as everything a request of that day looks at. */
export interface DayFacts {
  festivalState: string | null;
  /** By listing number. */
  listings: ReadonlyMap<number, ListingFacts>;
  stalls: ReadonlyMap<ParticipationId, StallFacts>;
  /** By listing number; a dish without one is unlimited. */
  stock: ReadonlyMap<number, StockFacts>;
  /** Keys by `optionKey`. */
  optionsSoldOut: ReadonlySet<string>;
  /** Earliest first. */
  slots: ReadonlyMap<ParticipationId, readonly SlotFacts[]>;
  unpaid: UnpaidFacts | null;
  /** Browsers, by their mark, with an order that still waits for cash. */
  browsers: ReadonlyMap<string, OrderId>;
  /** Commission in force. */
  commission: Readonly<Partial<Record<PaymentWay, RuleFacts | null>>>;
}

/** Everything the decision looks at, read under lock. */
export interface OrderSnapshot {
  /** Orders that exist already: the same id answers them. */
  existing: ReadonlySet<OrderId>;
  accounts: ReadonlyMap<AccountId, AccountFacts>;
  /** Sessions on which a right PIN is remembered, and for which account. */
  pinPasses: ReadonlyMap<Id<'ses'>, { accountId: AccountId }>;
  /** By `dayKey`: nearly always one. */
  days: ReadonlyMap<string, DayFacts>;
}

export const dayKey = (festivalId: FestivalId, day: string) => `${festivalId}/${day}`;
export const optionKey = (listing: number, option: number) => `${listing}/${option}`;

/** The requests of one festival on one day, in order of arrival. */
export interface DayRequests {
  festivalId: FestivalId;
  day: string;
  requests: OrderRequest[];
}

export function groupByDay(requests: readonly OrderRequest[]): DayRequests[] {
  const days = new Map<string, DayRequests>();
  for (const request of requests) {
    const { festivalId, day } = request;
    const key = dayKey(festivalId, day);
    const known = days.get(key);
    if (known) known.requests.push(request);
    else days.set(key, { festivalId, day, requests: [request] });
  }
  return [...days.values()];
}
