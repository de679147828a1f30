import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, OrderId, ParticipationId, TicketId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';
import { readLines, type TicketLine } from './internal/read-lines.server';
import type { EndReason, OrderSource, PaymentWay, TicketState } from './orders';

export interface TicketOfOrder {
  id: TicketId;
  participationId: ParticipationId;
  stall: string;
  stallSlug: string;
  booth: number;
  pickupNumber: number;
  slotStartsAt: number;
  total: Rupiah;
  state: TicketState;
  /** Waits for cash until then. */
  expiresAt: number | null;
  promisedAt: number | null;
  /** The customer is asked, wait or refund, and has not answered yet. */
  asks: 'yes' | 'no';
  readyAt: number | null;
  endedAt: number | null;
  endReason: EndReason | null;
  /** Given back: refunds after the sale, or all of it when it ended early after payment. */
  refunded: Rupiah;
  cashReturned: Rupiah;
  lines: TicketLine[];
}

/** An order as its own page shows it: nobody's name, phone or account stands here. */
export interface Order {
  id: OrderId;
  festivalId: FestivalId;
  festivalName: string;
  festivalSlug: string;
  zone: string;
  shortCode: string;
  day: string;
  payment: PaymentWay;
  source: OrderSource;
  total: Rupiah;
  placedAt: number;
  tickets: TicketOfOrder[];
}

/** The order behind an address; the id itself is what entitles. Null when there is none. */
export async function readOrder(db: ReadDb | Tx, orderId: OrderId): Promise<Order | null> {
  const header = await db
    .selectFrom('order_header')
    .innerJoin('festival_edition', 'festival_edition.id', 'order_header.festival_id')
    .select(['order_header.id', 'festival_id', 'short_code', 'day', 'payment', 'source', 'total', 'placed_at'])
    .select(['festival_edition.name', 'festival_edition.slug', 'festival_edition.zone'])
    .where('order_header.id', '=', orderId)
    .executeTakeFirst();
  if (!header) return null;
  return {
    id: header.id,
    festivalId: header.festival_id,
    festivalName: header.name,
    festivalSlug: header.slug,
    zone: header.zone,
    shortCode: header.short_code,
    day: header.day,
    payment: header.payment as PaymentWay,
    source: header.source as OrderSource,
    total: toRupiah(header.total),
    placedAt: header.placed_at,
    tickets: await readTickets(db, header.festival_id, orderId),
  };
}

async function readTickets(db: ReadDb | Tx, festivalId: FestivalId, orderId: OrderId): Promise<TicketOfOrder[]> {
  const rows = await db
    .selectFrom('order_ticket')
    .innerJoin('stall_setup', (join) =>
      join
        .onRef('stall_setup.festival_id', '=', 'order_ticket.festival_id')
        .onRef('stall_setup.participation_id', '=', 'order_ticket.participation_id'),
    )
    .innerJoin('merchant_profile', 'merchant_profile.id', 'stall_setup.merchant_id')
    .selectAll('order_ticket')
    .select(['stall_setup.slug', 'stall_setup.booth_number', 'merchant_profile.stall_name'])
    .where('order_ticket.order_id', '=', orderId)
    .orderBy('stall_setup.booth_number')
    .execute();
  const lines = await readLines(
    db,
    festivalId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const state = row.state as TicketState;
    const isOpen = state === 'placed' || state === 'accepted';
    return {
      id: row.id,
      participationId: row.participation_id,
      stall: row.stall_name,
      stallSlug: row.slug,
      booth: row.booth_number,
      pickupNumber: row.pickup_number,
      slotStartsAt: row.slot_starts_at,
      total: toRupiah(row.total),
      state,
      expiresAt: row.expires_at,
      promisedAt: row.promised_at,
      asks: isOpen && row.asked_at !== null && row.asked_answer === null ? 'yes' : 'no',
      readyAt: row.ready_at,
      endedAt: row.ended_at,
      endReason: row.end_reason as EndReason | null,
      refunded: toRupiah(refundedOf({ ...row, state })),
      cashReturned: toRupiah(row.cash_returned),
      lines: lines.get(row.id) ?? [],
    };
  });
}

/** A wallet ticket that ended early is free of its hold at once; cash comes back only where it was paid. */
function refundedOf(row: {
  state: TicketState;
  payment: string;
  total: number;
  refunded: number;
  cash_returned: number;
}): number {
  if (row.state === 'handed_over' || row.state === 'uncollected') return row.refunded;
  const endedEarly = row.state === 'refused' || row.state === 'cancelled' || row.state === 'expired';
  if (!endedEarly) return 0;
  return row.payment === 'wallet' ? row.total : row.cash_returned;
}
