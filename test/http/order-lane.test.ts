import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderRequest } from '~/domain/orders/place-orders.server';
import { newSecretId } from '~/shared/ids';
import { MINUTE_MS } from '~/shared/time';
import { requestFor } from '../factories/orders';
import { keptCookies, makePayer, type Payer, paymentOf } from '../factories/payers';
import { makeOpenFestival, type OpenStallWishes, readSlotRows, readStockRow } from '../factories/stalls';
import { readAccount } from '../factories/wallet';
import { brokenDay } from '../load/day-invariants';
import { readOrderRows } from '../load/order-rows';
import { checkLedger } from '../setup/ledger-invariants';
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

/** All at once down one connection: they arrive together and in this order; one status a payment. */
function pipeline(server: TestServer, customers: readonly Customer[]): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
      if (statuses.length < customers.length) return;
      socket.destroy();
      resolve(statuses);
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

  it.each([1, 7, 40])(
    'writes the very rows that the plain action writes one by one, in batches of up to %i',
    async (size) => {
      const run = async (lane: 'on' | 'off', together: number) => {
        const own = await startServer(engine, { env: { ROLE: 'web', ORDER_LANE: lane } });
        try {
          const customers = await crowd(own.world);
          const statuses: number[] = [];
          for (let from = 0; from < customers.length; from += together)
            statuses.push(...(await pipeline(own, customers.slice(from, from + together))));
          const requests = customers.map(({ request }) => request);
          return { statuses, rows: await readOrderRows(own.world, requests) };
        } finally {
          await own.stop();
        }
      };
      const [laned, plain] = [await run('on', size), await run('off', 1)];
      expect(laned.statuses).toEqual(plain.statuses);
      expect(laned.rows).toEqual(plain.rows);
      expect(new Set(plain.statuses)).toEqual(new Set([303, 409, 422]));
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
    expect(statusesOf(answers)).toEqual({ 303: 20, 409: 100 });
    expect(answers.find(({ status }) => status === 409)?.text).toContain('baru saja habis');
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
    expect(statusesOf(await pay(server, customers))).toEqual({ 303: 7, 422: 33 });
    expect(await readAccount(server.world, payer.accountId)).toMatchObject({ balance: 75_000, held: 70_000 });
  }, 60_000);

  // Last: the process ends.
  it('500 payments in flight at SIGTERM are all answered, what was acknowledged stands, and it is gone within 5 s', async () => {
    const payers = [];
    for (let made = 0; made < 10; made++) payers.push(await makePayer(server.world, { balance: 1_000_000 }));
    const { customers } = await begin(500, { cookedAtOnce: 60, dishes: [{ price: 10_000, makeSeconds: 60 }] }, payers);
    const gone = new Promise<{ code: number | null; at: number }>((resolve) =>
      server.process.once('exit', (code) => resolve({ code, at: Date.now() })),
    );
    const flying = customers.map((customer) => flightOf(server, customer));
    await Promise.all(flying.map(({ sent }) => sent));
    const asked = Date.now();
    server.process.kill('SIGTERM');
    const statuses = await Promise.all(flying.map(({ status }) => status));
    const { code, at } = await gone;
    expect(code).toBe(0);
    expect(at - asked).toBeLessThan(5_000);
    expect(statuses.filter((status) => status !== 303 && status !== 503)).toEqual([]);
    const acknowledged = customers.filter((_, index) => statuses[index] === 303);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(await stored(acknowledged)).toHaveLength(acknowledged.length);
    expect(await brokenDay(server.world.db)).toEqual([]);
    await checkLedger(server.world.db);
  }, 60_000);
});

/** One payment on a connection of its own: `sent` when the process has taken the connection and the bytes are off. */
function flightOf(server: TestServer, customer: Customer): { sent: Promise<void>; status: Promise<number> } {
  const socket = connect(server.port, '127.0.0.1');
  let text = '';
  const sent = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('connect', () => socket.write(bytesOf(server, customer), () => resolve()));
  });
  const status = new Promise<number>((resolve) => {
    const done = () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0));
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\r\n\r\n')) done();
    });
    socket.on('close', done);
    socket.on('error', done);
  });
  return { sent, status };
}
