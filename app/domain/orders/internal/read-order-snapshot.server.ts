import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows, lockOf } from '~/platform/json-rows.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { AccountId, FestivalId, OrderId } from '~/shared/ids';
import { lockCounters, lockSlots, lockStock, type SlotRange, type StallOfDay } from '../../stalls/lock-day-rows.server';
import { SLOT_MILLISECONDS } from '../../stalls/stalls';
import { lockSpendingAccounts } from '../../wallet/lock-spending-accounts.server';
import { readRuleInForce } from '../../wallet/read-rule-in-force.server';
import { waitsForCash } from './order-book';
import {
  browserKey,
  dayKey,
  type ListingFacts,
  listingKey,
  type OrderRequest,
  type OrderSnapshot,
  optionKey,
  type RuleFacts,
  ruleKey,
  type SlotFacts,
  stallKey,
  stockKey,
} from './order-snapshot';
import { readListingFacts } from './read-listing-facts.server';
import { readStallFacts } from './read-stall-facts.server';

const ID = { id: 'text' } as const;
const DAY = { festival_id: 'text', day: 'text' } as const;
const BROWSER = { festival_id: 'text', browser_hmac: 'text' } as const;
const OPTION = { festival_id: 'text', listing_number: 'integer', option_number: 'integer', day: 'text' } as const;

/** A customer's slot lies at most this far ahead when she leaves the choice to us. */
const LOOK_AHEAD_MILLISECONDS = 3 * 60 * 60_000;

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
  const listings = await readListingFacts(tx, requests);
  const stalls = stallsNamed(requests, listings);
  const accounts = await readAccounts(tx, requests, fences);
  const stock = await lockStock(tx, stockNamed(requests), fences);
  const slots = await lockSlots(tx, slotRanges(requests, listings, now), fences);
  const counters = await lockCounters(tx, stalls, fences);
  return {
    listings,
    accounts,
    stock: new Map(
      stock.map((row) => [
        stockKey(row.festival_id, row.listing_number, row.day),
        { portionsLeft: row.portions_left, soldOutAt: row.sold_out_at },
      ]),
    ),
    slots: groupSlots(slots, requests),
    stalls: await readStallFacts(tx, stalls, counters),
    existing: await readExisting(tx, requests),
    festivalStates: await readFestivalStates(tx, requests),
    optionsSoldOut: await readOptionsSoldOut(tx, requests),
    unpaid: await readUnpaid(tx, requests, fences),
    browsers: await readBrowsers(tx, requests, now),
    rules: await readRules(tx, requests),
  };
}

function stallsNamed(requests: readonly OrderRequest[], listings: ReadonlyMap<string, ListingFacts>): StallOfDay[] {
  const named = new Map<string, StallOfDay>();
  for (const { festivalId, day, lines } of requests) {
    for (const line of lines) {
      const participationId = listings.get(listingKey(festivalId, line.listing))?.participationId;
      if (participationId) named.set(stallKey(festivalId, participationId, day), { festivalId, participationId, day });
    }
  }
  return [...named.values()];
}

function stockNamed(requests: readonly OrderRequest[]) {
  const named = requests.flatMap(({ festivalId, day, lines }) =>
    lines.map(({ listing }) => [stockKey(festivalId, listing, day), { festivalId, listing, day }] as const),
  );
  return [...new Map(named).values()];
}

/** Chosen slots exactly; where a stall has no chosen slot, those of the next hours, the running one included. */
function slotRanges(
  requests: readonly OrderRequest[],
  listings: ReadonlyMap<string, ListingFacts>,
  now: number,
): SlotRange[] {
  const exact = new Map<string, SlotRange>();
  const open = new Map<string, SlotRange>();
  for (const request of requests) {
    for (const { festivalId, participationId } of stallsNamed([request], listings)) {
      const startsAt = request.slots.find((slot) => slot.participationId === participationId)?.startsAt;
      const stall = `${festivalId}/${participationId}`;
      const range = {
        festivalId,
        participationId,
        from: now - SLOT_MILLISECONDS + 1,
        until: now + LOOK_AHEAD_MILLISECONDS,
      };
      if (startsAt === undefined) open.set(stall, range);
      else exact.set(`${stall}/${startsAt}`, { festivalId, participationId, from: startsAt, until: startsAt });
    }
  }
  const outside = [...exact.values()].filter((slot) => {
    const range = open.get(`${slot.festivalId}/${slot.participationId}`);
    return !range || slot.from < range.from || slot.from > range.until;
  });
  return [...open.values(), ...outside];
}

function groupSlots(rows: Awaited<ReturnType<typeof lockSlots>>, requests: readonly OrderRequest[]) {
  const days = [...new Set(requests.map((request) => request.day))];
  const slots = new Map<string, SlotFacts[]>();
  for (const row of rows) {
    const facts = { startsAt: row.starts_at, capacitySeconds: row.capacity_seconds, usedSeconds: row.used_seconds };
    for (const day of days) {
      const key = stallKey(row.festival_id, row.participation_id, day);
      const known = slots.get(key);
      if (known) known.push(facts);
      else slots.set(key, [facts]);
    }
  }
  return slots;
}

