import type { Id } from '~/shared/ids';

/** Orders across stalls at one festival. Every key begins with festival_id. Writer: app/domain/orders. */
export interface OrderTables {
  order_header: OrderHeaderTable;
  order_ticket: TicketTable;
  order_line: OrderLineTable;
  order_ticket_change: TicketChangeTable;
  order_unpaid: UnpaidTable;
  order_browser: OrderBrowserTable;
  order_push: PushTable;
  order_late_tap: LateTapTable;
  order_paper: PaperTable;
}

/** Primary key (festival_id, id); unique id; unique (festival_id, short_code). */
export interface OrderHeaderTable {
  festival_id: Id<'fst'>;
  id: Id<'ord'>; // ord_… 128 random bits: the address is the capability
  /** For speaking aloud; opens nothing alone. */
  short_code: string;
  day: string;
  payment: string; // wallet | cash
  source: string; // customer | counter
  person_id: Id<'psn'> | null; // who paid by wallet
  browser_hmac: string | null; // one unpaid order a browser
  content_hash: string;
  total: number;
  language: string;
  placed_at: number;
}

/** Primary key (festival_id, id); unique (festival_id, participation_id, day, pickup_number). */
export interface TicketTable {
  festival_id: Id<'fst'>;
  id: Id<'tkt'>; // tkt_…
  order_id: Id<'ord'>;
  participation_id: Id<'par'>;
  merchant_id: Id<'mrc'>;
  day: string;
  pickup_number: number;
  slot_starts_at: number;
  make_seconds: number; // taken from the slot
  total: number;
  payment: string;
  /** awaiting_cash -> placed -> accepted -> ready -> handed_over; ends refused, cancelled, expired, uncollected */
  state: string;
  /** awaiting_cash only: the earlier of 10 minutes and the slot's start. */
  expires_at: number | null;
  hold_id: Id<'hld'> | null;
  commission_rule_id: Id<'rul'> | null;
  commission: number;
  placed_at: number; // when it reached the stall's queue as placed, or was made
  paid_at: number | null; // "Lunas", or captured
  accepted_at: number | null;
  promised_at: number | null; // accept + minutes
  /** Set when the promise runs past the slot: the customer is asked. */
  asked_at: number | null;
  asked_answer: string | null; // wait
  ready_at: number | null;
  ended_at: number | null;
  end_reason: string | null; // habis | too_busy | customer | no_cash | …
  /** Cash handed back after "Lunas". */
  cash_returned: number;
  refunded: number;
}

/** Primary key (festival_id, ticket_id, line). Copies name, options and price; the past does not change. */
export interface OrderLineTable {
  festival_id: Id<'fst'>;
  ticket_id: Id<'tkt'>;
  line: number;
  listing_number: number;
  dish_id: Id<'dsh'>;
  dish_name: string;
  options: string; // JSON [{ number, name, price }]
  unit_price: number;
  normal_price: number;
  quantity: number;
  make_seconds: number;
  /** Portions taken from a counted stock; 0 where the dish was unlimited. Given back when the ticket ends early. */
  portions_taken: number;
  line_total: number;
}

/** Who moved a ticket when. Primary key (festival_id, ticket_id, line). */
export interface TicketChangeTable {
  festival_id: Id<'fst'>;
  ticket_id: Id<'tkt'>;
  line: number;
  from_state: string | null;
  to_state: string;
  at: number;
  by_person_id: Id<'psn'> | null;
  why: string | null;
}

/** Portions ordered and not yet paid, per festival and day, with a ceiling. Primary key (festival_id, day). CHECK portions <= ceiling. */
export interface UnpaidTable {
  festival_id: Id<'fst'>;
  day: string;
  portions: number;
  ceiling: number;
}

/** The one unpaid order of a browser. Primary key (festival_id, browser_hmac). */
export interface OrderBrowserTable {
  festival_id: Id<'fst'>;
  browser_hmac: string;
  order_id: Id<'ord'>;
}

/** A tap on a board with the id its phone gave it, counted once. Primary key (festival_id, tap_id). */
export interface LateTapTable {
  festival_id: Id<'fst'>;
  tap_id: Id<'tap'>;
  participation_id: Id<'par'>;
  ticket_id: Id<'tkt'> | null; // null: a dish, or a counter sale that made no ticket
  act: string; // take_cash | accept | ready | hand_over | refuse | sold_out | back | counter_sale
  detail: string; // JSON, what the act asks for beside the ticket
  /** By our clock: received_at less the age the phone told. */
  tapped_at: number;
  received_at: number;
  by_person_id: Id<'psn'> | null;
  outcome: string; // applied | already | differs
  /** How the ticket stood when the tap could not be applied, and since when. */
  state_found: string | null;
  found_at: number | null;
  refusal: string | null; // JSON, why it could not
  /** "Sudah saya baca". */
  seen_at: number | null;
}

/** The paper number a customer was given while there was no network. Primary key (festival_id, ticket_id); unique (festival_id, participation_id, day, number). */
export interface PaperTable {
  festival_id: Id<'fst'>;
  ticket_id: Id<'tkt'>;
  participation_id: Id<'par'>;
  day: string;
  number: string;
  /** When it was really sold. */
  sold_at: number | null;
}

/** A browser that wants to hear when an order is ready. Primary key (festival_id, order_id, endpoint_hash). */
export interface PushTable {
  festival_id: Id<'fst'>;
  order_id: Id<'ord'>;
  /** SHA-256 of the endpoint. */
  endpoint_hash: string;
  /** Address at the browser's push service. */
  endpoint: string;
  /** The browser's public key and secret, base64url: the text can be read there and nowhere else. */
  p256dh: string;
  auth: string;
  language: string; // id | en
  created_at: number;
  /** The push service said that this browser takes no more. */
  gone_at: number | null;
}
