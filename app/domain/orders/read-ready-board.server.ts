import type { ReadDb } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';

export interface ReadyStall {
  booth: number;
  name: string;
  /** Pickup numbers that wait, newest first. */
  ready: { number: number; readyAt: number }[];
  /** Pickup numbers being cooked, ascending. */
  cooking: number[];
}

export interface ReadyBoard {
  /** Called last, newest first. */
  newest: { number: number; booth: number; stall: string; readyAt: number }[];
  /** By booth; only those with a number to show. */
  stalls: ReadyStall[];
}

const NEWEST_SHOWN = 6;

/** What the big screen on the square shows of a day: numbers, stalls and booths, nothing of any customer. One statement. */
export async function readReadyBoard(
  db: ReadDb,
  { festivalId, day }: { festivalId: FestivalId; day: string },
): Promise<ReadyBoard> {
  const rows = await db
    .selectFrom('order_ticket as t')
    .innerJoin('stall_setup as s', (join) =>
      join.onRef('s.festival_id', '=', 't.festival_id').onRef('s.participation_id', '=', 't.participation_id'),
    )
    .innerJoin('merchant_profile as m', 'm.id', 's.merchant_id')
    .select(['t.pickup_number as number', 't.ready_at', 's.booth_number as booth', 'm.stall_name as stall'])
    .where('t.festival_id', '=', festivalId)
    .where('t.day', '=', day)
    .where('t.state', 'in', ['accepted', 'ready'])
    .orderBy('s.booth_number')
    .orderBy('t.pickup_number')
    .execute();
  const stalls = new Map<number, ReadyStall>();
  for (const { number, ready_at: readyAt, booth, stall } of rows) {
    const own = stalls.get(booth) ?? { booth, name: stall, ready: [], cooking: [] };
    if (readyAt === null) own.cooking.push(number);
    else own.ready.push({ number, readyAt });
    stalls.set(booth, own);
  }
  const newestFirst = (one: { readyAt: number }, other: { readyAt: number }) => other.readyAt - one.readyAt;
  for (const stall of stalls.values()) stall.ready.sort(newestFirst);
  const newest = [...stalls.values()]
    .flatMap(({ booth, name, ready }) => ready.map((each) => ({ ...each, booth, stall: name })))
    .sort(newestFirst)
    .slice(0, NEWEST_SHOWN);
  return { newest, stalls: [...stalls.values()] };
}
