import { rollDice } from '~/demo/world/dice';
import { dayOf, MINUTE_MS } from '~/shared/time';
import { signInPerson } from '../factories/identity';
import { makePayer, type Payer } from '../factories/prepared-orders';
import { makeOpenFestival, type OpenFestival } from '../factories/stalls';
import { freePort } from '../setup/http-client';
import type { World } from '../setup/open-world';
import { type SiteProcess, startSite } from '../setup/site-process';
import { Agenda } from './agenda';
import type { DayPlan } from './day-plan';
import { DayLog, type Scene } from './scene';
import { VirtualCustomer } from './virtual-customer';
import { VirtualStall } from './virtual-stall';

/** The clock moves on in such steps; everything due within one happens at once. */
const STEP = 30_000;
/** Real time a step takes at least, so that the worker keeps up with deadlines. */
const STEP_MS_LEAST = 25;
const AT_ONCE = 24;
const PAYERS_MOST = 200;
/** Accounts are closed half an hour after the last customer. */
const AFTER_CLOSING = 40 * MINUTE_MS;
const CLOSED_WITHIN_MS = 120_000;

export interface PlayedDay {
  festival: OpenFestival;
  log: DayLog;
  opensAt: number;
  /** Real seconds. */
  seconds: number;
}

export interface PlayOptions {
  /** DATA_DIR of the process. */
  folder: string;
  prefix?: readonly string[];
  tell?: (words: string) => void;
}

/**
 * Plays a planned day through HTTP alone, on the real process and a world whose clock stands at the opening. Time is
 * moved on step by step once everything due was answered, so that a slow machine takes longer and plays the same day.
 */
export async function playDay(
  world: World,
  plan: DayPlan,
  { folder, prefix = [], tell = () => undefined }: PlayOptions,
): Promise<PlayedDay> {
  tell(`making ${plan.stalls.length} stalls`);
  const opensAt = world.clock.now();
  const festival = await makeFestival(world, plan);
  const payers: Payer[] = [];
  const wallets = plan.customers.filter(({ payment }) => payment === 'wallet').length;
  while (payers.length < Math.min(wallets, PAYERS_MOST)) payers.push(await makePayer(world, { balance: 1_900_000 }));
  const site = await new MortalSite({
    location: world.location,
    folder,
    port: await freePort(),
    now: opensAt,
    prefix,
  }).start();
  const began = performance.now();
  const player = new DayPlayer(world, plan, { festival, payers, site, opensAt });
  await player.prepare();
  try {
    tell(`playing ${plan.customers.length} customers`);
    await player.play(tell);
    await untilDayIsClosed(world, festival, site);
  } finally {
    await site.stop();
  }
  return { festival, log: player.log, opensAt, seconds: (performance.now() - began) / 1000 };
}

function makeFestival(world: World, { stalls }: DayPlan): Promise<OpenFestival> {
  return makeOpenFestival(
    world,
    stalls.map(({ name, cookedAtOnce, dishes, portions }) => ({ stallName: name, cookedAtOnce, dishes, portions })),
  );
}

/** The process, which may die and come back at the same address. */
class MortalSite {
  #site: SiteProcess | null = null;
  #up: Promise<void> = Promise.resolve();

  constructor(readonly place: Parameters<typeof startSite>[0]) {}

  get origin(): string {
    return `http://localhost:${this.place.port}`;
  }

  async start(): Promise<this> {
    this.#site = await startSite(this.place);
    return this;
  }

  /** Nobody is told; who asks meanwhile waits. */
  async dieAndComeBack(): Promise<void> {
    await this.#site?.kill();
    this.#up = this.start().then(() => undefined);
    await this.#up;
  }

  whenUp = (): Promise<void> => this.#up;

  moveClock(to: number): void {
    this.#site?.moveClock(to);
  }

  async stop(): Promise<void> {
    await this.#site?.stop();
  }
}

interface Stage {
  festival: OpenFestival;
  payers: readonly Payer[];
  site: MortalSite;
  opensAt: number;
}

class DayPlayer {
  readonly log = new DayLog();
  readonly #world: World;
  readonly #plan: DayPlan;
  readonly #stage: Stage;
  readonly #agenda = new Agenda();
  readonly #scene: Scene;
  readonly #kitchens: VirtualStall[] = [];
  #now: number;

