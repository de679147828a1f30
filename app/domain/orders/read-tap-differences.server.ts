import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';
import type { CounterLine } from './board-form';
import type { TicketState } from './orders';
import type { TapActName } from './taps';

/** What was tapped on a board and could not be done, with what was found instead. Taps of one ticket are one difference. */
export interface TapDifference {
  /** In the order of tapping; the last is what the cashier thinks is so. */
  acts: TapActName[];
  tappedAt: number;
  receivedAt: number;
  /** Pickup number of the ticket it was about. */
  number: number | null;
  found: { state: TicketState; since: number | null } | null;
  /** Cash that she says she took and that is not recorded. */
  cash: Rupiah | null;
  /** The dish that was marked, or those of a counter sale. */
  dishes: { name: string; quantity: number | null }[];
  paper: string | null;
  /** Why: `ticket_moved`, `ticket_expired`, `tap_too_old`, `sold_out` … */
  code: string;
}

/** The rest comes once these are read. */
const SHOWN_MAX = 60;

interface Stall {
  festivalId: FestivalId;
  participationId: ParticipationId;
}

/** Taps of a stall that could not be done and that nobody has read yet, oldest first. */
export async function readTapDifferences(db: ReadDb | Tx, stall: Stall): Promise<TapDifference[]> {
  const rows = await readRows(db, stall);
  if (rows.length === 0) return [];
  const names = await readDishNames(db, stall.festivalId, rows);
  const differences = new Map<string, TapDifference>();
  for (const row of rows) {
    const key = row.ticket_id ?? row.tap_id;
    const before = differences.get(key);
    differences.set(key, {
      acts: [...(before?.acts ?? []), row.act as TapActName],
      tappedAt: row.tapped_at,
      receivedAt: Math.max(row.received_at, before?.receivedAt ?? 0),
      number: row.pickup_number,
      found: row.state_found ? { state: row.state_found as TicketState, since: row.found_at } : null,
      cash: cashOf(row) ?? before?.cash ?? null,
      dishes: dishesOf(row).map(({ listing, quantity }) => ({ name: names.get(listing) ?? '', quantity })),
      paper: detailOf(row).paper ?? null,
      code: (JSON.parse(row.refusal ?? '{}') as { code?: string }).code ?? '',
    });
  }
  return [...differences.values()];
}

async function readRows(db: ReadDb | Tx, { festivalId, participationId }: Stall) {
  return db
    .selectFrom('order_late_tap')
    .leftJoin('order_ticket', (join) =>
      join
        .onRef('order_ticket.festival_id', '=', 'order_late_tap.festival_id')
        .onRef('order_ticket.id', '=', 'order_late_tap.ticket_id'),
    )
    .selectAll('order_late_tap')
    .select(['order_ticket.pickup_number', 'order_ticket.total'])
    .where('order_late_tap.festival_id', '=', festivalId)
    .where('order_late_tap.participation_id', '=', participationId)
    .where('order_late_tap.outcome', '=', 'differs')
    .where('order_late_tap.seen_at', 'is', null)
    .orderBy('order_late_tap.tapped_at')
    .orderBy('order_late_tap.received_at')
    .limit(SHOWN_MAX)
    .execute();
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function detailOf(row: Row): { listing?: number; lines?: CounterLine[]; paper?: string | null } {
  return JSON.parse(row.detail) as ReturnType<typeof detailOf>;
}

function dishesOf(row: Row): { listing: number; quantity: number | null }[] {
  const { listing, lines = [] } = detailOf(row);
  if (listing !== undefined) return [{ listing, quantity: null }];
  return lines.map((line) => ({ listing: line.listing, quantity: line.quantity }));
}

function cashOf(row: Row): Rupiah | null {
  if (row.act === 'take_cash') return row.total === null ? null : toRupiah(row.total);
  if (row.act !== 'counter_sale') return null;
  const { lines = [] } = detailOf(row);
  const total = lines.reduce((sum, line) => sum + (line.price ?? 0) * line.quantity, 0);
  return total > 0 ? toRupiah(total) : null;
}

async function readDishNames(db: ReadDb | Tx, festivalId: FestivalId, rows: readonly Row[]) {
  const listings = [...new Set(rows.flatMap(dishesOf).map(({ listing }) => listing))];
  if (listings.length === 0) return new Map<number, string>();
  const found = await db
    .selectFrom('stall_listing')
    .innerJoin('menu_dish', 'menu_dish.id', 'stall_listing.dish_id')
    .select(['stall_listing.number', 'menu_dish.name'])
    .where('stall_listing.festival_id', '=', festivalId)
    .where('stall_listing.number', 'in', listings)
    .execute();
  return new Map(found.map(({ number, name }) => [number, name]));
}
