import { expect, it } from 'vitest';
import { type OrderRequest, placeOrders } from '~/domain/orders/place-orders.server';
import { newSecretId } from '~/shared/ids';
import { requestFor } from '../factories/orders';
import { makeOpenFestival } from '../factories/stalls';
import { makeWallet } from '../factories/wallet';
import { onBothEngines, type World } from '../setup/engines';

/** Forty baskets that get in each other's way: too few portions, full slots, one wallet running dry, browsers that owe. */
async function prepare(world: World): Promise<OrderRequest[]> {
  const { stalls } = await makeOpenFestival(world, [
    { cookedAtOnce: 2, portions: 12 },
    { cookedAtOnce: 1, portions: 30 },
    { cookedAtOnce: 3 },
  ]);
  const wallets = [await makeWallet(world, { balance: 150_000 }), await makeWallet(world, { balance: 500_000 })];
  const twice = newSecretId('ord');
  return Array.from({ length: 40 }, (_, index) =>
    requestFor(world, index % 4 === 0 ? stalls.slice(0, 2) : [stalls[index % 3]!], {
      ...(index % 3 === 2 ? { browser: `browser-${index % 9}` } : { wallet: wallets[index % 2]! }),
      ...(index % 13 === 5 ? { orderId: twice } : {}),
      quantity: 1 + (index % 3),
    }),
  );
}

/** What stands in the tables, without the names that differ between two worlds. */
async function rowsOf(world: World, requests: readonly OrderRequest[]) {
  const indexOf = (orderId: string) => requests.findIndex((request) => request.orderId === orderId);
  const tickets = await world.db.selectFrom('order_ticket').selectAll().execute();
  const holds = await world.db.selectFrom('wallet_hold').select(['reference', 'amount', 'state']).execute();
  const boothOf = new Map(
    (await world.db.selectFrom('stall_setup').select(['participation_id', 'booth_number']).execute()).map((row) => [
      row.participation_id,
      row.booth_number,
    ]),
  );
  const slots = await world.db.selectFrom('stall_slot').selectAll().where('used_seconds', '>', 0).execute();
  const stock = await world.db
    .selectFrom('stall_stock')
    .select(['listing_number', 'portions_left'])
    .orderBy('listing_number')
    .execute();
  const counters = await world.db.selectFrom('stall_counter').selectAll().execute();
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    tickets: sorted(
      tickets.map(
        ({
          order_id,
          participation_id,
          pickup_number,
          slot_starts_at,
          make_seconds,
          total,
          payment,
          state,
          expires_at,
          commission,
          id,
        }) => [
          indexOf(order_id),
          boothOf.get(participation_id),
          pickup_number,
          slot_starts_at,
          make_seconds,
          total,
          payment,
          state,
          expires_at,
          commission,
          holds.find((hold) => hold.reference === id)?.amount ?? null,
        ],
      ),
    ),
    slots: sorted(
      slots.map(({ participation_id, starts_at, used_seconds }) => [
        boothOf.get(participation_id),
        starts_at,
        used_seconds,
      ]),
    ),
    stock,
    counters: sorted(counters.map(({ participation_id, last_number }) => [boothOf.get(participation_id), last_number])),
    unpaid: await world.db.selectFrom('order_unpaid').select('portions').execute(),
    browsers: sorted(
      (await world.db.selectFrom('order_browser').selectAll().execute()).map((row) => [
        row.browser_hmac,
        indexOf(row.order_id),
      ]),
    ),
    held: await world.db
      .selectFrom('wallet_account')
      .select('held')
      .where('kind', '=', 'spending')
      .orderBy('balance')
      .execute(),
  };
}

onBothEngines('a batch of orders', (engine) => {
  it('writes the very rows that the same orders write one by one', async () => {
    const answersOf = async (size: number) => {
      const world = await engine.world();
      const requests = await prepare(world);
      const now = world.clock.now();
      const codes: string[] = [];
      for (let from = 0; from < requests.length; from += size) {
        const answers = await world.inTransaction((tx) => placeOrders(tx, requests.slice(from, from + size), now));
        codes.push(...answers.map((answer) => (answer.ok ? answer.value.existed : answer.refusal.code)));
      }
      return { codes, rows: await rowsOf(world, requests) };
    };
    const [batch, singles] = [await answersOf(40), await answersOf(1)];
    expect(batch.codes).toEqual(singles.codes);
    expect(batch.rows).toEqual(singles.rows);
    expect(new Set(batch.codes).size).toBeGreaterThan(4);
  });
});
