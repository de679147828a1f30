import { type Dice, rollDice } from '~/demo/world/dice';
import { MINUTE_MS } from '~/shared/time';

/** What is going to be tried on a day, before anything of it happens: the same seed is the same plan. Times are ms after opening. */
export interface DayPlan {
  seed: number;
  /** Opening to closing; a short day ends earlier. */
  length: number;
  stalls: StallPlan[];
  customers: CustomerPlan[];
  /** The process dies and is started again. */
  processDiesAt: number;
  /** One stall's network is gone for a while. */
  stallOffline: { stall: number; from: number; to: number };
}

export interface StallPlan {
  name: string;
  cookedAtOnce: number;
  dishes: { name: string; price: number; makeSeconds: number }[];
  /** Of every dish, in the morning. */
  portions: number;
  /** From the bell to a look at the board. */
  reaction: number;
  /** From accepting until it is ready. */
  cooking: { least: number; most: number };
  refusesPercent: number;
  soldOut: { at: number; dish: number } | null;
  pausedAt: number | null;
  /** `script`: gives signs of life, and is silent without them; `plain`: works without JavaScript. */
  board: 'script' | 'plain';
}

export interface CustomerPlan {
  at: number;
  payment: 'wallet' | 'cash';
  wants: { stall: number; dish: number; quantity: number }[];
  /** To the stall, with the money or for the food. */
  walk: number;
  /** `absent`: neither pays cash nor fetches what is ready. */
  shows: 'comes' | 'absent';
  whenAsked: 'wait' | 'refund';
  /** Her tap on "pay" is sent twice at once. */
  tapsTwice: boolean;
}

export interface DayWishes {
  stalls: number;
  seed: number;
  customersPerStall?: number;
  /** Hours after opening that are played; the whole day when left out. */
  hours?: { from: number; to: number };
}

/** Signs of life of 222 boards would be nine of ten requests of a day that waits for each. */
const SCRIPTS_MOST = 12;
/** Every so many customers one taps twice: counted, not thrown, so that every day has some. */
const TAPS_TWICE_EVERY = 8;
/** 10.00 to 21.00. */
const DAY_HOURS = 11;
const DISHES = [
  'Pempek',
  'Tekwan',
  'Mie celor',
  'Laksan',
  'Martabak',
  'Es kacang',
  'Pindang',
  'Burgo',
  'Sate',
  'Bakso',
];
const PRICES = [5_000, 8_000, 10_000, 12_000, 15_000, 20_000];

export function planDay({
  stalls,
  seed,
  customersPerStall = 15,
  hours = { from: 0, to: DAY_HOURS },
}: DayWishes): DayPlan {
  const dice = rollDice(seed);
  const from = hours.from * 60 * MINUTE_MS;
  const to = hours.to * 60 * MINUTE_MS;
  const between = (part: number) => from + Math.round((to - from) * part);
  const offline = dice.below(Math.min(5, stalls));
  const planned = Array.from({ length: stalls }, (_, index) => planStall(dice, index, { from, to }));
  // A stall is found silent where its script ran and it is not paused meanwhile.
  Object.assign(planned[offline] ?? {}, { board: 'script', pausedAt: null } satisfies Partial<StallPlan>);
  const customers = Array.from({ length: stalls * customersPerStall }, () => planCustomer(dice, planned, { from, to }));
  return {
    seed,
    length: to,
    stalls: planned,
    customers: customers
      .sort((one, other) => one.at - other.at)
      .map((customer, index) => ({ ...customer, tapsTwice: index % TAPS_TWICE_EVERY === 0 })),
    processDiesAt: between(0.3),
    stallOffline: { stall: offline, from: between(0.55), to: between(0.55) + 20 * MINUTE_MS },
  };
}

interface Played {
  from: number;
  to: number;
}

function planStall(dice: Dice, index: number, { from, to }: Played): StallPlan {
  const least = (1 + dice.below(3)) * MINUTE_MS;
  const dishes = Array.from({ length: 3 }, (_, dish) => ({
    name: `${DISHES[(index + dish * 3) % DISHES.length]} ${index + 1}`,
    price: dice.pick(PRICES),
    makeSeconds: 60 * (1 + dice.below(4)),
  }));
  return {
    name: `Lapak ${index + 1}`,
    cookedAtOnce: 3 + dice.below(8),
    dishes,
    portions: 8 + dice.below(40),
    reaction: 20_000 + dice.below(90_000),
    cooking: { least, most: least + (2 + dice.below(8)) * MINUTE_MS },
    refusesPercent: dice.below(4),
    soldOut: dice.chance(25) ? { at: from + dice.below(to - from), dish: dice.below(3) } : null,
    pausedAt: dice.chance(20) ? from + dice.below(to - from) : null,
    board: index < SCRIPTS_MOST && dice.chance(60) ? 'script' : 'plain',
  };
}

function planCustomer(dice: Dice, stalls: readonly StallPlan[], played: Played): Omit<CustomerPlan, 'tapsTwice'> {
  const first = popularStall(dice, stalls.length);
  const chosen = dice.chance(35) ? [first, popularStall(dice, stalls.length)] : [first];
  return {
    at: arrival(dice, played),
    payment: dice.chance(45) ? 'wallet' : 'cash',
    wants: [...new Set(chosen)].flatMap((stall) => wantsAt(dice, stall)),
    walk: 30_000 + dice.below(150_000),
    shows: dice.chance(6) ? 'absent' : 'comes',
    whenAsked: dice.chance(70) ? 'wait' : 'refund',
  };
}

function wantsAt(dice: Dice, stall: number) {
  const dishes = dice.chance(30) ? [0, 1 + dice.below(2)] : [dice.below(3)];
  return dishes.map((dish) => ({ stall, dish, quantity: dice.chance(75) ? 1 : 2 }));
}

/** A few stalls draw the crowd: the smaller of two throws. */
function popularStall(dice: Dice, count: number): number {
  return Math.min(dice.below(count), dice.below(count));
}

/** Peaks at half past twelve and half past six, some all day; never in the last half hour. */
function arrival(dice: Dice, { from, to }: Played): number {
  const last = to - 30 * MINUTE_MS;
  for (let tries = 0; tries < 100; tries++) {
    const peak = dice.pick([150, 150, 510, 510, null]);
    // The sum of four throws is round enough for a crowd.
    const around = dice.below(60) + dice.below(60) + dice.below(60) + dice.below(60) - 120;
    const minute = peak === null ? dice.below(DAY_HOURS * 60) : peak + around;
    const at = minute * MINUTE_MS + dice.below(MINUTE_MS);
    if (at >= from + MINUTE_MS && at < last) return at;
  }
  return from + MINUTE_MS + dice.below(last - from - MINUTE_MS);
}
