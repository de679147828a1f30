import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { AccountId, FestivalId, ParticipationId } from '~/shared/ids';
import { lockCounters, lockSlots, lockStock, type SlotRange, type StallOfDay } from '../../stalls/lock-day-rows.server';
import { SLOT_MILLISECONDS } from '../../stalls/stalls';
import { lockSpendingAccounts } from '../../wallet/lock-spending-accounts.server';
import { readPinPasses } from '../../wallet/read-pin-pass.server';
import { readRuleInForce } from '../../wallet/read-rule-in-force.server';
import type { PaymentWay } from '../orders';
import {
  type AccountFacts,
  type DayFacts,
  type DayRequests,
  dayKey,
  groupByDay,
  type ListingFacts,
  type OrderRequest,
  type OrderSnapshot,
  type RuleFacts,
  type SlotFacts,
  type StockFacts,
} from './order-snapshot';
import { readListingFacts } from './read-listing-facts.server';
import {
  readBrowsers,
  readExisting,
  readFestivalStates,
  readOptionsSoldOut,
  readUnpaid,
} from './read-order-rows.server';
import { readStallFacts } from './read-stall-facts.server';

/** A customer's slot lies at most this far ahead when she leaves the choice to us. */
const LOOK_AHEAD_MILLISECONDS = 3 * 60 * 60_000;

type Listings = ReadonlyMap<FestivalId, ReadonlyMap<number, ListingFacts>>;

/**
 * Reads and locks every row a batch names, in the house order: wallet, stock, slot, counter, each by key.
 * What is not scarce is read after the locks, so that on PostgreSQL it is as fresh as they are.
 */
export async function readOrderSnapshot(
  tx: Tx,
  requests: readonly OrderRequest[],
  now: number,
  fences: Fences = ALL_FENCES,
): Promise<OrderSnapshot> {
  const days = groupByDay(requests);
  const listings = await readListingFacts(tx, days);
  const stallsNamed = days.flatMap((day) => stallsOf(day, listings));
  const accounts = await readAccounts(tx, requests, fences);
  const stockRows = await lockStock(tx, days.flatMap(stockOf), fences);
  const slotRows = await lockSlots(tx, slotRanges(requests, listings, now), fences);
  const counters = await lockCounters(tx, stallsNamed, fences);
  const stalls = await readStallFacts(tx, stallsNamed, counters);
  const existing = await readExisting(tx, requests);
  const states = await readFestivalStates(tx, [...new Set(days.map(({ festivalId }) => festivalId))]);
  const soldOut = await readOptionsSoldOut(tx, days);
  const unpaid = await readUnpaid(tx, days, fences);
  const browsers = await readBrowsers(tx, days, now);
  const commission = await readCommission(tx, days);
  const pinPasses = await readPinPasses(tx, requests.flatMap(pinPassOf), now);
  const slots = slotsByStall(slotRows);
  const stock = stockByDay(stockRows);
  const factsOf = ({ festivalId, day }: DayRequests): DayFacts => ({
    festivalState: states.get(festivalId) ?? null,
    listings: listings.get(festivalId) ?? new Map(),
    stalls: stalls.get(dayKey(festivalId, day)) ?? new Map(),
    stock: stock.get(dayKey(festivalId, day)) ?? new Map(),
    optionsSoldOut: soldOut.get(dayKey(festivalId, day)) ?? new Set(),
    slots: slots.get(festivalId) ?? new Map(),
    unpaid: unpaid.get(dayKey(festivalId, day)) ?? null,
    browsers: browsers.get(festivalId) ?? new Map(),
    commission: commission.get(day) ?? {},
  });
  return {
    existing,
    accounts,
    pinPasses,
    days: new Map(days.map((day) => [dayKey(day.festivalId, day.day), factsOf(day)])),
  };
}

function stallsOf({ festivalId, day, requests }: DayRequests, listings: Listings): StallOfDay[] {
  const named = new Set<ParticipationId>();
  for (const request of requests) for (const id of stallsNamedBy(request, listings)) named.add(id);
  return [...named].map((participationId) => ({ festivalId, participationId, day }));
}

function stallsNamedBy({ festivalId, lines }: OrderRequest, listings: Listings): Set<ParticipationId> {
  const known = listings.get(festivalId);
  const named = new Set<ParticipationId>();
  for (const line of lines) {
    const listing = known?.get(line.listing);
    if (listing) named.add(listing.participationId);
  }
  return named;
}

