import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { lockRows } from '~db/engine.server';
import { doorOf, makeOrder } from '../../../test/factories/orders';
import { makeOpenFestival } from '../../../test/factories/stalls';
import { makeWallet } from '../../../test/factories/wallet';
import { onOneEngine, type World } from '../../../test/setup/engines';
import { closeFestivalDay } from '../../worker/stall-day.server';
import { readFestivalDays } from '../festivals/read-festival.server';
import { refuseTicket } from './refuse-ticket.server';

/** Another process, as far as units of work know. */
const outside = AsyncLocalStorage.snapshot();

/** Until somebody waits for a lock in this database. */
async function untilSomebodyWaits(world: World): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db);
    if ((rows[0]?.n ?? 0) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits');
}

/** Whether a row is free while somebody waits for the rows locked before it. */
const isFree = async (rows: Promise<unknown>) =>
  rows.then(
    () => 'free',
    (error: { code?: string }) => error.code ?? 'error',
  );

onOneEngine('postgres', 'a stall at work beside customers who order', (engine) => {
  it('"habis" waits for the stock before it touches the slot, as ordering does', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeOpenFestival(world, [{ portions: 5 }]);
    const stall = stalls[0]!;
    const wallet = await makeWallet(world, { balance: 100_000 });
    const { tickets } = await makeOrder(world, stalls, { wallet });
    let refusing: Promise<unknown> = Promise.resolve();
    await world.inTransaction(async (tx) => {
      await lockRows(tx.selectFrom('stall_stock').select('day').where('festival_id', '=', festivalId)).execute();
      refusing = outside(() =>
        world.inTransaction((other) =>
          refuseTicket(other, {
            door: doorOf(stall, tickets[0]!),
            reason: 'sold_out',
            byPersonId: null,
            now: world.clock.now(),
          }),
        ),
      );
      await untilSomebodyWaits(world);
      const slot = sql`select 1 from stall_slot where used_seconds > 0 for update nowait`.execute(tx);
      expect(await isFree(slot)).toBe('free');
    });
    expect(await refusing).toMatchObject({ ok: true });
  });

  it("the evening holds no pickup counter while it waits for a customer's wallet", async () => {
    const world = await engine.world();
    const { stalls, festivalId, day } = await makeOpenFestival(world, [{ portions: 5 }]);
    const wallet = await makeWallet(world, { balance: 100_000 });
    await makeOrder(world, stalls, { wallet });
    world.clock.set((await readFestivalDays(world.db, festivalId))[0]!.closesAt);
    let closing: Promise<unknown> = Promise.resolve();
    await world.inTransaction(async (tx) => {
      await lockRows(tx.selectFrom('wallet_account').select('id').where('id', '=', wallet.accountId)).execute();
      closing = outside(() => closeFestivalDay(world.app, { festivalId, day }));
      await untilSomebodyWaits(world);
      const counter = sql`select 1 from stall_counter for update nowait`.execute(tx);
      expect(await isFree(counter)).toBe('free');
    });
    await closing;
  });
});
