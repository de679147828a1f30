import { sql } from 'kysely';
import type { OrderRequest } from '~/domain/orders/place-orders.server';
import type { Database } from '~db/schema';
import type { World } from '../setup/open-world';

/** Everything that placing orders writes. */
const TABLES: readonly (keyof Database)[] = [
  'order_header',
  'order_ticket',
  'order_line',
  'order_ticket_change',
  'order_unpaid',
  'order_browser',
  'stall_stock',
  'stall_slot',
  'stall_counter',
  'wallet_account',
  'wallet_hold',
  'platform_outbox',
];

const SLOT_MS = 600_000;
const RANDOM: ReadonlySet<string> = new Set(['short_code', 'content_hash', 'pin_hash', 'browser_hmac']);

/**
 * Every row of these tables as text, sorted, without what differs between two worlds that lived through the same: ids
 * become names (an order is its place among the requests), moments and random codes become words. Slots keep their times.
 */
export async function readOrderRows(world: World, requests: readonly OrderRequest[]): Promise<string[]> {
  const names = await nameIds(world, requests);
  const lines: string[] = [];
  for (const table of TABLES) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(world.db);
    for (const row of rows.filter(isOfOrders)) lines.push(`${table} ${JSON.stringify(plain(row, names))}`);
  }
  return lines.sort();
}

/** Of the outbox only what orders put there: the making of the festival left its own. */
const isOfOrders = ({ kind }: Record<string, unknown>) => typeof kind !== 'string' || kind.startsWith('orders.');

function plain(row: Record<string, unknown>, names: ReadonlyMap<string, string>): Record<string, unknown> {
  const entries = Object.entries(row).map(([column, value]) => {
    if (RANDOM.has(column)) return [column, value && '…'];
    if (typeof value === 'number') return [column, isMoment(value) ? 'then' : value];
    if (typeof value !== 'string') return [column, value];
    return [column, value.replace(/\b[a-z]{3}_[0-9a-z]{26}\b/g, (id) => names.get(id) ?? `${id.slice(0, 3)}_…`)];
  });
  return Object.fromEntries(entries);
}

const isMoment = (value: number) => value > 1_000_000_000_000 && value % SLOT_MS !== 0;

async function nameIds({ db }: World, requests: readonly OrderRequest[]): Promise<Map<string, string>> {
  const names = new Map<string, string>(requests.map(({ orderId }, index) => [orderId, `order ${index}`]));
  // Two requests may carry one id; it is the first one's.
  for (const [index, { orderId }] of [...requests.entries()].reverse()) names.set(orderId, `order ${index}`);
  const stalls = await db.selectFrom('stall_setup').select(['participation_id', 'booth_number']).execute();
  for (const row of stalls) names.set(row.participation_id, `booth ${row.booth_number}`);
  const tickets = await db
    .selectFrom('order_ticket')
    .select(['id', 'hold_id', 'order_id', 'participation_id'])
    .execute();
  for (const row of tickets) {
    const name = `${names.get(row.order_id)} at ${names.get(row.participation_id)}`;
    names.set(row.id, `ticket of ${name}`);
    if (row.hold_id) names.set(row.hold_id, `hold of ${name}`);
  }
  return names;
}
