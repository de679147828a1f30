import { sql } from 'kysely';
import { type OrderRequest, type PlaceOrderAnswer, placeOrder, placeOrders } from '~/domain/orders/place-orders.server';
import { isDatabaseAway } from '~/platform/database-errors';
import { newSecretId } from '~/shared/ids';
import { nextBrowser, readTickets, requestFor } from '../factories/orders';
import { makeOpenFestival, type OpenStallWishes, readSlotRows, readStockRow } from '../factories/stalls';
import { makeWallet, readAccount } from '../factories/wallet';
import { placeWithoutFences } from '../load/unfenced';
import type { World } from '../setup/open-world';

/**
 * Everybody at once: each in her own unit of work, in batches of that size as the order lane makes them, or through the
 * same verb with its fences taken away, which is the control.
 */
export type Way = 'one by one' | { batches: number } | 'without fences';

interface Raced {
  placed: number;
  /** Codes of the refusals, each once. */
  codes: string[];
}

async function race(world: World, requests: readonly OrderRequest[], way: Way): Promise<Raced> {
  if (way === 'without fences') return { placed: await placeWithoutFences(world, requests), codes: [] };
  const answers =
    way === 'one by one' ? await oneByOne(world, requests) : await inBatches(world, requests, way.batches);
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
  return { placed: answers.length - codes.length, codes: [...new Set(codes)] };
}

function oneByOne(world: World, requests: readonly OrderRequest[]): Promise<PlaceOrderAnswer[]> {
  return Promise.all(requests.map((request) => persist(world, request)));
}

/** Who waited too long for a connection is told to come again, and does. */
async function persist(world: World, request: OrderRequest): Promise<PlaceOrderAnswer> {
  for (;;) {
    try {
      return await world.inTransaction((tx) => placeOrder(tx, request, world.clock.now()));
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
    }
  }
}

async function inBatches(world: World, requests: readonly OrderRequest[], size: number): Promise<PlaceOrderAnswer[]> {
  const now = world.clock.now();
  const batches = Array.from({ length: Math.ceil(requests.length / size) }, (_, index) =>
    requests.slice(index * size, (index + 1) * size),
  );
  const answers = await Promise.all(batches.map((batch) => world.inTransaction((tx) => placeOrders(tx, batch, now))));
  return answers.flat();
}

async function openStall(world: World, wishes: OpenStallWishes) {
  const { stalls } = await makeOpenFestival(world, [wishes]);
  return { stalls, stall: stalls[0]! };
}

/** R3: more customers than portions. */
export async function racePortions(
  world: World,
  { customers, portions, way }: { customers: number; portions: number; way: Way },
) {
  const { stall, stalls } = await openStall(world, { portions, cookedAtOnce: 60, dishes: [{ makeSeconds: 30 }] });
  const requests = Array.from({ length: customers }, () => requestFor(world, stalls, { browser: nextBrowser() }));
  const raced = await race(world, requests, way);
  const sold = await world.db
    .selectFrom('order_line')
    .select(({ fn }) => fn.sum<number>('quantity').as('portions'))
    .executeTakeFirst();
  return { ...raced, sold: Number(sold?.portions ?? 0), left: (await readStockRow(world, stall))?.portions_left };
}

/** R5: more make-seconds wished for than a slot has; one order needs 300. */
export async function raceSlot(
  world: World,
  { customers, cookedAtOnce, way }: { customers: number; cookedAtOnce: number; way: Way },
) {
  const { stall, stalls } = await openStall(world, { cookedAtOnce, dishes: [{ makeSeconds: 300 }] });
  const slot = (await readSlotRows(world, stall))[3]!;
  const slots = [{ participationId: stall.participationId, startsAt: slot.starts_at }];
  const requests = Array.from({ length: customers }, () =>
    requestFor(world, stalls, { browser: nextBrowser(), slots }),
  );
  const raced = await race(world, requests, way);
  const after = (await readSlotRows(world, stall))[3]!;
  return { ...raced, used: after.used_seconds, capacity: after.capacity_seconds };
}

/** R7: one balance, spent from everywhere; an order costs Rp10.000. */
export async function raceBalance(
  world: World,
  { spends, balance, way }: { spends: number; balance: number; way: Way },
) {
  const { stalls } = await openStall(world, { cookedAtOnce: 60, dishes: [{ makeSeconds: 30 }] });
  const wallet = await makeWallet(world, { balance });
  const requests = Array.from({ length: spends }, () => requestFor(world, stalls, { wallet }));
  const raced = await race(world, requests, way);
  const { balance: after, held } = await readAccount(world, wallet.accountId);
  return { ...raced, accountId: wallet.accountId, balance: after, held };
}

/** R6: the same order posted many times; `baskets: 'different'` lets every post carry another quantity from another wallet. */
export async function raceKey(
  world: World,
  { times, baskets, way }: { times: number; baskets: 'same' | 'different'; way: Way },
) {
  const { stall, stalls } = await openStall(world, {
    portions: 3_000,
    cookedAtOnce: 60,
    dishes: [{ makeSeconds: 10 }],
  });
  const orderId = newSecretId('ord');
  const one = await makeWallet(world, { balance: 1_900_000 });
  const requests: OrderRequest[] = [];
  for (let post = 1; post <= times; post++) {
    const wallet = baskets === 'same' ? one : await makeWallet(world, { balance: 1_900_000 });
    requests.push(requestFor(world, stalls, { wallet, orderId, quantity: baskets === 'same' ? 1 : post }));
  }
  const answers = way === 'without fences' ? [] : await oneByOne(world, requests);
  if (way === 'without fences') await placeWithoutFences(world, requests);
  const { rows } = await sql<{ held: number }>`select cast(sum(held) as bigint) as held from wallet_account`.execute(
    world.db,
  );
  const tickets = await readTickets(world, orderId);
  return {
    /** How many of the answers named this order, and how many said that it was made just now. */
    same: answers.filter((answer) => answer.ok && answer.value.orderId === orderId).length,
    made: answers.filter((answer) => answer.ok && answer.value.existed === 'no').length,
    tickets: tickets.length,
    total: tickets[0]?.total,
    held: Number(rows[0]?.held),
    taken: 3_000 - ((await readStockRow(world, stall))?.portions_left ?? 0),
    accountId: one.accountId,
  };
}
