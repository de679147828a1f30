import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { FestivalId, ParticipationId } from '~/shared/ids';

export interface SlotNeed {
  participationId: ParticipationId;
  /** Make-seconds of the whole part at this stall. */
  seconds: number;
}

export interface FreeSlots {
  /** Earliest start at which every stall has room; null where there is none. */
  common: number | null;
  /** Further starts with room at every stall, earliest first, the earliest included; at most twelve. */
  commonStarts: number[];
  /** Earliest start of each stall by itself; null = none left today. */
  each: { participationId: ParticipationId; startsAt: number | null; starts: number[] }[];
}

const STARTS_MAX = 12;

/** Slots with room for these needs that start after `from`, without locking anything: what a basket may offer. One statement. */
export async function readFreeSlots(
  db: ReadDb | Tx,
  { festivalId, needs, from }: { festivalId: FestivalId; needs: readonly SlotNeed[]; from: number },
): Promise<FreeSlots> {
  if (needs.length === 0) return { common: null, commonStarts: [], each: [] };
  const columns = { participation_id: 'text', seconds: 'integer' } as const;
  const wanted = needs.map(({ participationId, seconds }) => ({ participation_id: participationId, seconds }));
  const { rows } = await sql<{ participation_id: ParticipationId; starts_at: number }>`
    select s.participation_id, s.starts_at
    from ${jsonRows(db, columns, wanted)} as given
    join stall_slot as s on s.festival_id = ${festivalId} and s.participation_id = given.participation_id
      and s.starts_at > ${from} and s.capacity_seconds - s.used_seconds >= given.seconds
    join stall_day as d on d.festival_id = s.festival_id and d.participation_id = s.participation_id
      and s.starts_at >= d.opens_at and s.starts_at < d.closes_at and d.closed_at is null
    order by s.participation_id, s.starts_at`.execute(db);
  const startsOf = (id: ParticipationId) =>
    rows.filter((row) => row.participation_id === id).map((row) => row.starts_at);
  const all = needs.map(({ participationId }) => startsOf(participationId));
  const commonStarts = (all[0] ?? []).filter((at) => all.every((starts) => starts.includes(at))).slice(0, STARTS_MAX);
  return {
    common: commonStarts[0] ?? null,
    commonStarts,
    each: needs.map(({ participationId }, index) => ({
      participationId,
      startsAt: all[index]?.[0] ?? null,
      starts: (all[index] ?? []).slice(0, STARTS_MAX),
    })),
  };
}

/** One slot for all stalls where there is one, else a time per stall; stalls without room are left out. */
export function slotsToOffer({ common, each }: FreeSlots): { participationId: ParticipationId; startsAt: number }[] {
  return each.flatMap(({ participationId, startsAt }) => {
    const at = common ?? startsAt;
    return at === null ? [] : [{ participationId, startsAt: at }];
  });
}
