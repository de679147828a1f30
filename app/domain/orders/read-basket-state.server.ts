import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';
import { type FreeSlots, readFreeSlots } from '../stalls/read-free-slots.server';
import { type BasketDish, readListedDishes } from '../stalls/read-listed-dishes.server';
import { DEFAULT_MAKE_SECONDS, slotCapacity } from '../stalls/stalls';
import { MOST_OF_ONE_LINE, type RequestedLine } from './orders';

/** Something about a line that has to be answered before it can be ordered. */
export type BasketTrouble =
  | { kind: 'price'; now: number }
  | { kind: 'sold_out' }
  | { kind: 'few_left'; left: number }
  | { kind: 'options_changed' };

export interface BasketStateLine extends RequestedLine {
  dish: BasketDish;
  optionNames: string[];
  /** Most portions that can be had now. */
  most: number;
  trouble: BasketTrouble | null;
}

interface BasketStateStall {
  participationId: ParticipationId;
  stall: BasketDish['stall'];
  lines: BasketStateLine[];
  /** At the prices held, whole rupiah. */
  total: number;
  makeSeconds: number;
}

/** When it can be collected: one slot for all, a slot a stall, or a stall in the way. */
export type BasketPickup =
  | { kind: 'together'; startsAt: number; starts: number[] }
  | { kind: 'split'; slots: { participationId: ParticipationId; startsAt: number }[] }
  | { kind: 'none'; participationId: ParticipationId }
  | { kind: 'too_large'; participationId: ParticipationId; capacitySeconds: number };

export interface BasketState {
  stalls: BasketStateStall[];
  /** Lines whose dish is no longer on sale. */
  gone: RequestedLine[];
  total: number;
  pickup: BasketPickup | null;
  /** Nothing has to be answered first; placing still checks everything again under lock. */
  payable: 'yes' | 'no';
}

/** A basket as it stands now, without locking anything: what the customer must know before paying. */
export async function readBasketState(
  db: ReadDb,
  {
    festivalId,
    day,
    lines,
    now,
  }: { festivalId: FestivalId; day: string; lines: readonly RequestedLine[]; now: number },
): Promise<BasketState> {
  const dishes = await readListedDishes(db, { festivalId, numbers: lines.map((line) => line.listing), day, now });
  const known = new Map(dishes.map((dish) => [dish.number, dish]));
  const gone = lines.filter((line) => !known.has(line.listing));
  const stalls = groupByStall(
    lines.flatMap((line) => {
      const dish = known.get(line.listing);
      return dish ? [stateOf(line, dish, lines, now)] : [];
    }),
  );
  const pickup = stalls.length > 0 ? await readPickup(db, { festivalId, stalls, now }) : null;
  const answered = stalls.every(
    ({ stall, lines: own }) => stall.standing === 'open' && own.every((line) => !line.trouble),
  );
  const collectable = pickup?.kind === 'together' || pickup?.kind === 'split';
  return {
    stalls,
    gone,
    total: stalls.reduce((sum, stall) => sum + stall.total, 0),
    pickup,
    payable: gone.length === 0 && answered && collectable ? 'yes' : 'no',
  };
}

/** Price of one now, options included, whole rupiah; null where the chosen options do not fit the dish any more. */
export function priceOfDish(dish: BasketDish, options: readonly number[]): number | null {
  const all = dish.dish.groups.flatMap((group) => group.options);
  const chosen = all.filter((option) => options.includes(option.number));
  const fits =
    chosen.length === options.length &&
    dish.dish.groups.every((group) => {
      const count = group.options.filter((option) => options.includes(option.number)).length;
      return count >= group.min && count <= group.max;
    });
  return fits ? chosen.reduce<number>((sum, option) => sum + option.price, dish.festivalPrice) : null;
}

function stateOf(line: RequestedLine, dish: BasketDish, all: readonly RequestedLine[], now: number): BasketStateLine {
  const names = dish.dish.groups
    .flatMap((group) => group.options)
    .filter((option) => line.options.includes(option.number));
  const elsewhere = all
    .filter((other) => other !== line && other.listing === line.listing)
    .reduce((sum, other) => sum + other.quantity, 0);
  const most = Math.min(
    MOST_OF_ONE_LINE,
    dish.portionsLeft === null ? MOST_OF_ONE_LINE : Math.max(0, dish.portionsLeft - elsewhere),
  );
  return {
    ...line,
    dish,
    optionNames: names.map((option) => option.name),
    most,
    trouble: troubleOf(line, dish, most, now),
  };
}

function troubleOf(line: RequestedLine, dish: BasketDish, most: number, now: number): BasketTrouble | null {
  if (dish.soldOut === 'yes' || most === 0) return { kind: 'sold_out' };
  const price = priceOfDish(dish, line.options);
  if (price === null || line.options.some((option) => dish.optionsSoldOut.includes(option)))
    return { kind: 'options_changed' };
  if (line.quantity > most) return { kind: 'few_left', left: most };
  return price !== line.price && line.heldUntil < now ? { kind: 'price', now: price } : null;
}

function groupByStall(lines: BasketStateLine[]): BasketStateStall[] {
  const stalls = new Map<ParticipationId, BasketStateStall>();
  for (const line of lines) {
    const { participationId, stall } = line.dish;
    const own = stalls.get(participationId) ?? { participationId, stall, lines: [], total: 0, makeSeconds: 0 };
    own.lines.push(line);
    own.total += line.price * line.quantity;
    own.makeSeconds += (line.dish.dish.makeSeconds ?? DEFAULT_MAKE_SECONDS) * line.quantity;
    stalls.set(participationId, own);
  }
  return [...stalls.values()].sort((one, other) => one.stall.booth - other.stall.booth);
}

async function readPickup(
  db: ReadDb,
  { festivalId, stalls, now }: { festivalId: FestivalId; stalls: BasketStateStall[]; now: number },
): Promise<BasketPickup> {
  const large = stalls.find((each) => each.makeSeconds > slotCapacity(each.stall.cookedAtOnce));
  if (large) {
    return {
      kind: 'too_large',
      participationId: large.participationId,
      capacitySeconds: slotCapacity(large.stall.cookedAtOnce),
    };
  }
  const needs = stalls.map(({ participationId, makeSeconds }) => ({ participationId, seconds: makeSeconds }));
  return pickupOf(await readFreeSlots(db, { festivalId, needs, from: now }));
}

function pickupOf({ common, commonStarts, each }: FreeSlots): BasketPickup {
  if (common !== null) return { kind: 'together', startsAt: common, starts: commonStarts };
  const full = each.find(({ startsAt }) => startsAt === null);
  if (full) return { kind: 'none', participationId: full.participationId };
  return {
    kind: 'split',
    slots: each.map(({ participationId, startsAt }) => ({ participationId, startsAt: startsAt ?? 0 })),
  };
}
