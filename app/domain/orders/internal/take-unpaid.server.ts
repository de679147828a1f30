import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { OrderPlan } from '../decide-orders';
import type { OrderEffects } from './order-effects';

const UNPAID = { festival_id: 'text', day: 'text', portions: 'integer' } as const;
const BROWSER = { festival_id: 'text', browser_hmac: 'text', order_id: 'text' } as const;

/** Counts portions that wait for cash against the festival's ceiling. */
export async function takeUnpaid(tx: Tx, taken: OrderEffects['unpaid'], fences: Fences = ALL_FENCES): Promise<number> {
  if (taken.length === 0) return 0;
  const rows = taken.map(({ festivalId, day, portions }) => ({ festival_id: festivalId, day, portions }));
  const room = fences.guard ? sql`and order_unpaid.portions + given.portions <= order_unpaid.ceiling` : sql``;
  const result = await sql`
    update order_unpaid set portions = order_unpaid.portions + given.portions
    from ${jsonRows(tx, UNPAID, rows)} as given
    where order_unpaid.festival_id = given.festival_id and order_unpaid.day = given.day ${room}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** One unpaid order a browser: takes the browser's row, or one whose order no longer waits. */
export async function claimBrowsers(tx: Tx, plans: readonly OrderPlan[], now: number): Promise<number> {
  if (plans.length === 0) return 0;
  const rows = plans.map(({ request }) => ({
    festival_id: request.festivalId,
    browser_hmac: request.browserHmac,
    order_id: request.orderId,
  }));
  const result = await sql`
    insert into order_browser (festival_id, browser_hmac, order_id)
    select festival_id, browser_hmac, order_id from ${jsonRows(tx, BROWSER, rows)} as given where true
    on conflict (festival_id, browser_hmac) do update set order_id = excluded.order_id
    where not exists (
      select 1 from order_ticket as t
      where t.order_id = order_browser.order_id and t.state = 'awaiting_cash' and t.expires_at > ${now})`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
