import { rollDice } from '~/demo/world/dice';
import type { ParticipationId } from '~/shared/ids';
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
/** Real time the worker has for what is due in a step, and for finding a stall silent, which it looks for every 5 s. */
const WORKER_MS_MOST = 3_000;
const SILENT_MS_MOST = 20_000;
/** Without a sign of life for a minute, looked at in the step after that. */
const SILENT_AFTER = 2 * MINUTE_MS;
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

  /** `stands`: time goes on by the next move alone, however long that takes. */
  moveClock(to: number, how: { stands: boolean }): void {
    this.#site?.moveClock(to, how);
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
    at(stallOffline.from + SILENT_AFTER, () => this.#lookWhetherSilent(true));
    at(stallOffline.to + MINUTE_MS, () => this.#lookWhetherSilent(false));
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
    site.moveClock(this.#now, { stands: true });
    await runAll(this.#kitchens.map((kitchen) => () => kitchen.open()));
    for (; this.#now < end; this.#now += STEP) {
      site.moveClock(this.#now, { stands: true });
      const due = this.#agenda.takeUntil(this.#now);
      const dies = diesAt > this.#now - STEP && diesAt <= this.#now;
      if (dies) tell('the process dies');
      await Promise.all([runAll(due), dies ? this.#dieInTheMiddle() : null]);
      if ((this.#now - opensAt) % (60 * MINUTE_MS) < STEP) {
        tell(`${Math.round((this.#now - opensAt) / MINUTE_MS)} minutes, ${this.log.acknowledged.length} orders`);
      }
      await until(async () => !(await hasWaiting(this.#world, this.#now)), WORKER_MS_MOST);
    }
  }

  /** The worker looks for silent stalls in its own time; the day waits for it, so that it is not chance. */
  async #lookWhetherSilent(expected: boolean): Promise<void> {
    const { stall } = this.#plan.stallOffline;
    const { participationId } = this.#stage.festival.stalls[stall]!;
    const isSo = async () => (await isSilent(this.#world, participationId)) === expected;
    if (await until(isSo, SILENT_MS_MOST)) return;
    this.log.troubles.push(`a stall ${expected ? 'without network is not' : 'that is back is still'} called silent`);
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
  site.moveClock(closes_at + AFTER_CLOSING, { stands: false });
  const isClosed = async () => {
    const row = await world.db
      .selectFrom('festival_day')
      .select('closed_at')
      .where('festival_id', '=', festivalId)
      .where('day', '=', day)
      .executeTakeFirst();
    return Boolean(row?.closed_at);
  };
  if (!(await until(isClosed, CLOSED_WITHIN_MS))) throw new Error('the day was not closed by the worker');
}

/** Asks again and again until it is so; false when it was not within so many real milliseconds. */
async function until(isSo: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > withinMs) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

/** True while the worker has something to do that is due. */
async function hasWaiting({ db }: World, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('platform_outbox')
    .select('id')
    .where('due_at', '<=', now)
    .where('done_at', 'is', null)
    .where('stuck_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function isSilent({ db }: World, participationId: ParticipationId): Promise<boolean> {
  const row = await db
    .selectFrom('stall_heartbeat')
    .select('silent_at')
    .where('participation_id', '=', participationId)
    .executeTakeFirst();
  return row !== undefined && row.silent_at !== null;
}
