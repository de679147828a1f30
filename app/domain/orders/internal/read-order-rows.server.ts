import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows, lockOf } from '~/platform/json-rows.server';
import type { Fences } from '~/shared/fences';
import type { FestivalId, OrderId } from '~/shared/ids';
import { waitsForCash } from './order-book';
import { type DayRequests, dayKey, type OrderRequest, optionKey, type UnpaidFacts } from './order-snapshot';

/** What a batch must know besides dishes, stalls and money, a statement each. */

const ID = { id: 'text' } as const;
const DAY = { festival_id: 'text', day: 'text' } as const;
const BROWSER = { festival_id: 'text', browser_hmac: 'text' } as const;
const OPTION = { festival_id: 'text', listing_number: 'integer', option_number: 'integer', day: 'text' } as const;

export async function readExisting(tx: Tx, requests: readonly OrderRequest[]): Promise<Set<OrderId>> {
  const ids = requests.map((request) => ({ id: request.orderId }));
  const { rows } = await sql<{ id: OrderId }>`
    select h.id from ${jsonRows(tx, ID, ids)} as given join order_header as h on h.id = given.id`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

export async function readFestivalStates(tx: Tx, ids: readonly FestivalId[]): Promise<Map<FestivalId, string>> {
  const { rows } = await sql<{ id: FestivalId; state: string }>`
    select f.id, f.state from ${jsonRows(
      tx,
      ID,
      ids.map((id) => ({ id })),
    )} as given join festival_edition as f on f.id = given.id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.state]));
}

/** Options sold out among those chosen, by day. */
export async function readOptionsSoldOut(tx: Tx, days: readonly DayRequests[]): Promise<Map<string, Set<string>>> {
  const chosen = days.flatMap(({ festivalId, day, requests }) =>
    requests.flatMap(({ lines }) =>
      lines.flatMap(({ listing, options }) =>
        options.map((option) => ({ festival_id: festivalId, listing_number: listing, option_number: option, day })),
      ),
    ),
  );
  const soldOut = new Map<string, Set<string>>();
  if (chosen.length === 0) return soldOut;
  const { rows } = await sql<{ festival_id: FestivalId; listing_number: number; option_number: number; day: string }>`
    select s.festival_id, s.listing_number, s.option_number, s.day
    from ${jsonRows(tx, OPTION, chosen)} as given
    join stall_option_sold_out as s
      on s.festival_id = given.festival_id and s.listing_number = given.listing_number
      and s.option_number = given.option_number and s.day = given.day`.execute(tx);
  for (const row of rows) {
    const key = dayKey(row.festival_id, row.day);
    soldOut.set(key, (soldOut.get(key) ?? new Set()).add(optionKey(row.listing_number, row.option_number)));
  }
  return soldOut;
}

/** How much waits for cash already, by day; only for days that a request adds to. */
export async function readUnpaid(
  tx: Tx,
  days: readonly DayRequests[],
  fences: Fences,
): Promise<Map<string, UnpaidFacts>> {
  const wanted = days.filter(({ requests }) => requests.some(waitsForCash));
  if (wanted.length === 0) return new Map();
  const keys = wanted.map(({ festivalId, day }) => ({ festival_id: festivalId, day }));
  const { rows } = await sql<UnpaidFacts & { festival_id: FestivalId; day: string }>`
    select u.festival_id, u.day, u.portions, u.ceiling from ${jsonRows(tx, DAY, keys)} as given
    join order_unpaid as u on u.festival_id = given.festival_id and u.day = given.day
    order by u.festival_id, u.day ${fences.lock ? lockOf(tx, 'u') : sql``}`.execute(tx);
  return new Map(rows.map((row) => [dayKey(row.festival_id, row.day), row]));
}

/** Browsers whose order still waits for cash; one whose time is over counts no more, even before the worker tidied it. */
export async function readBrowsers(
  tx: Tx,
  days: readonly DayRequests[],
  now: number,
): Promise<Map<FestivalId, Map<string, OrderId>>> {
  const keys = days.flatMap(({ festivalId, requests }) =>
    requests.flatMap((request) =>
      waitsForCash(request) && request.browserHmac
        ? [{ festival_id: festivalId, browser_hmac: request.browserHmac }]
        : [],
    ),
  );
  const browsers = new Map<FestivalId, Map<string, OrderId>>();
  if (keys.length === 0) return browsers;
  const { rows } = await sql<{ festival_id: FestivalId; browser_hmac: string; order_id: OrderId }>`
    select b.festival_id, b.browser_hmac, b.order_id
    from ${jsonRows(tx, BROWSER, keys)} as given
    join order_browser as b on b.festival_id = given.festival_id and b.browser_hmac = given.browser_hmac
    where exists (
      select 1 from order_ticket as t
      where t.order_id = b.order_id and t.state = 'awaiting_cash' and t.expires_at > ${now})`.execute(tx);
  for (const row of rows) {
    const ofFestival = browsers.get(row.festival_id) ?? new Map<string, OrderId>();
    browsers.set(row.festival_id, ofFestival.set(row.browser_hmac, row.order_id));
  }
  return browsers;
}
