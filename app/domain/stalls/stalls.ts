import type { FestivalId, ParticipationId } from '~/shared/ids';

/** Words and constants of a stall: a participation as customers and the kitchen see it. Client-safe. */

/** One slot ("jam ambil") is ten minutes. */
export const SLOT_MILLISECONDS = 600_000;
export const SLOT_SECONDS = 600;

/** Used until the merchant says how many portions she cooks at once. */
export const DEFAULT_COOKED_AT_ONCE = 4;
export const MOST_COOKED_AT_ONCE = 60;

/** A dish whose minutes nobody set yet takes this long in a slot. */
export const DEFAULT_MAKE_SECONDS = 300;

/** "Tutup sementara 15 menit." */
export const PAUSE_MILLISECONDS = 15 * 60_000;
export const PAUSE_REASONS = ['busy', 'break'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Without a sign of life for this long a stall is silent: customers order and pay at the booth. */
export const SILENT_AFTER_MILLISECONDS = 60_000;

/** Stalls on one page of a festival, and dishes on one page of a search. */
export const STALLS_A_PAGE = 24;
export const DISHES_A_PAGE = 24;
/** Stalls of one festival that a page counts; of more it says `more than`, and does not walk through thousands to know. */
export const STALLS_COUNTED_MAX = 300;

export const MOST_PORTIONS_A_DAY = 10_000;
export const MOST_FESTIVAL_PRICE = 10_000_000;

/** A stall as every verb of the day names it. */
export interface StallKey {
  festivalId: FestivalId;
  participationId: ParticipationId;
}

/** One dish on sale at one stall. */
export interface ListingOfStall extends StallKey {
  /** Short number, unique within the festival. */
  listing: number;
}

export type StallStanding = 'open' | 'paused' | 'silent' | 'not_checked_in' | 'before_opening' | 'closed';

export interface StallDayFacts {
  opensAt: number;
  closesAt: number;
  pausedUntil: number | null;
  closedAt: number | null;
  /** Its board has not been heard of since; null while it is, or where it never ran with its script. */
  silentAt: number | null;
}

/** Whether a stall takes orders now; a pause ends by itself when its time is over. */
export function standingOf(day: StallDayFacts | null, now: number): StallStanding {
  if (day === null) return 'not_checked_in';
  if (day.closedAt !== null || now >= day.closesAt) return 'closed';
  if (day.pausedUntil !== null && day.pausedUntil > now) return 'paused';
  if (now < day.opensAt) return 'before_opening';
  return day.silentAt === null ? 'open' : 'silent';
}

/** The instants at which a stall's standing changes by itself. */
export function edgesOfStanding({
  opensAt,
  closesAt,
  pausedUntil,
}: Record<'opensAt' | 'closesAt' | 'pausedUntil', number | null>): (number | null)[] {
  return [opensAt, closesAt, pausedUntil];
}

/** No row = unlimited and not sold out; none left is sold out without anybody saying so. */
export function isSoldOut(stock: { portionsLeft: number | null; soldOutAt: number | null } | null): boolean {
  return stock !== null && (stock.soldOutAt !== null || stock.portionsLeft === 0);
}

/**
 * Starts of the slots between two moments, on the festival's ten-minute grid.
 * Indonesian zones lie whole hours from UTC, so the local grid is the grid of the epoch.
 */
export function slotStartsBetween(opensAt: number, closesAt: number): number[] {
  const first = Math.ceil(opensAt / SLOT_MILLISECONDS) * SLOT_MILLISECONDS;
  const starts: number[] = [];
  for (let at = first; at + SLOT_MILLISECONDS <= closesAt; at += SLOT_MILLISECONDS) starts.push(at);
  return starts;
}

/** What a slot can cook, in make-seconds. */
export function slotCapacity(cookedAtOnce: number): number {
  return cookedAtOnce * SLOT_SECONDS;
}

/** Minutes as a person says them: rounded up, at least one. */
export function minutesOf(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
