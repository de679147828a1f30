import { checkInStall } from '~/domain/stalls/check-in-stall.server';
import { prepareStall } from '~/domain/stalls/prepare-stall.server';
import { setStock } from '~/domain/stalls/set-stock.server';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import type { World } from '../setup/engines';
import { type ApplicantWishes, type MadeStall, makeRunningFestival, type RunningFestival } from './festivals';
import { accepted } from './merchants';

export interface OpenStall extends MadeStall {
  festivalId: FestivalId;
  day: string;
  /** Listing numbers in the order of the dishes wished for. */
  listings: number[];
}

export interface OpenStallWishes extends ApplicantWishes {
  cookedAtOnce?: number;
  /** Portions left of every dish; left out = unlimited. */
  portions?: number;
}

export interface OpenFestival extends Omit<RunningFestival, 'stalls'> {
  stalls: OpenStall[];
}

/** A festival that runs today with every stall prepared and checked in. */
export async function makeOpenFestival(world: World, wishes: readonly OpenStallWishes[] = [{}]): Promise<OpenFestival> {
  const festival = await makeRunningFestival(world, { stalls: [...wishes] });
  const stalls: OpenStall[] = [];
  for (const [index, stall] of festival.stalls.entries()) {
    stalls.push(await openStall(world, festival, stall, wishes[index] ?? {}));
  }
  return { ...festival, stalls };
}

async function openStall(
  world: World,
  { festivalId, day }: RunningFestival,
  stall: MadeStall,
  { cookedAtOnce = 4, portions }: OpenStallWishes,
): Promise<OpenStall> {
  const { participationId } = stall;
  const now = world.clock.now();
  await world.inTransaction(async (tx) => {
    accepted(await prepareStall(tx, { participationId, now }));
    accepted(await checkInStall(tx, { participationId, day, cookedAtOnce, now }));
  });
  const listings = await listingsOf(world, participationId);
  if (portions !== undefined) {
    await world.inTransaction(async (tx) => {
      for (const listing of listings)
        accepted(await setStock(tx, { festivalId, participationId, listing, day, portions, now }));
    });
  }
  return { ...stall, festivalId, day, listings };
}

async function listingsOf(world: World, participationId: ParticipationId): Promise<number[]> {
  const rows = await world.db
    .selectFrom('stall_listing')
    .select('number')
    .where('participation_id', '=', participationId)
    .orderBy('number')
    .execute();
  return rows.map((row) => row.number);
}

/** Today's stock row of a dish; null = unlimited. */
export async function readStockRow(world: World, stall: OpenStall, listing = stall.listings[0] ?? 0) {
  const row = await world.db
    .selectFrom('stall_stock')
    .select(['portions_left', 'portions_start', 'sold_out_at'])
    .where('festival_id', '=', stall.festivalId)
    .where('listing_number', '=', listing)
    .where('day', '=', stall.day)
    .executeTakeFirst();
  return row ?? null;
}

/** A stall's slots of the day, earliest first. */
export async function readSlotRows(world: World, stall: OpenStall) {
  return world.db
    .selectFrom('stall_slot')
    .select(['starts_at', 'capacity_seconds', 'used_seconds'])
    .where('participation_id', '=', stall.participationId)
    .orderBy('starts_at')
    .execute();
}
