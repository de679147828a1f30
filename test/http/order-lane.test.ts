import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderRequest } from '~/domain/orders/place-orders.server';
import { newSecretId } from '~/shared/ids';
import { MINUTE_MS } from '~/shared/time';
import { requestFor } from '../factories/orders';
import { keptCookies, makePayer, type Payer, paymentOf } from '../factories/payers';
import { makeOpenFestival, type OpenStallWishes, readSlotRows, readStockRow } from '../factories/stalls';
import { readAccount } from '../factories/wallet';
import { readOrderRows } from '../load/order-rows';
import type { World } from '../setup/open-world';
import { startServer, type TestServer } from '../setup/server';

interface Customer {
  request: OrderRequest;
  /** Null: cash, from a browser without a past. */
  payer: Payer | null;
}

/** A payment as bytes, so that many travel in one go and arrive in the order they were written. */
function bytesOf(server: TestServer, { request, payer }: Customer): string {
  const { cookie, body } = paymentOf(server.world, request, payer ? keptCookies(server.world, payer) : '');
  return (
    `POST /keranjang/bayar HTTP/1.1\r\nHost: localhost:${server.port}\r\nOrigin: ${server.origin}\r\n` +
    `Content-Type: application/x-www-form-urlencoded\r\nCookie: ${cookie}\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  );
}

/**
 * All at once down one connection: they arrive together and in this order; for each whether it was placed. How a refusal
 * is shown depends on the stall at the time it is shown (the paying page, or the basket when nothing can be had there).
 */
function pipeline(server: TestServer, customers: readonly Customer[]): Promise<('placed' | 'refused')[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
      const answers = text.split(/HTTP\/1\.1 (?=\d{3} )/).slice(1);
      if (answers.length < customers.length || !answers.at(-1)?.includes('\r\n\r\n')) return;
      socket.destroy();
      resolve(answers.map((answer) => (/^Location: \/pesanan\//im.test(answer) ? 'placed' : 'refused')));
    });
    socket.on('error', reject);
    socket.setTimeout(60_000, () => reject(new Error(`only this came back: ${text.slice(0, 500)}`)));
    socket.write(customers.map((customer) => bytesOf(server, customer)).join(''));
  });
}

/** Each on a connection of its own, all at once. */
async function pay(server: TestServer, customers: readonly Customer[]) {
  const answers = await Promise.all(
    customers.map(({ request, payer }) => {
      const { cookie, body } = paymentOf(server.world, request, payer ? keptCookies(server.world, payer) : '');
      return server.send('/keranjang/bayar', {
        form: Object.fromEntries(new URLSearchParams(body)),
        headers: { Cookie: cookie },
      });
    }),
  );
  return answers;
}

function statusesOf(answers: readonly { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const heldIn = (world: World) => world.clock.now() + 20 * MINUTE_MS;

/** Forty customers in each other's way: too few portions, full slots, a wallet running dry, one order sent twice. */
async function crowd(world: World): Promise<Customer[]> {
  const { stalls } = await makeOpenFestival(world, [
    { cookedAtOnce: 2, portions: 12 },
    { cookedAtOnce: 1, portions: 30 },
    { cookedAtOnce: 3 },
  ]);
  const payers = [await makePayer(world, { balance: 150_000 }), await makePayer(world, { balance: 500_000 })];
  const twice = newSecretId('ord');
  const starts = (await readSlotRows(world, stalls[0]!)).map((slot) => slot.starts_at);
  return Array.from({ length: 40 }, (_, index): Customer => {
    const payer = index % 3 === 2 ? null : payers[index % 2]!;
    const at = index % 4 === 0 ? stalls.slice(0, 2) : [stalls[index % 3]!];
    const startsAt = starts[3 + (index % 5)]!;
    const request = requestFor(world, at, {
      ...(payer ? { wallet: payer, sessionId: payer.sessionId } : {}),
      ...(index % 13 === 5 ? { orderId: twice } : {}),
      quantity: 1 + (index % 3),
      heldUntil: heldIn(world),
      slots: at.map(({ participationId }) => ({ participationId, startsAt })),
    });
    return { request, payer };
  });
}

describe.each(['sqlite', 'postgres'] as const)('the order lane (%s)', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
  }, 120_000);
  afterAll(() => server.stop());

  async function begin(count: number, wishes: OpenStallWishes, payers?: Payer[]) {
    const { stalls } = await makeOpenFestival(server.world, [wishes]);
    const customers = Array.from({ length: count }, (_, index): Customer => {
      const payer = payers?.[index % payers.length] ?? null;
      const wallet = payer ? { wallet: payer, sessionId: payer.sessionId } : {};
      return { payer, request: requestFor(server.world, stalls, { ...wallet, heldUntil: heldIn(server.world) }) };
    });
    return { stall: stalls[0]!, stalls, customers };
  }

  const stored = async (customers: readonly Customer[]) =>
    server.world.db
      .selectFrom('order_header')
      .select('id')
      .where('id', 'in', [...new Set(customers.map(({ request }) => request.orderId))])
      .execute();

  /** The crowd pays, so many at a time, in a process and database of its own. */
  async function live(lane: 'on' | 'off', together: number) {
    const own = await startServer(engine, { env: { ROLE: 'web', ORDER_LANE: lane } });
    try {
      const customers = await crowd(own.world);
      const outcomes: string[] = [];
      for (let from = 0; from < customers.length; from += together)
        outcomes.push(...(await pipeline(own, customers.slice(from, from + together))));
      const requests = customers.map(({ request }) => request);
      return { outcomes, rows: await readOrderRows(own.world, requests) };
    } finally {
      await own.stop();
    }
  }
  let plainly: ReturnType<typeof live> | null = null;

  it.each([1, 7, 40])(
    'writes the very rows that the plain action writes one by one, in batches of up to %i',
    async (size) => {
      plainly ??= live('off', 1);
      const [laned, plain] = [await live('on', size), await plainly];
      expect(laned.outcomes).toEqual(plain.outcomes);
      expect(laned.rows).toEqual(plain.rows);
      expect(plain.outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(5);
      expect(plain.rows.filter((row) => row.startsWith('order_header')).length).toBeGreaterThan(15);
    },
    120_000,
  );

  it('answers like the plain action: the same address, cookies and headers', async () => {
    const plain = await startServer(engine, { env: { ROLE: 'web', ORDER_LANE: 'off' } });
    try {
      const answerOf = async (each: TestServer) => {
        const { stalls } = await makeOpenFestival(each.world, [{}]);
        const payer = await makePayer(each.world);
        const request = requestFor(each.world, stalls, {
          wallet: payer,
          sessionId: payer.sessionId,
          heldUntil: heldIn(each.world),
        });
        const { cookie, body } = paymentOf(each.world, request, keptCookies(each.world, payer));
        const form = Object.fromEntries(new URLSearchParams(body));
        const { status, headers, text } = await each.send('/en/keranjang/bayar', { form, headers: { Cookie: cookie } });
        const cookies = headers['set-cookie']?.map((set) => set.replace(/=[^;]+/, '=…')).sort();
        const others = {
          ...headers,
          'set-cookie': cookies,
          date: '',
          location: headers.location?.replace(request.orderId, '…'),
        };
        return { status, text, ...others };
      };
      expect(await answerOf(server)).toEqual(await answerOf(plain));
    } finally {
      await plain.stop();
    }
  }, 60_000);

  it('fails one order that breaks its batch, and places the hundred and twenty-nine around it', async () => {
    const payer = await makePayer(server.world, { balance: 1_900_000 });
    const { customers } = await begin(130, { cookedAtOnce: 60, dishes: [{ price: 10_000, makeSeconds: 60 }] }, [payer]);
    // A free dish asks for a hold of nothing, which the database refuses whatever was decided.
    const poison = customers[70]!;
    poison.request = { ...poison.request, lines: [{ ...poison.request.lines[0]!, price: 0 }] };
    expect(statusesOf(await pay(server, customers))).toEqual({ 303: 129, 500: 1 });
    expect(await stored(customers)).toHaveLength(129);
    expect(await stored([poison])).toEqual([]);
    expect(await readAccount(server.world, payer.accountId)).toMatchObject({ held: 1_290_000 });
  }, 60_000);

  it('an order sent thirty times at once and again later is one order with one address', async () => {
    const payer = await makePayer(server.world);
    const { customers } = await begin(1, { portions: 10 }, [payer]);
    const many = Array.from({ length: 30 }, () => customers[0]!);
    const answers = [...(await pay(server, many)), ...(await pay(server, many.slice(0, 5)))];
    expect(statusesOf(answers)).toEqual({ 303: 35 });
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await readAccount(server.world, payer.accountId)).toMatchObject({ held: 10_000 });
  }, 60_000);

  it('120 customers at once get exactly the 20 portions there are, and the others are told', async () => {
    const { stall, customers } = await begin(120, { portions: 20, cookedAtOnce: 60 });
    const answers = await pay(server, customers);
    const placed = answers.filter(({ headers }) => headers.location?.startsWith('/pesanan/'));
    expect(placed).toHaveLength(20);
    // Told on the paying page, or sent to the basket, where nothing of the dish is left to choose.
    const told = answers.filter(
      (answer) => answer.text.includes('baru saja habis') || answer.headers.location === '/keranjang',
    );
    expect(told).toHaveLength(100);
    expect(await readStockRow(server.world, stall)).toMatchObject({ portions_left: 0 });
    expect(await stored(customers)).toHaveLength(20);
  }, 60_000);

  it('60 customers at once get exactly the make-seconds of one slot', async () => {
    const { stall, stalls, customers } = await begin(60, { cookedAtOnce: 4 });
    const startsAt = (await readSlotRows(server.world, stall))[4]!.starts_at;
    for (const customer of customers)
      customer.request = { ...customer.request, slots: [{ participationId: stalls[0]!.participationId, startsAt }] };
    expect(statusesOf(await pay(server, customers))).toEqual({ 303: 8, 409: 52 });
    expect((await readSlotRows(server.world, stall))[4]).toMatchObject({ used_seconds: 2400, capacity_seconds: 2400 });
  }, 60_000);

  it('40 payments at once from one wallet never take it below nothing', async () => {
    const payer = await makePayer(server.world, { balance: 75_000 });
    const { customers } = await begin(40, { cookedAtOnce: 60 }, [payer]);
    expect(statusesOf(await pay(server, customers))).toEqual({ 303: 7, 409: 33 });
    expect(await readAccount(server.world, payer.accountId)).toMatchObject({ balance: 75_000, held: 70_000 });
  }, 60_000);
});
