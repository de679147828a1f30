import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { jsonRows, lockOf } from '~/platform/json-rows.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { FestivalId, ParticipationId } from '~/shared/ids';

export interface StockOfDay {
  festivalId: FestivalId;
  listing: number;
  day: string;
}

export interface StallOfDay {
  festivalId: FestivalId;
  participationId: ParticipationId;
  day: string;
}

export interface SlotOfStall {
  festivalId: FestivalId;
  participationId: ParticipationId;
  startsAt: number;
}

export interface SlotRange {
  festivalId: FestivalId;
  participationId: ParticipationId;
  from: number;
  until: number;
}

const STOCK = { festival_id: 'text', listing_number: 'integer', day: 'text' } as const;
const RANGE = { festival_id: 'text', participation_id: 'text', from_at: 'integer', until_at: 'integer' } as const;
const STALL = { festival_id: 'text', participation_id: 'text', day: 'text' } as const;

/** Stock rows of these dishes, by key. A dish without a row is unlimited. */
export async function lockStock(tx: Tx | ReadDb, wanted: readonly StockOfDay[], fences: Fences = ALL_FENCES) {
  if (wanted.length === 0) return [];
  const keys = wanted.map((key) => ({ festival_id: key.festivalId, listing_number: key.listing, day: key.day }));
  const { rows } = await sql<{
    festival_id: FestivalId;
    listing_number: number;
    day: string;
    portions_left: number | null;
    sold_out_at: number | null;
  }>`
    select s.festival_id, s.listing_number, s.day, s.portions_left, s.sold_out_at
    from ${jsonRows(tx, STOCK, keys)} as given
    join stall_stock as s
      on s.festival_id = given.festival_id and s.listing_number = given.listing_number and s.day = given.day
    order by s.festival_id, s.listing_number, s.day ${fences.lock ? lockOf(tx, 's') : sql``}`.execute(tx);
  return rows;
}

/** Slots of these stalls that start in a range (both ends included), by key. Ranges of one stall must not overlap. */
export async function lockSlots(tx: Tx | ReadDb, ranges: readonly SlotRange[], fences: Fences = ALL_FENCES) {
  if (ranges.length === 0) return [];
  const keys = ranges.map((range) => ({
    festival_id: range.festivalId,
    participation_id: range.participationId,
    from_at: range.from,
    until_at: range.until,
  }));
  const { rows } = await sql<{
    festival_id: FestivalId;
    participation_id: ParticipationId;
    starts_at: number;
    capacity_seconds: number;
    used_seconds: number;
  }>`
    select s.festival_id, s.participation_id, s.starts_at, s.capacity_seconds, s.used_seconds
    from ${jsonRows(tx, RANGE, keys)} as given
    join stall_slot as s
      on s.festival_id = given.festival_id and s.participation_id = given.participation_id
      and s.starts_at between given.from_at and given.until_at
    order by s.festival_id, s.participation_id, s.starts_at ${fences.lock ? lockOf(tx, 's') : sql``}`.execute(tx);
  return rows;
}

/** Pickup counters of these stalls on their days, by key. */
export async function lockCounters(tx: Tx | ReadDb, stalls: readonly StallOfDay[], fences: Fences = ALL_FENCES) {
  if (stalls.length === 0) return [];
  const { rows } = await sql<{
    festival_id: FestivalId;
    participation_id: ParticipationId;
    day: string;
    last_number: number;
  }>`
    select c.festival_id, c.participation_id, c.day, c.last_number
    from ${jsonRows(tx, STALL, stallKeys(stalls))} as given
    join stall_counter as c
      on c.festival_id = given.festival_id and c.participation_id = given.participation_id and c.day = given.day
    order by c.festival_id, c.participation_id, c.day ${fences.lock ? lockOf(tx, 'c') : sql``}`.execute(tx);
  return rows;
}

function stallKeys(stalls: readonly StallOfDay[]) {
  return stalls.map((stall) => ({
    festival_id: stall.festivalId,
    participation_id: stall.participationId,
    day: stall.day,
  }));
}
