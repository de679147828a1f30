import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type OrderRequest, type PlaceOrderAnswer, placeOrder, placeOrders } from '~/domain/orders/place-orders.server';
import { newSecretId } from '~/shared/ids';
import { nextBrowser, readTickets, requestFor } from '../factories/orders';
import { makeOpenFestival, type OpenStallWishes, readSlotRows, readStockRow } from '../factories/stalls';
import { fillWallet, makeWallet, readAccount } from '../factories/wallet';
import { onBothEngines, type World } from '../setup/engines';
import { placeWithoutFences } from './unfenced';

const placed = (answers: readonly PlaceOrderAnswer[]) => answers.filter((answer) => answer.ok).length;
const codesOf = (answers: readonly PlaceOrderAnswer[]) => [
  ...new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]))),
];

/** Everybody at once, each in her own unit of work. */
function race(world: World, requests: readonly OrderRequest[]): Promise<PlaceOrderAnswer[]> {
  const now = world.clock.now();
  return Promise.all(requests.map((request) => world.inTransaction((tx) => placeOrder(tx, request, now))));
}

/** Everybody at once, in batches as the order lane makes them. */
async function raceInBatches(
  world: World,
  requests: readonly OrderRequest[],
  size: number,
): Promise<PlaceOrderAnswer[]> {
  const now = world.clock.now();
  const batches = Array.from({ length: Math.ceil(requests.length / size) }, (_, index) =>
    requests.slice(index * size, (index + 1) * size),
  );
  const answers = await Promise.all(batches.map((batch) => world.inTransaction((tx) => placeOrders(tx, batch, now))));
  return answers.flat();
}

async function portionsSold(world: World): Promise<number> {
  const row = await world.db
    .selectFrom('order_line')
    .select(({ fn }) => fn.sum<number>('quantity').as('sold'))
    .executeTakeFirst();
  return Number(row?.sold ?? 0);
}

