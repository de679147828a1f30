import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, ParticipationId, TicketId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';
import type { StallWithDishes } from '../stalls/read-stall-page.server';
import { readStallOfBoard } from '../stalls/read-stall-page.server';
import { readLines, type TicketLine } from './internal/read-lines.server';
import { OPEN_TICKET_STATES, type OrderSource, type PaymentWay, type TicketState } from './orders';
import { readTapDifferences, type TapDifference } from './read-tap-differences.server';

export interface BoardTicket {
  id: TicketId;
  shortCode: string;
  pickupNumber: number;
  state: TicketState;
  payment: PaymentWay;
  source: OrderSource;
  slotStartsAt: number;
  total: Rupiah;
  makeSeconds: number;
  placedAt: number;
  expiresAt: number | null;
  promisedAt: number | null;
  readyAt: number | null;
  endedAt: number | null;
  /** Asked and not answered: the customer decides. */
  asks: 'yes' | 'no';
  /** The paper number of a sale made without network, and when that was. */
  paper: { number: string; soldAt: number | null } | null;
  lines: TicketLine[];
}

export interface BoardSlot {
  startsAt: number;
  capacitySeconds: number;
  usedSeconds: number;
}

export interface Board {
  stall: StallWithDishes;
  festivalName: string;
  festivalSlug: string;
  zone: string;
  day: string;
  /** Open tickets, the earliest slot first. */
  tickets: BoardTicket[];
  /** The last that ended, newest first. */
  ended: BoardTicket[];
  /** The running slot and those to come. */
  slots: BoardSlot[];
  /** Taps that could not be done and that nobody has read yet. */
  differences: TapDifference[];
}

const ENDED_SHOWN = 12;
const SLOTS_SHOWN = 6;

/** A stall's whole day on one screen. Null where there is no such stall. Rights are the caller's to check first. */
export async function readBoard(
  db: ReadDb | Tx,
  { participationId, day, now }: { participationId: ParticipationId; day?: string; now: number },
): Promise<Board | null> {
  const festival = await db
    .selectFrom('stall_setup')
    .innerJoin('festival_edition', 'festival_edition.id', 'stall_setup.festival_id')
    .select(['stall_setup.festival_id', 'festival_edition.name', 'festival_edition.slug', 'festival_edition.zone'])
    .where('participation_id', '=', participationId)
    .executeTakeFirst();
  if (!festival) return null;
  const festivalId = festival.festival_id;
  const today = day ?? (await readBoardDay(db, { festivalId, now }));
  const stall = await readStallOfBoard(db, { festivalId, participationId, day: today, now });
  if (!stall) return null;
  const open = await readTickets(db, { festivalId, participationId, day: today, part: 'open' });
  const ended = await readTickets(db, { festivalId, participationId, day: today, part: 'ended' });
  const differences = await readTapDifferences(db, { festivalId, participationId });
  return {
    stall,
    festivalName: festival.name,
    festivalSlug: festival.slug,
    zone: festival.zone,
    day: today,
    tickets: open.sort((one, other) => one.slotStartsAt - other.slotStartsAt || one.pickupNumber - other.pickupNumber),
    ended,
    slots: await readSlots(db, { participationId, festivalId, now }),
    differences,
  };
}

/** The day a board is about: today where it is a day of the festival, else the next one, else the last. */
export async function readBoardDay(
  db: ReadDb | Tx,
  { festivalId, now }: { festivalId: FestivalId; now: number },
): Promise<string> {
  const days = await db
    .selectFrom('festival_day')
    .select(['day', 'closes_at', 'closed_at'])
    .where('festival_id', '=', festivalId)
    .orderBy('day')
    .execute();
  // A day stays on the board until its accounts are closed, half an hour after the last customer.
  const current = days.find((row) => row.closed_at === null && row.closes_at + 60 * 60_000 > now);
  return (current ?? days.at(-1))?.day ?? '';
}

async function readTickets(
  db: ReadDb | Tx,
  {
    festivalId,
    participationId,
    day,
    part,
  }: { festivalId: FestivalId; participationId: ParticipationId; day: string; part: 'open' | 'ended' },
): Promise<BoardTicket[]> {
  const rows = await db
    .selectFrom('order_ticket')
    .innerJoin('order_header', (join) =>
      join
        .onRef('order_header.festival_id', '=', 'order_ticket.festival_id')
        .onRef('order_header.id', '=', 'order_ticket.order_id'),
    )
    .leftJoin('order_paper', (join) =>
      join
        .onRef('order_paper.festival_id', '=', 'order_ticket.festival_id')
        .onRef('order_paper.ticket_id', '=', 'order_ticket.id'),
    )
    .selectAll('order_ticket')
    .select(['order_header.short_code', 'order_header.source', 'order_paper.number as paper', 'order_paper.sold_at'])
    .where('order_ticket.festival_id', '=', festivalId)
    .where('order_ticket.participation_id', '=', participationId)
    .where('order_ticket.day', '=', day)
    .where('order_ticket.state', part === 'open' ? 'in' : 'not in', OPEN_TICKET_STATES)
    .$if(part === 'ended', (query) => query.orderBy('order_ticket.ended_at', 'desc').limit(ENDED_SHOWN))
    .execute();
  const lines = await readLines(
    db,
    festivalId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    shortCode: row.short_code,
    pickupNumber: row.pickup_number,
    state: row.state as TicketState,
    payment: row.payment as PaymentWay,
    source: row.source as OrderSource,
    slotStartsAt: row.slot_starts_at,
    total: toRupiah(row.total),
    makeSeconds: row.make_seconds,
    placedAt: row.placed_at,
    expiresAt: row.expires_at,
    promisedAt: row.promised_at,
    readyAt: row.ready_at,
    endedAt: row.ended_at,
    asks: row.asked_at !== null && row.asked_answer === null ? 'yes' : 'no',
    paper: row.paper === null ? null : { number: row.paper, soldAt: row.sold_at },
    lines: lines.get(row.id) ?? [],
  }));
}

async function readSlots(
  db: ReadDb | Tx,
  { festivalId, participationId, now }: { festivalId: FestivalId; participationId: ParticipationId; now: number },
): Promise<BoardSlot[]> {
  const rows = await db
    .selectFrom('stall_slot')
    .select(['starts_at', 'capacity_seconds', 'used_seconds'])
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('starts_at', '>', now - 600_000)
    .orderBy('starts_at')
    .limit(SLOTS_SHOWN)
    .execute();
  return rows.map((row) => ({
    startsAt: row.starts_at,
    capacitySeconds: row.capacity_seconds,
    usedSeconds: row.used_seconds,
  }));
}
