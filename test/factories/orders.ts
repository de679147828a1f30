import { type OrderRequest, type PlaceOrderAnswer, placeOrder } from '~/domain/orders/place-orders.server';
import { type Id, newSecretId, type OrderId, type TicketId } from '~/shared/ids';
import type { World } from '../setup/engines';
import { accepted } from './merchants';
import type { OpenStall } from './stalls';
import type { TestWallet } from './wallet';

export interface OrderWishes {
  orderId?: OrderId;
  /** Pays by wallet; cash at the stall when left out. */
  wallet?: TestWallet;
  /** Pays with the PIN remembered on this session instead of a typed one. */
  sessionId?: Id<'ses'>;
  browser?: string;
  quantity?: number;
  price?: number;
  heldUntil?: number;
  options?: number[];
  slots?: OrderRequest['slots'];
  source?: OrderRequest['source'];
}

/** One line of the first dish at each stall, at Rp10.000 unless wished otherwise. */
export function requestFor(world: World, stalls: readonly OpenStall[], wishes: OrderWishes = {}): OrderRequest {
  const [first] = stalls;
  if (!first) throw new Error('an order needs a stall');
  const now = world.clock.now();
  const { orderId = newSecretId('ord'), wallet, quantity = 1, price = 10_000, heldUntil = now, options = [] } = wishes;
  return {
    orderId,
    festivalId: first.festivalId,
    day: first.day,
    source: wishes.source ?? 'customer',
    payment: wallet ? 'wallet' : 'cash',
    personId: wallet?.personId ?? null,
    accountId: wallet?.accountId ?? null,
    pinCheckedAt: wallet && !wishes.sessionId ? now : null,
    sessionId: wishes.sessionId ?? null,
    browserHmac: wishes.browser ?? null,
    language: 'id',
    lines: stalls.map((stall) => ({ listing: stall.listings[0] ?? 0, options, quantity, price, heldUntil })),
    slots: wishes.slots ?? [],
    byPersonId: null,
  };
}

/** Places one order in its own unit of work. */
export async function tryOrder(
  world: World,
  stalls: readonly OpenStall[],
  wishes: OrderWishes = {},
): Promise<PlaceOrderAnswer> {
  const request = requestFor(world, stalls, wishes);
  return world.inTransaction((tx) => placeOrder(tx, request, world.clock.now()));
}

export interface MadeOrder {
  orderId: OrderId;
  tickets: TicketId[];
}

/** An order that must be accepted; its tickets in the order of the stalls. */
export async function makeOrder(
  world: World,
  stalls: readonly OpenStall[],
  wishes: OrderWishes = {},
): Promise<MadeOrder> {
  const { orderId } = accepted(await tryOrder(world, stalls, wishes));
  const rows = await readTickets(world, orderId);
  const tickets = stalls.flatMap((stall) =>
    rows.filter((row) => row.participation_id === stall.participationId).map((row) => row.id),
  );
  return { orderId, tickets };
}

export async function readTickets(world: World, orderId: OrderId) {
  return world.db.selectFrom('order_ticket').selectAll().where('order_id', '=', orderId).execute();
}

export async function readTicket(world: World, ticketId: TicketId) {
  return world.db.selectFrom('order_ticket').selectAll().where('id', '=', ticketId).executeTakeFirstOrThrow();
}

/** The stall's own door to a ticket. */
export function doorOf(stall: OpenStall, ticketId: TicketId) {
  return { festivalId: stall.festivalId, participationId: stall.participationId, ticketId };
}

let browsers = 0;

/** Another browser each time. */
export function nextBrowser(): string {
  browsers += 1;
  return `browser-${browsers}`;
}