function stockOf({ festivalId, day, requests }: DayRequests) {
  const named = new Set<number>();
  for (const { lines } of requests) for (const { listing } of lines) named.add(listing);
  return [...named].map((listing) => ({ festivalId, listing, day }));
}

/** Slots named by a festival's requests: of a stall those chosen, and whether a request left the choice to us. */
interface SlotsNamed {
  isOpen: boolean;
  chosen: Set<number>;
}

/** Chosen slots exactly; where a stall has no chosen slot, those of the next hours, the running one included. */
function slotRanges(requests: readonly OrderRequest[], listings: Listings, now: number): SlotRange[] {
  const from = now - SLOT_MILLISECONDS + 1;
  const until = now + LOOK_AHEAD_MILLISECONDS;
  const ranges: SlotRange[] = [];
  for (const [festivalId, stalls] of slotsNamed(requests, listings)) {
    for (const [participationId, { isOpen, chosen }] of stalls) {
      if (isOpen) ranges.push({ festivalId, participationId, from, until });
      for (const at of chosen) {
        // Ranges of one stall must not overlap.
        if (isOpen && at >= from && at <= until) continue;
        ranges.push({ festivalId, participationId, from: at, until: at });
      }
    }
  }
  return ranges;
}

function slotsNamed(requests: readonly OrderRequest[], listings: Listings) {
  const named = new Map<FestivalId, Map<ParticipationId, SlotsNamed>>();
  for (const request of requests) {
    const stalls = ofKey(named, request.festivalId, () => new Map<ParticipationId, SlotsNamed>());
    for (const participationId of stallsNamedBy(request, listings)) {
      const slots = ofKey(stalls, participationId, () => ({ isOpen: false, chosen: new Set<number>() }));
      const startsAt = request.slots.find((slot) => slot.participationId === participationId)?.startsAt;
      if (startsAt === undefined) slots.isOpen = true;
      else slots.chosen.add(startsAt);
    }
  }
  return named;
}

function slotsByStall(rows: Awaited<ReturnType<typeof lockSlots>>) {
  const slots = new Map<FestivalId, Map<ParticipationId, SlotFacts[]>>();
  for (const row of rows) {
    const stalls = ofKey(slots, row.festival_id, () => new Map<ParticipationId, SlotFacts[]>());
    ofKey(stalls, row.participation_id, () => []).push({
      startsAt: row.starts_at,
      capacitySeconds: row.capacity_seconds,
      usedSeconds: row.used_seconds,
    });
  }
  return slots;
}

function stockByDay(rows: Awaited<ReturnType<typeof lockStock>>) {
  const stock = new Map<string, Map<number, StockFacts>>();
  for (const row of rows) {
    const day = ofKey(stock, dayKey(row.festival_id, row.day), () => new Map<number, StockFacts>());
    day.set(row.listing_number, { portionsLeft: row.portions_left, soldOutAt: row.sold_out_at });
  }
  return stock;
}

async function readAccounts(tx: Tx, requests: readonly OrderRequest[], fences: Fences) {
  const ids = new Set<AccountId>();
  for (const { accountId } of requests) if (accountId) ids.add(accountId);
  const accounts = new Map<AccountId, AccountFacts>();
  if (ids.size === 0) return accounts;
  for (const row of await lockSpendingAccounts(tx, [...ids].sort(), fences)) accounts.set(row.id, row);
  return accounts;
}

/** Where no PIN was typed, one that is remembered may do. */
function pinPassOf({ pinCheckedAt, sessionId, accountId }: OrderRequest) {
  return pinCheckedAt === null && sessionId && accountId ? [{ sessionId, accountId }] : [];
}

/** Commission by day, for the ways of paying that the day's requests use. */
async function readCommission(tx: Tx, days: readonly DayRequests[]) {
  const rules = new Map<string, Partial<Record<PaymentWay, RuleFacts>>>();
  for (const { day, requests } of days) {
    const ofDay = ofKey(rules, day, (): Partial<Record<PaymentWay, RuleFacts>> => ({}));
    for (const payment of new Set(requests.map((request) => request.payment)))
      ofDay[payment] ??= await readRuleInForce(tx, { kind: 'commission', scope: payment, day });
  }
  return rules;
}

function ofKey<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
