import type { Tx } from '~/platform/app-context';
import type { FestivalId, OrderId, ParticipationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { PlaceOrderRefusal } from './orders';
import { placeOrder } from './place-orders.server';

export interface CounterSale {
  /** Made on the board's page, so that a double tap is one sale. */
  orderId: OrderId;
  festivalId: FestivalId;
  participationId: ParticipationId;
  day: string;
  lines: readonly { listing: number; options: readonly number[]; quantity: number }[];
  byPersonId: PersonId | null;
  language: string;
  now: number;
}

export interface CounterSaleDone {
  orderId: OrderId;
  pickupNumber: number;
  slotStartsAt: number;
  total: number;
}

/**
 * A sale across the counter, paid in cash: it joins the same queue as accepted, in the running slot or else
 * the next with room, and the answer says which. Prices are today's festival prices.
 */
export async function placeCounterSale(tx: Tx, sale: CounterSale): Promise<Result<CounterSaleDone, PlaceOrderRefusal>> {
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
      browserHmac: null,
      language: sale.language,
      lines: sale.lines.map((line) => ({ ...line, price: priceOf(prices, line), heldUntil: now })),
      slots: [],
      byPersonId: sale.byPersonId,
    },
    now,
  );
  if (!placed.ok) return placed;
  const ticket = await tx
    .selectFrom('order_ticket')
    .select(['pickup_number', 'slot_starts_at', 'total'])
    .where('order_id', '=', placed.value.orderId)
    .where('participation_id', '=', participationId)
    .executeTakeFirstOrThrow();
  return accept({
    orderId: placed.value.orderId,
    pickupNumber: ticket.pickup_number,
    slotStartsAt: ticket.slot_starts_at,
    total: ticket.total,
  });
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