  constructor(world: World, plan: DayPlan, stage: Stage) {
    const { festival, site, opensAt } = stage;
    this.#world = world;
    this.#plan = plan;
    this.#stage = stage;
    this.#now = opensAt;
    this.#scene = {
      origin: site.origin,
      slug: festival.slug,
      agenda: this.#agenda,
      log: this.log,
      now: () => this.#now,
      closesAt: opensAt + plan.length,
      whenUp: site.whenUp,
    };
  }

  /** Writes everything of the plan into the agenda. */
  async prepare(): Promise<void> {
    const { festival, payers, opensAt } = this.#stage;
    const { stalls, customers, stallOffline, seed } = this.#plan;
    for (const [index, stall] of festival.stalls.entries()) {
      const session = await signInPerson(this.#world, stall.ownerId);
      const dice = rollDice(seed * 1_000 + index);
      this.#kitchens.push(new VirtualStall(this.#scene, stalls[index]!, stall, { dice, session }));
    }
    const at = (moment: number, act: () => Promise<void>) => this.#agenda.add(opensAt + moment, act);
    for (const [index, { soldOut, pausedAt }] of stalls.entries()) {
      const kitchen = this.#kitchens[index]!;
      const listing = festival.stalls[index]?.listings[soldOut?.dish ?? 0] ?? 0;
      if (soldOut) at(soldOut.at, () => kitchen.markSoldOut(listing));
      if (pausedAt !== null) at(pausedAt, () => kitchen.pause());
    }
    at(stallOffline.from, async () => this.#kitchens[stallOffline.stall]?.loseNetwork(opensAt + stallOffline.to));
    let wallets = 0;
    for (const plan of customers) {
      const payer = plan.payment === 'wallet' ? (payers[wallets++ % payers.length] ?? null) : null;
      const place = { stalls: festival.stalls, kitchens: this.#kitchens, payer };
      at(plan.at, () => new VirtualCustomer(this.#scene, plan, place).arrive());
    }
  }

  async play(tell: (words: string) => void): Promise<void> {
    const { opensAt, site } = this.#stage;
    const diesAt = opensAt + this.#plan.processDiesAt;
    const end = opensAt + this.#plan.length + AFTER_CLOSING;
    // Nobody comes before the first of the plan.
    this.#now = Math.max(opensAt, this.#agenda.first() - STEP);
    for (; this.#now < end; this.#now += STEP) {
      const began = performance.now();
      site.moveClock(this.#now);
      const due = this.#agenda.takeUntil(this.#now);
      const dies = diesAt > this.#now - STEP && diesAt <= this.#now;
      if (dies) tell('the process dies');
      await Promise.all([runAll(due), dies ? this.#dieInTheMiddle() : null]);
      if ((this.#now - opensAt) % (60 * MINUTE_MS) < STEP) {
        tell(`${Math.round((this.#now - opensAt) / MINUTE_MS)} minutes, ${this.log.acknowledged.length} orders`);
      }
      const left = STEP_MS_LEAST - (performance.now() - began);
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    }
  }

  async #dieInTheMiddle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 40));
    await this.#stage.site.dieAndComeBack();
  }
}

/** So many at once, as many browsers would. */
async function runAll(acts: readonly (() => Promise<void>)[]): Promise<void> {
  let next = 0;
  const hand = async () => {
    for (let act = acts[next++]; act; act = acts[next++]) await act();
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, acts.length) }, hand));
}

/** A short day is closed by moving on to its real end: the worker does the rest. */
async function untilDayIsClosed(world: World, { festivalId, stalls }: OpenFestival, site: MortalSite): Promise<void> {
  const day = stalls[0]?.day ?? dayOf(world.clock.now(), 'Asia/Jakarta');
  const { closes_at } = await world.db
    .selectFrom('festival_day')
    .select('closes_at')
    .where('festival_id', '=', festivalId)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  site.moveClock(closes_at + AFTER_CLOSING);
  const began = performance.now();
  for (;;) {
    const row = await world.db
      .selectFrom('festival_day')
      .select('closed_at')
      .where('festival_id', '=', festivalId)
      .where('day', '=', day)
      .executeTakeFirst();
    if (row?.closed_at) return;
    if (performance.now() - began > CLOSED_WITHIN_MS) throw new Error('the day was not closed by the worker');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
