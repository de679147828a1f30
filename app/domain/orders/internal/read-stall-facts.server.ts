import { sql } from 'kysely';
import { shownMerchant } from '~/domain/merchants/shown-merchant.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { FestivalId, MerchantId, ParticipationId } from '~/shared/ids';
import type { lockCounters, StallOfDay } from '../../stalls/lock-day-rows.server';
import { slotCapacity } from '../../stalls/stalls';
import { dayKey, type StallFacts } from './order-snapshot';

interface StallRow {
  festival_id: FestivalId;
  participation_id: ParticipationId;
  day: string;
  merchant_id: MerchantId;
  stall_name: string;
  booth_number: number;
  cooked_at_once: number;
  checked_in_at: number | null;
  opens_at: number | null;
  closes_at: number | null;
  paused_until: number | null;
  closed_at: number | null;
  silent_at: number | null;
  shown: 'yes' | 'no';
}

const STALL = { festival_id: 'text', participation_id: 'text', day: 'text' } as const;

/** How each stall stands on its day, by day and stall; read after its counter is locked, so that a closed day is seen. */
export async function readStallFacts(
  tx: Tx | ReadDb,
  stalls: readonly StallOfDay[],
  counters: Awaited<ReturnType<typeof lockCounters>>,
): Promise<Map<string, Map<ParticipationId, StallFacts>>> {
  const keys = stalls.map(({ festivalId, participationId, day }) => ({
    festival_id: festivalId,
    participation_id: participationId,
    day,
  }));
  const { rows } = await sql<StallRow>`
    select s.festival_id, s.participation_id, given.day, s.merchant_id, m.stall_name, s.booth_number, s.cooked_at_once,
      d.checked_in_at, d.opens_at, d.closes_at, d.paused_until, d.closed_at, h.silent_at,
      case when ${shownMerchant('m')} then 'yes' else 'no' end as shown
    from ${jsonRows(tx, STALL, keys)} as given
    join stall_setup as s on s.festival_id = given.festival_id and s.participation_id = given.participation_id
    join merchant_profile as m on m.id = s.merchant_id
    left join stall_day as d
      on d.festival_id = given.festival_id and d.participation_id = given.participation_id and d.day = given.day
    left join stall_heartbeat as h on h.festival_id = s.festival_id and h.participation_id = s.participation_id
    where s.ended_at is null`.execute(tx);
  const numbers = new Map(counters.map((row) => [`${row.day}/${row.participation_id}`, row.last_number]));
  const facts = new Map<string, Map<ParticipationId, StallFacts>>();
  for (const row of rows) {
    const key = dayKey(row.festival_id, row.day);
    const ofDay = facts.get(key) ?? new Map<ParticipationId, StallFacts>();
    facts.set(
      key,
      ofDay.set(row.participation_id, toFacts(row, numbers.get(`${row.day}/${row.participation_id}`) ?? 0)),
    );
  }
  return facts;
}

function toFacts(row: StallRow, lastPickupNumber: number): StallFacts {
  return {
    participationId: row.participation_id,
    merchantId: row.merchant_id,
    name: row.stall_name,
    booth: row.booth_number,
    slotCapacity: slotCapacity(row.cooked_at_once),
    checkedIn: row.checked_in_at === null ? 'no' : 'yes',
    opensAt: row.opens_at ?? 0,
    closesAt: row.closes_at ?? 0,
    pausedUntil: row.paused_until,
    closedAt: row.closed_at,
    silentAt: row.silent_at,
    shown: row.shown,
    lastPickupNumber,
  };
}