onBothEngines('many at once', (engine) => {
  async function begin(count: number, wishes: OpenStallWishes) {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [wishes]);
    const requests = Array.from({ length: count }, () => requestFor(world, stalls, { browser: nextBrowser() }));
    return { world, stall: stalls[0]!, stalls, requests };
  }

  it('200 customers racing for 20 portions get exactly 20, one by one', async () => {
    const { world, stall, requests } = await begin(200, { portions: 20, cookedAtOnce: 60 });
    const answers = await race(world, requests);
    expect(placed(answers)).toBe(20);
    expect(codesOf(answers)).toEqual(['sold_out']);
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 0 });
    expect(await portionsSold(world)).toBe(20);
  });

  it('200 customers racing for 20 portions get exactly 20, in batches', async () => {
    const { world, stall, requests } = await begin(200, { portions: 20, cookedAtOnce: 60 });
    const answers = await raceInBatches(world, requests, 16);
    expect(placed(answers)).toBe(20);
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 0 });
    expect(await portionsSold(world)).toBe(20);
  });

  it('control: without its fences the same verb sells portions that are not there', async () => {
    const { world, stall, requests } = await begin(40, { portions: 20, cookedAtOnce: 60 });
    expect(await placeWithoutFences(world, requests)).toBe(40);
    expect(await portionsSold(world)).toBe(40);
    expect((await readStockRow(world, stall))?.portions_left).toBe(-20);
  });

  it('50 customers racing for the last make-seconds of a slot get exactly what fits', async () => {
    const { world, stall, stalls } = await begin(0, { cookedAtOnce: 4 });
    const startsAt = (await readSlotRows(world, stall))[3]!.starts_at;
    const slots = [{ participationId: stall.participationId, startsAt }];
    const answers = await race(
      world,
      Array.from({ length: 50 }, () => requestFor(world, stalls, { browser: nextBrowser(), slots })),
    );
    expect(placed(answers)).toBe(8);
    expect(codesOf(answers)).toEqual(['slot_full']);
    expect((await readSlotRows(world, stall))[3]).toMatchObject({ used_seconds: 2400, capacity_seconds: 2400 });
  });

  it('control: without its fences the same verb overfills the slot', async () => {
    const { world, stall, stalls } = await begin(0, { cookedAtOnce: 4 });
    const startsAt = (await readSlotRows(world, stall))[3]!.starts_at;
    const slots = [{ participationId: stall.participationId, startsAt }];
    await placeWithoutFences(
      world,
      Array.from({ length: 50 }, () => requestFor(world, stalls, { browser: nextBrowser(), slots })),
    );
    expect((await readSlotRows(world, stall))[3]?.used_seconds).toBe(15_000);
  });

  it('20 spends of one balance spend it once', async () => {
    const { world, stalls } = await begin(0, { cookedAtOnce: 60 });
    const wallet = await makeWallet(world, { balance: 35_000 });
    const answers = await race(
      world,
      Array.from({ length: 20 }, () => requestFor(world, stalls, { wallet })),
    );
    expect(placed(answers)).toBe(3);
    expect(codesOf(answers)).toEqual(['balance_too_low']);
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 35_000, held: 30_000 });
  });

  it('control: without its fences the same verb spends a balance many times', async () => {
    const { world, stalls } = await begin(0, { cookedAtOnce: 60 });
    const wallet = await makeWallet(world, { balance: 35_000 });
    await placeWithoutFences(
      world,
      Array.from({ length: 20 }, () => requestFor(world, stalls, { wallet })),
    );
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 35_000, held: 200_000 });
    // Every test ends with a look at the ledger; this one was broken on purpose.
    await fillWallet(world, wallet.accountId, 300_000);
  });

  it('one order posted 20 times at once is one order, and everybody gets the same answer', async () => {
    const { world, stall, stalls } = await begin(0, { portions: 30, cookedAtOnce: 60 });
    const wallet = await makeWallet(world, { balance: 300_000 });
    const orderId = newSecretId('ord');
    const answers = await race(
      world,
      Array.from({ length: 20 }, () => requestFor(world, stalls, { wallet, orderId })),
    );
    expect(answers.map((answer) => answer.ok && answer.value.orderId)).toEqual(
      Array.from({ length: 20 }, () => orderId),
    );
    expect(answers.filter((answer) => answer.ok && answer.value.existed === 'no')).toHaveLength(1);
    expect(await readTickets(world, orderId)).toHaveLength(1);
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 29 });
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ held: 10_000 });
  });

  it('one order posted 20 times with 20 different baskets is still one order', async () => {
    const { world, stalls } = await begin(0, { portions: 300, cookedAtOnce: 60 });
    const orderId = newSecretId('ord');
    const requests = [];
    for (let quantity = 1; quantity <= 20; quantity++)
      requests.push(
        requestFor(world, stalls, { wallet: await makeWallet(world, { balance: 300_000 }), orderId, quantity }),
      );
    const answers = await race(world, requests);
    expect(answers.filter((answer) => answer.ok && answer.value.existed === 'no')).toHaveLength(1);
    expect(await readTickets(world, orderId)).toHaveLength(1);
    const { rows } = await sql<{ held: number }>`select cast(sum(held) as bigint) as held from wallet_account`.execute(
      world.db,
    );
    expect(Number(rows[0]?.held)).toBe((await readTickets(world, orderId))[0]?.total);
  });

  it('control: without its fences one order posted 20 times takes portions and money 20 times', async () => {
    const { world, stall, stalls } = await begin(0, { portions: 30, cookedAtOnce: 60 });
    const wallet = await makeWallet(world, { balance: 300_000 });
    const orderId = newSecretId('ord');
    await placeWithoutFences(
      world,
      Array.from({ length: 20 }, () => requestFor(world, stalls, { wallet, orderId })),
    );
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 10 });
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ held: 200_000 });
  });
});
