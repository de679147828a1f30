import { placeOrder } from '~/domain/orders/place-orders.server';
import { readOrder } from '~/domain/orders/read-order.server';
import { newSecretId, type OrderId } from '~/shared/ids';
import { growAround, growOrders, growStalls } from '../factories/many-rows';
import { makeOrder, requestFor } from '../factories/orders';
import { makeOpenFestival, type OpenFestival, type OpenStall } from '../factories/stalls';
import { makeWallet, type TestWallet } from '../factories/wallet';
import { median, percentile } from '../measuring/statistics';
import { send } from '../setup/http-client';
import type { World } from '../setup/open-world';

/** What the same thing takes, by its name, milliseconds of each try. */
export type Times = Map<string, number[]>;

const DISHES = [
  { name: 'Nasi goreng', price: 10_000 },
  { name: 'Nasi pecel', price: 9_000 },
  { name: 'Soto ayam', price: 12_000 },
  { name: 'Es teh', price: 5_000 },
];
const MERCHANTS_AROUND = 2_000;

/** An open festival of so many stalls with four dishes each, among merchants who are elsewhere. */
export async function openGrownFestival(world: World, stalls: number): Promise<OpenFestival & { stall: OpenStall }> {
  const festival = await makeOpenFestival(world, [{ dishes: DISHES, cookedAtOnce: 60 }]);
  const [stall] = festival.stalls;
  if (!stall) throw new Error('a festival needs a stall');
  await makeOrder(world, [stall]);
  await growStalls(world, stall, stalls);
  await growAround(world, stall, MERCHANTS_AROUND);
  return { ...festival, stall };
}

export interface PagesOfSite {
  origin: string;
  slug: string;
  stalls: number;
}

/** Pages a customer waits for, none of them out of the document cache: an unknown parameter keeps a page out of it. */
const PAGES: Record<string, (site: PagesOfSite, turn: number) => string> = {
  festival: ({ slug }, turn) => `/festival/${slug}?baru=${turn}`,
  stall: ({ slug, stalls }, turn) => `/festival/${slug}/lapak/lapak-${2 + ((turn * 7) % (stalls - 1))}?baru=${turn}`,
  search: ({ slug }, turn) => `/cari?festival=${slug}&kata=nasi&baru=${turn}`,
};

/** Asks every site for every page in turns, so that other work on the machine disturbs all of them alike. */
export async function askInTurns(sites: readonly PagesOfSite[], turns: number): Promise<Times[]> {
  const times = sites.map((): Times => new Map(Object.keys(PAGES).map((page) => [page, []])));
  for (let turn = 0; turn < turns; turn++) {
    for (const [page, pathOf] of Object.entries(PAGES)) {
      for (const [at, site] of sites.entries()) {
        const began = performance.now();
        const { status } = await send(site.origin, pathOf(site, turn));
        if (status !== 200) throw new Error(`${page} was answered with ${status}`);
        // The first turns compile; nobody's page.
        if (turn >= turns / 10) times[at]?.get(page)?.push(performance.now() - began);
      }
    }
  }
  return times;
}

export interface OrderWorld {
  world: World;
  stalls: OpenStall[];
  wallets: TestWallet[];
}

/** Orders that one wallet pays for, filled to its ceiling: 100 more are left for who comes again. */
const ORDERS_A_WALLET = 300;

const STALLS = 30;

/** A festival of thirty stalls with so many orders behind it, and who pays for as many `turns`. */
export async function openOldFestival(world: World, orders: number, turns: number): Promise<OrderWorld> {
  const { stall } = await openGrownFestival(world, STALLS);
  const { orderId } = await makeOrder(world, [stall], { wallet: await makeWallet(world, { balance: 100_000 }) });
  await growOrders(world, { ...stall, orderId }, orders);
  const wallets: TestWallet[] = [];
  while (wallets.length * ORDERS_A_WALLET < turns) wallets.push(await makeWallet(world, { balance: 2_000_000 }));
  return { world, stalls: [stall], wallets };
}

/** Orders and reads them in turns in every world. */
export async function orderInTurns(worlds: readonly OrderWorld[], turns: number): Promise<Times[]> {
  const times = worlds.map(
    (): Times =>
      new Map([
        ['order', []],
        ['order page', []],
      ]),
  );
  for (let turn = 0; turn < turns; turn++) {
    for (const [at, one] of worlds.entries()) {
      const orderId = newSecretId('ord');
      const ordered = await timed(() => order(one, orderId, turn));
      const read = await timed(() => readOrder(one.world.db, orderId));
      if (turn < turns / 10) continue;
      times[at]?.get('order')?.push(ordered);
      times[at]?.get('order page')?.push(read);
    }
  }
  return times;
}

async function order({ world, stalls, wallets }: OrderWorld, orderId: OrderId, turn: number): Promise<void> {
  const wallet = wallets[Math.floor(turn / ORDERS_A_WALLET)];
  if (!wallet) throw new Error('nobody pays for this turn');
  // Ten seconds apart, so that slots do not fill.
  const request = requestFor(world, stalls, { orderId, wallet, price: 10_000 });
  const now = world.clock.now();
  const lines = request.lines.map((line) => ({ ...line, listing: 4, price: 5_000 }));
  const placed = await world.inTransaction((tx) => placeOrder(tx, { ...request, lines }, now));
  if (!placed.ok) throw new Error(`an order was refused: ${placed.refusal.code}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Enough for a hundredth of them to be more than one. */
const STRETCH = 180;

/** The slow hundredth of each stretch of tries, the middle one of these: one pause of the machine is not what grew. */
function slowHundredth(times: readonly number[]): number {
  const stretches = Math.max(1, Math.floor(times.length / STRETCH));
  const length = Math.ceil(times.length / stretches);
  return median(
    Array.from({ length: stretches }, (_, at) => percentile(times.slice(at * length, (at + 1) * length), 0.99)),
  );
}

export interface Growth {
  of: string;
  /** How many times longer the slow hundredth takes in the grown world; that of each, ms. */
  ratio: number;
  grown: number;
  small: number;
}

/** How each thing grew. */
export function growthOf(grown: Times, small: Times): Growth[] {
  return [...grown].map(([of, times]) => {
    const [large, little] = [slowHundredth(times), slowHundredth(small.get(of) ?? [])];
    return { of, ratio: large / little, grown: large, small: little };
  });
}

export function worstOf(growths: readonly Growth[]): Growth {
  return growths.reduce((worst, one) => (one.ratio > worst.ratio ? one : worst));
}

/** `festival 9.1 → 10.3 ms, stall …`. */
export function tellGrowth(growths: readonly Growth[]): string {
  return growths.map(({ of, grown, small }) => `${of} ${small.toFixed(1)} → ${grown.toFixed(1)} ms`).join(', ');
}
