import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';
import { countStalls, readStalls, type StallOnDay, type StallQuestion } from './internal/read-stalls.server';
import { STALLS_A_PAGE, STALLS_COUNTED_MAX } from './stalls';

/** A stall among others: what it sells, in few words. */
export interface StallCard extends StallOnDay {
  dishCount: number;
  cheapest: Rupiah | null;
  dearest: Rupiah | null;
  /** yes = every dish is certified. */
  halal: 'yes' | 'no';
  /** Names of its first dishes. */
  taste: string[];
}

export interface StallCardPage {
  stalls: StallCard[];
  /** Stalls on all pages; at most STALLS_COUNTED_MAX. */
  total: number;
  /** yes = there are more than are counted. */
  more: 'yes' | 'no';
}

export interface StallCardQuestion {
  festivalId: FestivalId;
  day: string;
  /** From 1. */
  page: number;
  /** Only stalls that sell this kind of thing. */
  category?: string | undefined;
  now: number;
}

const TASTES = 2;

/**
 * One page of a festival's stalls: those that take orders now come first, by booth within each half. What it costs
 * depends on the page, not on the festival, as long as most stalls are open: three or four statements.
 */
export async function readStallCards(db: ReadDb, { page, ...question }: StallCardQuestion): Promise<StallCardPage> {
  const [cards, counted] = await Promise.all([
    readPage(db, question, (Math.max(1, page) - 1) * STALLS_A_PAGE).then((stalls) => readCards(db, question, stalls)),
    countStalls(db, question, STALLS_COUNTED_MAX + 1),
  ]);
  const more = counted > STALLS_COUNTED_MAX ? 'yes' : 'no';
  return { stalls: cards, total: Math.min(counted, STALLS_COUNTED_MAX), more };
}

async function readPage(db: ReadDb, question: StallQuestion, offset: number): Promise<StallOnDay[]> {
  const open = await readStalls(db, { ...question, open: 'only', slice: { limit: STALLS_A_PAGE, offset } });
  const room = STALLS_A_PAGE - open.length;
  if (room === 0) return open;
  // Only here, where the open ones end, does anybody need to know how many they are.
  const openCount = open.length > 0 ? offset + open.length : await countStalls(db, { ...question, open: 'only' });
  const slice = { limit: room, offset: Math.max(0, offset - openCount) };
  return [...open, ...(await readStalls(db, { ...question, open: 'others', slice }))];
}

interface CardRow {
  participation_id: ParticipationId;
  festival_price: number;
  name: string;
  halal: string;
}

async function readCards(
  db: ReadDb,
  { festivalId }: Pick<StallCardQuestion, 'festivalId'>,
  stalls: readonly StallOnDay[],
): Promise<StallCard[]> {
  if (stalls.length === 0) return [];
  const ids = stalls.map(({ participationId }) => participationId);
  const { rows } = await sql<CardRow>`
    select l.participation_id, l.festival_price, d.name, d.halal
    from stall_listing as l join menu_dish as d on d.id = l.dish_id
    where l.festival_id = ${festivalId} and l.participation_id in (${sql.join(ids)}) and l.withdrawn_at is null
    order by d.position, l.number`.execute(db);
  const byStall = new Map<ParticipationId, CardRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) byStall.get(row.participation_id)?.push(row);
  return stalls.map((stall) => cardOf(stall, byStall.get(stall.participationId) ?? []));
}

function cardOf(stall: StallOnDay, dishes: readonly CardRow[]): StallCard {
  const prices = dishes.map((dish) => toRupiah(dish.festival_price));
  return {
    ...stall,
    dishCount: dishes.length,
    cheapest: prices.length > 0 ? toRupiah(Math.min(...prices)) : null,
    dearest: prices.length > 0 ? toRupiah(Math.max(...prices)) : null,
    halal: dishes.length > 0 && dishes.every(({ halal }) => halal === 'certified') ? 'yes' : 'no',
    taste: dishes.slice(0, TASTES).map(({ name }) => name),
  };
}
