import type { OrderRequest } from '~/domain/orders/place-orders.server';
import { newSecretId } from '~/shared/ids';
import { requestFor } from '../factories/orders';
import { makePayer, type Payer } from '../factories/payers';
import { makeOpenFestival, type OpenStall, readSlotRows } from '../factories/stalls';
import type { World } from '../setup/open-world';

export const STALLS = 30;
export const CUSTOMERS = 128;
/** Dishes in a basket: with three an order is fourteen written rows. */
export const DISHES = 3;
const PRICE = 1_000;
/** The most a stall may count. */
const PORTIONS = 10_000;
/** Orders that a stall's slot of ten minutes takes in: its 36,000 s hold four hundred of ninety. */
const ORDERS_A_SLOT = 380;

export interface BusyFestival {
  world: World;
  slug: string;
  stalls: OpenStall[];
  payers: Payer[];
  /** Starts of slots still ahead, the same at every stall. */
  starts: number[];
}

/** A running festival with room for a very long noon, and customers with money. */
export async function fillBusyFestival(world: World): Promise<BusyFestival> {
  const dishes = Array.from({ length: DISHES }, (_, index) => ({
    name: `Pempek ${index}`,
    price: PRICE,
    makeSeconds: 30,
  }));
  const wishes = Array.from({ length: STALLS }, () => ({ cookedAtOnce: 60, portions: PORTIONS, dishes }));
  const { slug, stalls } = await makeOpenFestival(world, wishes);
  const payers: Payer[] = [];
  for (let made = 0; made < CUSTOMERS; made++) payers.push(await makePayer(world, { balance: 2_000_000 }));
  const [first] = stalls;
  const slots = first ? await readSlotRows(world, first) : [];
  // A quarter of an hour for the measuring itself.
  const from = world.clock.now() + 15 * 60_000;
  const starts = slots.map((slot) => slot.starts_at).filter((startsAt) => startsAt > from);
  return { world, slug, stalls, payers, starts };
}

/** Baskets one after the other: at these stalls in turn, of the next customer each, for the first slot with room. */
export class Baskets {
  readonly #festival: BusyFestival;
  readonly #stalls: readonly OpenStall[];
  #made = 0;

  constructor(festival: BusyFestival, stalls: readonly OpenStall[] = festival.stalls) {
    this.#festival = festival;
    this.#stalls = stalls;
  }

  next(): { request: OrderRequest; payer: Payer } {
    const { world, payers, starts } = this.#festival;
    const made = this.#made++;
    const stall = this.#stalls[made % this.#stalls.length];
    const payer = payers[made % payers.length];
    const startsAt = starts[Math.floor(made / this.#stalls.length / ORDERS_A_SLOT)];
    if (!stall || !payer || startsAt === undefined) throw new Error('the festival has no room for so many orders');
    const request = requestFor(world, [stall], {
      orderId: newSecretId('ord'),
      wallet: payer,
      price: PRICE,
      heldUntil: world.clock.now() + 20 * 60_000,
      slots: [{ participationId: stall.participationId, startsAt }],
    });
    const lines = stall.listings.map((listing) => ({ ...request.lines[0]!, listing }));
    return { request: { ...request, lines }, payer };
  }

  take(count: number): OrderRequest[] {
    return Array.from({ length: count }, () => this.next().request);
  }
}
