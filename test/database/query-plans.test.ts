import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { placeOrder } from '~/domain/orders/place-orders.server';
import { loader as basketLoader } from '~/routes/customer/basket';
import { action as fillAction } from '~/routes/customer/basket-fill';
import { action as payAction, loader as payLoader } from '~/routes/customer/basket-pay';
import { loader as orderLoader } from '~/routes/customer/order';
import { loader as festivalLoader } from '~/routes/public/festival';
import { loader as homeLoader } from '~/routes/public/home';
import { loader as lineUpLoader } from '~/routes/public/line-up';
import { loader as searchLoader } from '~/routes/public/search';
import { loader as stallLoader } from '~/routes/public/stall';
import { placeOneByOne } from '~/server/order-lane/order-lane';
import type { PageArgs } from '~/web/rights.server';
import { growAround, growOrders, growStalls } from '../factories/many-rows';
import { SIZE_AND_TOPPINGS } from '../factories/menus';
import { makeOrder, requestFor } from '../factories/orders';
import { makeOpenFestival, type OpenFestival } from '../factories/stalls';
import { makeWallet } from '../factories/wallet';
import { onBothEngines, type World } from '../setup/engines';
import { recordStatements, type Statement } from '../setup/recorded-statements';
import { findScans } from '../setup/statement-plans';

const STALLS = 40;
const ORDERS = 2_000;

async function openBusyFestival(world: World): Promise<OpenFestival> {
  const dishes = [
    { name: 'Nasi goreng', price: 10_000, groups: SIZE_AND_TOPPINGS },
    { name: 'Es teh', price: 5_000 },
  ];
  const festival = await makeOpenFestival(world, [{ dishes, portions: 100 }]);
  const [pattern] = festival.stalls;
  if (!pattern) throw new Error('a stall is needed');
  const first = await makeOrder(world, [{ ...pattern, listings: pattern.listings.slice(1) }], { price: 5_000 });
  await growStalls(world, pattern, STALLS);
  await growAround(world, pattern, ORDERS);
  await growOrders(world, { ...pattern, orderId: first.orderId }, ORDERS);
  return festival;
}

type Handler = (args: PageArgs & { response?: never }) => Promise<unknown>;

/** One customer's browser: keeps its cookies, follows no redirect. */
function openCustomer(world: World) {
  const cookies = new Map<string, string>();
  const context = {
    app: world.app,
    reference: 'G-TEST',
    address: '127.0.0.1',
    keepPage: () => undefined,
    placeOrder: placeOneByOne(world.app),
  };
  return async (handler: Handler, path: string, params: Record<string, string> = {}, form?: Record<string, string>) => {
    const headers = new Headers({ Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') });
    const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const request = new Request(`http://localhost:3000${path}`, { headers, ...body });
    const answer = await handler({ request, params, context } as never);
    if (!(answer instanceof Response)) return answer;
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    return answer;
  };
}

/** The way of a customer through the routes' own loaders and actions: home, festival, stall, search, basket, pay, order. */
async function walk(world: World, { slug, stalls }: OpenFestival): Promise<void> {
  const [stall] = stalls;
  if (!stall) throw new Error('a stall is needed');
  const open = openCustomer(world);
  await open(homeLoader as Handler, '/');
  for (const query of ['', '?hal=2', '?jenis=soups', '?saring=halal&saring=buka&harga=50000&tanpa=egg']) {
    await open(festivalLoader as Handler, `/festival/${slug}${query}`, { slug });
  }
  await open(lineUpLoader as Handler, `/festival/${slug}/peserta`, { slug });
  await open(stallLoader as Handler, `/festival/${slug}/lapak/${stall.slug}`, { slug, stall: stall.slug });
  for (const words of ['nasi', 'nasi pedas', 'es lapak 7']) {
    await open(searchLoader as Handler, `/cari?kata=${encodeURIComponent(words)}`);
  }
  for (const menu of ['2', '4']) {
    await open(fillAction as Handler, '/keranjang/isi', {}, { festival: slug, menu, jumlah: '1' });
  }
  await open(basketLoader as Handler, '/keranjang');
  await open(payLoader as Handler, '/keranjang/bayar');
  const paid = await open(payAction as Handler, '/keranjang/bayar', {}, { cara: 'tunai' });
  const order = paid instanceof Response ? (paid.headers.get('Location') ?? '') : '';
  expect(order).toMatch(/^\/pesanan\/ord_/);
  await open(orderLoader as Handler, order, { orderId: order.split('/').at(-1) ?? '' });
  const wallet = await makeWallet(world, { balance: 100_000 });
  const request = requestFor(world, [{ ...stall, listings: stall.listings.slice(1) }], { wallet, price: 5_000 });
  expect(await world.inTransaction((tx) => placeOrder(tx, request, world.clock.now()))).toMatchObject({ ok: true });
}

onBothEngines('the statements of a customer', (engine) => {
  it('read no large table from end to end, and would be caught doing so', async () => {
    const world = await engine.world();
    const festival = await openBusyFestival(world);
    const statements = await recordStatements(() => walk(world, festival));
    expect(tablesOf(statements)).toEqual(
      expect.arrayContaining(['stall_slot', 'order_line', 'stall_search_word', 'wallet_hold']),
    );
    expect(await findScans(world, statements)).toEqual([]);

    // The same statements where an index is gone: the test can fail.
    for (const index of ['order_header_by_festival_id_day_placed_at', 'order_ticket_by_order_id']) {
      await sql`drop index ${sql.ref(index)}`.execute(world.database.writer);
    }
    const scanned = (await findScans(world, statements)).map((scan) => scan.split(':')[0]);
    expect(scanned).toContain('order_ticket');
  }, 60_000);
});

function tablesOf(statements: readonly Statement[]): string[] {
  return [...new Set(statements.flatMap(({ text }) => text.match(/\b(?:stall|order|wallet|menu)_\w+/g) ?? []))];
}
