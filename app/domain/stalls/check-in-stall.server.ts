import type { Tx } from '~/platform/app-context';
import { insertJsonRows } from '~/platform/json-rows.server';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { tellStall } from './internal/tell-stall.server';
import { MOST_COOKED_AT_ONCE, type StallKey, slotCapacity, slotStartsBetween } from './stalls';

export type CheckInRefusal =
  | { code: 'stall_unknown' }
  | { code: 'festival_day_unknown' }
  | { code: 'festival_day_over' }
  | { code: 'cooked_at_once_odd'; most: number };

const SLOT = {
  festival_id: 'text',
  participation_id: 'text',
  starts_at: 'integer',
  capacity_seconds: 'integer',
  used_seconds: 'integer',
} as const;

export interface CheckIn {
  participationId: ParticipationId;
  day: string;
  /** Portions cooked at once; left out = as last time. */
  cookedAtOnce?: number;
  now: number;
}

/**
 * Opens a stall for one day: its slots from the festival's hours on the ten-minute grid, each with room for what the
 * stall cooks at once, and its pickup counter. Again on the same day: changes the room of slots, never below what is taken.
 */
export async function checkInStall(tx: Tx, checkIn: CheckIn): Promise<Result<{ slots: number }, CheckInRefusal>> {
  const { participationId, day, now } = checkIn;
  const setup = await tx
    .selectFrom('stall_setup')
    .select(['festival_id', 'cooked_at_once'])
    .where('participation_id', '=', participationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!setup) return refuse({ code: 'stall_unknown' });
  const cookedAtOnce = checkIn.cookedAtOnce ?? setup.cooked_at_once;
  if (!Number.isSafeInteger(cookedAtOnce) || cookedAtOnce < 1 || cookedAtOnce > MOST_COOKED_AT_ONCE) {
    return refuse({ code: 'cooked_at_once_odd', most: MOST_COOKED_AT_ONCE });
  }
  const festivalId = setup.festival_id;
  const hours = await tx
    .selectFrom('festival_day')
    .select(['opens_at', 'closes_at'])
    .where('festival_id', '=', festivalId)
    .where('day', '=', day)
    .executeTakeFirst();
  if (!hours) return refuse({ code: 'festival_day_unknown' });
  if (hours.closes_at <= now) return refuse({ code: 'festival_day_over' });
  // A stall that has closed its day has its slip; a page left open must not say that it is open again.
  const before = await readDay(tx, checkIn, festivalId);
  if (before && before.closed_at !== null) return refuse({ code: 'festival_day_over' });
  if (!before) await forgetHeartbeat(tx, { festivalId, participationId });
  await tx
    .updateTable('stall_setup')
    .set({ cooked_at_once: cookedAtOnce })
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .execute();
  await openDay(tx, { festivalId, participationId, day, ...hours, checked_in_at: now });
  const starts = slotStartsBetween(hours.opens_at, hours.closes_at);
  const capacity = slotCapacity(cookedAtOnce);
  const slots = starts.map((startsAt) => ({
    festival_id: festivalId,
    participation_id: participationId,
    starts_at: startsAt,
    capacity_seconds: capacity,
    used_seconds: 0,
  }));
  await insertJsonRows(tx, 'stall_slot', SLOT, slots, { skipExisting: true });
  await tx
    .updateTable('stall_slot')
    .set(({ eb }) => ({
      capacity_seconds: eb.case().when('used_seconds', '>', capacity).then(eb.ref('used_seconds')).else(capacity).end(),
    }))
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('starts_at', '>=', hours.opens_at)
    .where('starts_at', '<', hours.closes_at)
    .execute();
  await tellStall(tx, { festivalId, participationId }, now);
  return accept({ slots: starts.length });
}

async function readDay(tx: Tx, { participationId, day }: CheckIn, festivalId: FestivalId) {
  return tx
    .selectFrom('stall_day')
    .select('closed_at')
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .where('day', '=', day)
    .executeTakeFirst();
}

/** Yesterday's phone may stay at home: a stall can fall silent once the script of its board has run today. */
async function forgetHeartbeat(tx: Tx, { festivalId, participationId }: StallKey): Promise<void> {
  await tx
    .deleteFrom('stall_heartbeat')
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .execute();
}

async function openDay(
  tx: Tx,
  {
    festivalId,
    participationId,
    day,
    ...facts
  }: StallKey & {
    day: string;
    opens_at: number;
    closes_at: number;
    checked_in_at: number;
  },
): Promise<void> {
  const key = { festival_id: festivalId, participation_id: participationId, day };
  await tx
    .insertInto('stall_day')
    .values({ ...key, ...facts, paused_at: null, paused_until: null, pause_reason: null, closed_at: null })
    // A day that was postponed by hours keeps its date: its stalls follow when they open again.
    .onConflict((conflict) =>
      conflict
        .columns(['festival_id', 'participation_id', 'day'])
        .doUpdateSet({ opens_at: facts.opens_at, closes_at: facts.closes_at }),
    )
    .execute();
  await tx
    .insertInto('stall_counter')
    .values({ ...key, last_number: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