async function readAccounts(tx: Tx, requests: readonly OrderRequest[], fences: Fences) {
  const ids = [...new Set(requests.flatMap(({ accountId }) => (accountId ? [accountId] : [])))].sort();
  const accounts = new Map<AccountId, { balance: number; held: number }>();
  if (ids.length === 0) return accounts;
  for (const row of await lockSpendingAccounts(tx, ids, fences)) accounts.set(row.id, row);
  return accounts;
}

async function readExisting(tx: Tx, requests: readonly OrderRequest[]): Promise<Set<OrderId>> {
  const ids = requests.map((request) => ({ id: request.orderId }));
  const { rows } = await sql<{ id: OrderId }>`
    select h.id from ${jsonRows(tx, ID, ids)} as given join order_header as h on h.id = given.id`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

async function readFestivalStates(tx: Tx, requests: readonly OrderRequest[]): Promise<Map<FestivalId, string>> {
  const ids = [...new Set(requests.map((request) => request.festivalId))].map((id) => ({ id }));
  const { rows } = await sql<{ id: FestivalId; state: string }>`
    select f.id, f.state from ${jsonRows(tx, ID, ids)} as given join festival_edition as f on f.id = given.id`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row.state]));
}

async function readOptionsSoldOut(tx: Tx, requests: readonly OrderRequest[]): Promise<Set<string>> {
  const chosen = requests.flatMap(({ festivalId, day, lines }) =>
    lines.flatMap(({ listing, options }) =>
      options.map((option) => ({ festival_id: festivalId, listing_number: listing, option_number: option, day })),
    ),
  );
  if (chosen.length === 0) return new Set();
  const { rows } = await sql<{ festival_id: string; listing_number: number; option_number: number; day: string }>`
    select s.festival_id, s.listing_number, s.option_number, s.day
    from ${jsonRows(tx, OPTION, chosen)} as given
    join stall_option_sold_out as s
      on s.festival_id = given.festival_id and s.listing_number = given.listing_number
      and s.option_number = given.option_number and s.day = given.day`.execute(tx);
  return new Set(rows.map((row) => optionKey(row.festival_id, row.listing_number, row.option_number, row.day)));
}

async function readUnpaid(tx: Tx, requests: readonly OrderRequest[], fences: Fences) {
  const days = new Map(
    requests
      .filter(waitsForCash)
      .map(({ festivalId, day }) => [dayKey(festivalId, day), { festival_id: festivalId, day }]),
  );
  if (days.size === 0) return new Map<string, { portions: number; ceiling: number }>();
  const { rows } = await sql<{ festival_id: string; day: string; portions: number; ceiling: number }>`
    select u.festival_id, u.day, u.portions, u.ceiling from ${jsonRows(tx, DAY, [...days.values()])} as given
    join order_unpaid as u on u.festival_id = given.festival_id and u.day = given.day
    order by u.festival_id, u.day ${fences.lock ? lockOf(tx, 'u') : sql``}`.execute(tx);
  return new Map(rows.map((row) => [dayKey(row.festival_id, row.day), row]));
}

/** Browsers whose order still waits for cash; one whose time is over counts no more, even before the worker tidied it. */
async function readBrowsers(tx: Tx, requests: readonly OrderRequest[], now: number): Promise<Map<string, OrderId>> {
  const keys = requests.flatMap((request) =>
    waitsForCash(request) && request.browserHmac
      ? [{ festival_id: request.festivalId, browser_hmac: request.browserHmac }]
      : [],
  );
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ festival_id: string; browser_hmac: string; order_id: OrderId }>`
    select b.festival_id, b.browser_hmac, b.order_id
    from ${jsonRows(tx, BROWSER, keys)} as given
    join order_browser as b on b.festival_id = given.festival_id and b.browser_hmac = given.browser_hmac
    where exists (
      select 1 from order_ticket as t
      where t.order_id = b.order_id and t.state = 'awaiting_cash' and t.expires_at > ${now})`.execute(tx);
  return new Map(rows.map((row) => [browserKey(row.festival_id, row.browser_hmac), row.order_id]));
}

async function readRules(tx: Tx, requests: readonly OrderRequest[]): Promise<Map<string, RuleFacts | null>> {
  const wanted = new Map(requests.map(({ day, payment }) => [ruleKey(day, payment), { day, payment }]));
  const rules = new Map<string, RuleFacts | null>();
  for (const [key, { day, payment }] of wanted) {
    rules.set(key, await readRuleInForce(tx, { kind: 'commission', scope: payment, day }));
  }
  return rules;
}
