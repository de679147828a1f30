import type { Tx } from '~/platform/app-context';
import type { FestivalId, OrderId, ParticipationId, PersonId, TicketId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { notePaper, type PaperRefusal } from './internal/note-paper.server';
import type { PlaceOrderRefusal } from './orders';
import { placeOrder } from './place-orders.server';

export interface CounterSale {
  /** Made on the board's page, so that a double tap is one sale. */
  orderId: OrderId;
  festivalId: FestivalId;
  participationId: ParticipationId;
  day: string;
  lines: readonly {
    listing: number;
    options: readonly number[];
    quantity: number;
    /** Price of one that was on the screen when the cash was taken; today's where left out. */
    price?: number;
  }[];
  /** The number on the paper that the customer was given while there was no network, and when that was. */
  paper?: { number: string; soldAt: number | null } | null;
  byPersonId: PersonId | null;
  language: string;
  now: number;
}

export interface CounterSaleDone {
  orderId: OrderId;
  ticketId: TicketId;
  pickupNumber: number;
  slotStartsAt: number;
  total: number;
}

export type CounterSaleRefusal =
  | PlaceOrderRefusal
  /** This page's sale stands already, and it was another one; nothing was written now. */
  | { code: 'sale_recorded'; number: number; total: number }
  | PaperRefusal;

/**
 * A sale across the counter, paid in cash: it joins the same queue as accepted, in the running slot or else
 * the next with room, and the answer says which. A cashier may set today's prices, so the price that was on her screen holds.
 */
export async function placeCounterSale(
  tx: Tx,
  sale: CounterSale,
): Promise<Result<CounterSaleDone, CounterSaleRefusal>> {
  const { orderId, festivalId, participationId, day, now } = sale;
  const prices = await pricesOf(tx, sale);
  const foreign = sale.lines.filter((line) => !prices.has(line.listing)).map((line) => line.listing);
  if (foreign.length > 0) return refuse({ code: 'dish_not_sold', listings: foreign });
  const placed = await placeOrder(
    tx,
    {
      orderId,
      festivalId,
      day,
      source: 'counter',
      payment: 'cash',
      personId: null,
      accountId: null,
      pinCheckedAt: null,
      sessionId: null,
      browserHmac: null,
      language: sale.language,
      lines: sale.lines.map((line) => ({ ...line, price: line.price ?? priceOf(prices, line), heldUntil: now })),
      slots: [],
      byPersonId: sale.byPersonId,
    },
    now,
  );
  if (!placed.ok) return placed;
  const ticket = await tx
    .selectFrom('order_ticket')
    .select(['id', 'pickup_number', 'slot_starts_at', 'total'])
    .where('order_id', '=', placed.value.orderId)
    .where('participation_id', '=', participationId)
    .executeTakeFirst();
  // An order of that id stands at another stall.
  if (!ticket) return refuse({ code: 'dish_not_sold', listings: [] });
  if (placed.value.existed === 'yes' && !(await isSameSale(tx, festivalId, ticket.id, sale.lines)))
    return refuse({ code: 'sale_recorded', number: ticket.pickup_number, total: ticket.total });
  if (sale.paper && placed.value.existed === 'no') {
    const noted = await notePaper(tx, { ...sale, ticketId: ticket.id, paper: sale.paper });
    if (!noted.ok) return noted;
  }
  return accept({
    orderId: placed.value.orderId,
    ticketId: ticket.id,
    pickupNumber: ticket.pickup_number,
    slotStartsAt: ticket.slot_starts_at,
    total: ticket.total,
  });
}

/** A second tap sends the same dishes; the page of an earlier sale, gone back to, sends others. */
async function isSameSale(
  tx: Tx,
  festivalId: FestivalId,
  ticketId: TicketId,
  lines: CounterSale['lines'],
): Promise<boolean> {
  const rows = await tx
    .selectFrom('order_line')
    .select(['listing_number', 'options', 'quantity'])
    .where('festival_id', '=', festivalId)
    .where('ticket_id', '=', ticketId)
    .execute();
  const recorded = rows.map(({ listing_number, options, quantity }) =>
    wordOf(
      listing_number,
      (JSON.parse(options) as { number: number }[]).map(({ number }) => number),
      quantity,
    ),
  );
  const wanted = lines.map(({ listing, options, quantity }) => wordOf(listing, options, quantity));
  return recorded.sort().join() === wanted.sort().join();
}

function wordOf(listing: number, options: readonly number[], quantity: number): string {
  return `${listing}:${[...options].sort((a, b) => a - b).join('.')}x${quantity}`;
}

type Prices = Map<number, { price: number; options: Map<number, number> }>;

async function pricesOf(tx: Tx, { festivalId, participationId, lines }: CounterSale): Promise<Prices> {
  if (lines.length === 0) return new Map();
  const listings = await tx
    .selectFrom('stall_listing')
    .select(['number', 'festival_price', 'dish_id'])
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where(
      'number',
      'in',
      lines.map((line) => line.listing),
    )
    .execute();
  if (listings.length === 0) return new Map();
  const options = await tx
    .selectFrom('menu_option')
    .select(['dish_id', 'number', 'price'])
    .where(
      'dish_id',
      'in',
      listings.map((listing) => listing.dish_id),
    )
    .execute();
  return new Map(
    listings.map(({ number, festival_price, dish_id }) => [
      number,
      {
        price: festival_price,
        options: new Map(
          options.filter((option) => option.dish_id === dish_id).map((option) => [option.number, option.price]),
        ),
      },
    ]),
  );
}

function priceOf(prices: Prices, line: CounterSale['lines'][number]): number {
  const known = prices.get(line.listing);
  return line.options.reduce((sum, option) => sum + (known?.options.get(option) ?? 0), known?.price ?? 0);
}
