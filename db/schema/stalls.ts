import type { Id } from '~/shared/ids';

/** A participation as customers and the kitchen see it. Written on the day: every key begins with festival_id. Writer: app/domain/stalls. */
export interface StallTables {
  stall_setup: StallSetupTable;
  stall_listing: ListingTable;
  stall_option_sold_out: OptionSoldOutTable;
  stall_stock: StockTable;
  stall_slot: SlotTable;
  stall_counter: CounterTable;
  stall_day: StallDayTable;
  stall_search_word: SearchWordTable;
  stall_heartbeat: HeartbeatTable;
}

/** Primary key (festival_id, participation_id); unique (festival_id, slug). */
export interface StallSetupTable {
  festival_id: Id<'fst'>;
  participation_id: Id<'par'>;
  merchant_id: Id<'mrc'>;
  slug: string;
  booth_number: number;
  /** Portions cooked at once: capacity of a slot is this × 600 s. */
  cooked_at_once: number;
  created_at: number;
  ended_at: number | null;
}

/** A dish on sale at this festival. Primary key (festival_id, number); unique (festival_id, participation_id, dish_id). */
export interface ListingTable {
  festival_id: Id<'fst'>;
  /** Short number, unique within the festival: baskets and counters speak it. */
  number: number;
  participation_id: Id<'par'>;
  dish_id: Id<'dsh'>;
  festival_price: number; // CHECK > 0
  /** When a festival price was set; null = it follows the normal price. */
  price_set_at: number | null;
  created_at: number;
  withdrawn_at: number | null;
}

/** Primary key (festival_id, listing_number, option_number, day). */
export interface OptionSoldOutTable {
  festival_id: Id<'fst'>;
  listing_number: number;
  option_number: number;
  day: string;
  sold_out_at: number;
}

/** Primary key (festival_id, listing_number, day). No row = unlimited and not sold out. */
export interface StockTable {
  festival_id: Id<'fst'>;
  listing_number: number;
  day: string;
  /** Null = unlimited. CHECK portions_left >= 0. */
  portions_left: number | null;
  portions_start: number | null;
  sold_out_at: number | null;
}

/** Ten minutes of a stall's time. Primary key (festival_id, participation_id, starts_at). CHECK 0 <= used_seconds <= capacity_seconds. */
export interface SlotTable {
  festival_id: Id<'fst'>;
  participation_id: Id<'par'>;
  starts_at: number;
  capacity_seconds: number;
  used_seconds: number;
}

/** Pickup numbers, a row per stall and day. Primary key (festival_id, participation_id, day). */
export interface CounterTable {
  festival_id: Id<'fst'>;
  participation_id: Id<'par'>;
  day: string;
  last_number: number;
}

/** Primary key (festival_id, participation_id, day). */
export interface StallDayTable {
  festival_id: Id<'fst'>;
  participation_id: Id<'par'>;
  day: string;
  checked_in_at: number;
  opens_at: number;
  closes_at: number;
  paused_at: number | null;
  paused_until: number | null;
  pause_reason: string | null; // busy | break
  closed_at: number | null;
}

/** Words of dish and stall names, folded. Primary key (festival_id, word, listing_number). */
export interface SearchWordTable {
  festival_id: Id<'fst'>;
  word: string;
  listing_number: number;
}

/**
 * That a stall's board runs with its script. No row = it never did today, and the stall is never called silent.
 * Primary key (festival_id, participation_id).
 */
export interface HeartbeatTable {
  festival_id: Id<'fst'>;
  participation_id: Id<'par'>;
  seen_at: number;
  /** Set by the worker a minute after the last sign of life, taken away by the next. */
  silent_at: number | null;
}
