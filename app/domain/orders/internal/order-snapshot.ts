import type {
  AccountId,
  DishId,
  FestivalId,
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
  /** HMAC of the browser's own secret; null for counter sales. */
  browserHmac: string | null;
  language: string;
  lines: readonly RequestedLine[];
  /** The slot the customer saw and chose, a stall each; a stall without one gets the earliest common slot. */
  slots: readonly ChosenSlot[];
  /** The cashier of a counter sale. */
  byPersonId: PersonId | null;
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
  options: readonly { number: number; groupId: string; name: string; price: number }[];
}

export interface StockFacts {
  portionsLeft: number | null;
  soldOutAt: number | null;
}

export interface StallFacts {
  participationId: ParticipationId;
  merchantId: MerchantId;
  name: string;
  slotCapacity: number;
  checkedIn: 'yes' | 'no';
  opensAt: number;
  closesAt: number;
  pausedUntil: number | null;
  closedAt: number | null;
  lastPickupNumber: number;
}

export interface SlotFacts {
  startsAt: number;
  capacitySeconds: number;
  usedSeconds: number;
}

export interface RuleFacts {
  id: RuleId;
  basisPoints: number;
  fixedAmount: number;
}

/** Everything the decision looks at, read under lock. Keys are made by the functions below. */
export interface OrderSnapshot {
  /** Orders that exist already: the same id answers them. */
  existing: ReadonlySet<OrderId>;
  festivalStates: ReadonlyMap<FestivalId, string>;
  listings: ReadonlyMap<string, ListingFacts>;
  stalls: ReadonlyMap<string, StallFacts>;
  stock: ReadonlyMap<string, StockFacts>;
  optionsSoldOut: ReadonlySet<string>;
  slots: ReadonlyMap<string, readonly SlotFacts[]>;
  accounts: ReadonlyMap<AccountId, { balance: number; held: number }>;
  unpaid: ReadonlyMap<string, { portions: number; ceiling: number }>;
  /** Browsers with an order that still waits for cash. */
  browsers: ReadonlyMap<string, OrderId>;
  /** Commission in force, by day and payment way. */
  rules: ReadonlyMap<string, RuleFacts | null>;
}

export const listingKey = (festivalId: string, number: number) => `${festivalId}/${number}`;
export const stockKey = (festivalId: string, number: number, day: string) => `${festivalId}/${number}/${day}`;
export const optionKey = (festivalId: string, number: number, option: number, day: string) =>
  `${festivalId}/${number}/${option}/${day}`;
export const stallKey = (festivalId: string, participationId: string, day: string) =>
  `${festivalId}/${participationId}/${day}`;
export const dayKey = (festivalId: string, day: string) => `${festivalId}/${day}`;
export const browserKey = (festivalId: string, browserHmac: string) => `${festivalId}/${browserHmac}`;
export const ruleKey = (day: string, payment: PaymentWay) => `${day}/${payment}`;
