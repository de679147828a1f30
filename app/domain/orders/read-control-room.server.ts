import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';
import { type OpenIncident, readOpenIncidents } from '../festivals/read-incidents.server';
import { readStallStandings, type StallStandingOfDay } from '../stalls/read-stall-standings.server';
import { SLOT_MILLISECONDS, type StallStanding } from '../stalls/stalls';
import { type Concern, compareUrgency, concernsOf } from './control-room';
import { OPEN_TICKET_STATES } from './orders';

export interface ControlStall {
  participationId: ParticipationId;
  booth: number;
  name: string;
  standing: StallStanding;
  pausedUntil: number | null;
  /** Tickets not handed over yet, unpaid ones included. */
  open: number;
  /** Of those, food that waits to be collected. */
  ready: number;
  queueMinutes: number;
  oldestPlacedAt: number | null;
  soldOut: string[];
  /** Handed over or left behind today, less what was given back. Whole rupiah. */
  sales: Rupiah;
  concerns: Concern[];
}

export interface ControlRoom {
  /** What needs somebody first. */
  stalls: ControlStall[];
  incidents: OpenIncident[];
  totals: { stalls: number; working: number; open: number; ready: number; sales: Rupiah };
}

interface TicketSums {
  participation_id: ParticipationId;
  open_count: number;
  ready_count: number;
  waiting_seconds: number;
  oldest_placed_at: number | null;
  sales: number;
}

/** A whole festival's day on one page: four statements, whatever the number of stalls and orders. */
export async function readControlRoom(
  db: ReadDb,
  question: { festivalId: FestivalId; day: { day: string; opensAt: number; closesAt: number }; now: number },
): Promise<ControlRoom> {
  const { festivalId, day, now } = question;
  const standings = await readStallStandings(db, { festivalId, day: day.day, now });
  const sums = await readTicketSums(db, { festivalId, day: day.day, now });
  const incidents = await readOpenIncidents(db, festivalId);
  const isOpen = now >= day.opensAt && now < day.closesAt;
  const stalls = standings.map((stall) => {
    const of = sums.get(stall.participationId);
    // The worst comes first.
    const incident = incidents.find(({ participationId }) => participationId === stall.participationId);
    const load = loadOf(stall, of);
    const concerns = concernsOf({ ...load, incident: incident?.severity ?? null }, { now, isOpen });
    return { ...load, concerns };
  });
  const sum = (of: (stall: ControlStall) => number) => stalls.reduce((total, stall) => total + of(stall), 0);
  return {
    stalls: stalls.sort(compareUrgency),
    incidents,
    totals: {
      stalls: stalls.length,
      working: stalls.filter(({ standing }) => standing === 'open' || standing === 'silent').length,
      open: sum(({ open }) => open),
      ready: sum(({ ready }) => ready),
      sales: toRupiah(sum(({ sales }) => sales)),
    },
  };
}

function loadOf(stall: StallStandingOfDay, sums: TicketSums | undefined): Omit<ControlStall, 'concerns'> {
  const { participationId, booth, name, standing, pausedUntil, soldOut, cookedAtOnce } = stall;
  return {
    participationId,
    booth,
    name,
    standing,
    pausedUntil,
    soldOut,
    open: Number(sums?.open_count ?? 0),
    ready: Number(sums?.ready_count ?? 0),
    // So many portions are on the fire at once.
    queueMinutes: Math.ceil(Number(sums?.waiting_seconds ?? 0) / 60 / cookedAtOnce),
    oldestPlacedAt: sums?.oldest_placed_at ?? null,
    sales: toRupiah(Number(sums?.sales ?? 0)),
  };
}

/** Sums a stall. Only what is due now waits: food for a later slot is not in the queue yet. */
async function readTicketSums(
  db: ReadDb,
  { festivalId, day, now }: { festivalId: FestivalId; day: string; now: number },
): Promise<Map<ParticipationId, TicketSums>> {
  const { rows } = await sql<TicketSums>`
    select participation_id,
      count(case when state in (${sql.join(OPEN_TICKET_STATES)}) then 1 end) as open_count,
      count(case when state = 'ready' then 1 end) as ready_count,
      cast(coalesce(sum(case when state in ('placed', 'accepted') and slot_starts_at <= ${now + SLOT_MILLISECONDS}
        then make_seconds end), 0) as bigint) as waiting_seconds,
      min(case when state = 'placed' then placed_at end) as oldest_placed_at,
      cast(coalesce(sum(case when state in ('handed_over', 'uncollected') then total - refunded end), 0) as bigint) as sales
    from order_ticket
    where festival_id = ${festivalId} and day = ${day}
    group by participation_id`.execute(db);
  return new Map(rows.map((row) => [row.participation_id, row]));
}
