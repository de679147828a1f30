import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import { makeOpenFestival } from '../factories/stalls';
import { makeWallet } from '../factories/wallet';
import { onBothEngines } from '../setup/engines';
import { brokenDay } from './day-invariants';
import { RandomDay } from './random-day';

const OPERATIONS = Number(process.env.RANDOM_OPERATIONS ?? 10_000);
/** Acts in one unit of work: refusals write nothing, so they spoil none of the others. */
const UNIT = 50;
const SEED = Number(process.env.RANDOM_SEED ?? 20_261_128);

/** Each of these must have been met, or the walk was too tame to prove anything. */
const MUST_MEET = [
  'place/ok',
  'place/existed',
  'place/sold_out',
  'place/slot_full',
  'place/balance_too_low',
  'place/price_changed',
  'place/unpaid_order_open',
  'place/stall_paused',
  'accept/ok',
  'accept/ticket_moved',
  'ready/ok',
  'hand over/ok',
  'refuse/ok',
  'lunas/ok',
  'lunas/ticket_expired',
  'cancel/ok',
  'ask/asked',
  'answer/ok',
  'answer/nothing_asked',
  'expire/expired',
  'refund/ok',
  'refund/refund_too_large',
  'counter sale/ok',
  'top up/ok',
];

onBothEngines('ten thousand random acts', (engine) => {
  it(`leave ledger, stock, slots and holds adding up (seed ${SEED})`, { timeout: 400_000 }, async () => {
    const world = await engine.world();
    const wishes = { cookedAtOnce: 10, portions: 60 };
    const { stalls } = await makeOpenFestival(world, [wishes, { ...wishes, cookedAtOnce: 3 }, wishes, wishes]);
    const wallets = await Promise.all(Array.from({ length: 6 }, () => makeWallet(world, { balance: 60_000 })));
    const day = new RandomDay(world, stalls, wallets, SEED);
    for (let done = 0; done < OPERATIONS; done += UNIT) {
      await world.inTransaction(async (tx) => {
        for (let act = 0; act < UNIT; act++) await day.act(tx);
      });
      if (done === OPERATIONS / 2) {
        expect(await brokenDay(world.db)).toEqual([]);
        await world.inTransaction((tx) => day.close(tx, stalls.slice(3)));
      }
    }
    await world.inTransaction((tx) => day.close(tx));
    await world.inTransaction((tx) => day.close(tx));
    expect(await brokenDay(world.db)).toEqual([]);
    expect(await readBrokenInvariants(world.db)).toEqual([]);
    const { rows } = await sql<{ open: number }>`select count(*) as open from wallet_hold where state = 'open'`.execute(
      world.db,
    );
    expect(Number(rows[0]?.open)).toBe(0);
    expect(
      MUST_MEET.filter((met) => !day.counts.has(met)),
      JSON.stringify([...day.counts]),
    ).toEqual([]);
  });

  it('control: one portion, one second or one hold out of place is seen', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ portions: 60 }]);
    const wallets = [await makeWallet(world, { balance: 200_000 })];
    const day = new RandomDay(world, stalls, wallets, 7);
    await world.inTransaction(async (tx) => {
      for (let act = 0; act < 60; act++) await day.act(tx);
    });
    expect(await brokenDay(world.db)).toEqual([]);
    const { writer } = world.database;
    await sql`update stall_stock set portions_left = portions_left - 1`.execute(writer);
    await sql`update stall_slot set used_seconds = used_seconds + 1 where used_seconds < capacity_seconds`.execute(
      writer,
    );
    await sql`update stall_counter set last_number = last_number + 1`.execute(writer);
    expect((await brokenDay(world.db)).map((breach) => breach.split(':')[0])).toEqual([
      'portions gone are the portions that tickets hold',
      'seconds used are the seconds that tickets hold',
      'pickup numbers have no gap and no double',
    ]);
  });
});
