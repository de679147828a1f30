import { expect, it } from 'vitest';
import type { TicketId } from '~/shared/ids';
import { doorOf, makeOrder, nextBrowser, readTicket, tryOrder } from '../../../test/factories/orders';
import { makeOpenFestival, type OpenStall } from '../../../test/factories/stalls';
import { makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { closeFestivalDay } from '../../worker/stall-day.server';
import { readFestivalDays } from '../festivals/read-festival.server';
import { acceptTicket } from './accept-ticket.server';
import { closeDay } from './close-day.server';
import { handOver } from './hand-over.server';
import { markReady } from './mark-ready.server';
import { readSlip } from './read-slip.server';
import { readSlipDays } from './read-slip-days.server';
import { refundTicket } from './refund-ticket.server';
import { takeCash } from './take-cash.server';

async function cook(world: World, stall: OpenStall, ticketId: TicketId, until: 'accepted' | 'ready' | 'handed_over') {
  const door = doorOf(stall, ticketId);
  const by = { byPersonId: null, now: world.clock.now() };
  await world.inTransaction((tx) => acceptTicket(tx, { door, minutes: 5, ...by }));
  if (until !== 'accepted') await world.inTransaction((tx) => markReady(tx, { door, ...by }));
  if (until === 'handed_over') await world.inTransaction((tx) => handOver(tx, { door, ...by }));
}

async function balanceOf(world: World, stall: OpenStall, kind: 'sales' | 'receivable') {
  const row = await world.db
    .selectFrom('wallet_account')
    .select('balance')
    .where('owner_id', '=', stall.merchantId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.balance ?? 0;
}

onBothEngines('the evening', (engine) => {
  it('ends what is left: ready food is sold, everything else goes back, and running it again changes nothing', async () => {
    const world = await engine.world();
    const { stalls, festivalId, day } = await makeOpenFestival(world, [{ portions: 50 }]);
    const stall = stalls[0]!;
    const wallet = await makeWallet(world, { balance: 100_000 });
    const ready = await makeOrder(world, stalls, { wallet });
    const cooking = await makeOrder(world, stalls, { wallet });
    const placed = await makeOrder(world, stalls, { wallet });
    const unpaid = await makeOrder(world, stalls, { browser: nextBrowser() });
    const counter = await makeOrder(world, stalls, { source: 'counter' });
    await cook(world, stall, ready.tickets[0]!, 'ready');
    await cook(world, stall, cooking.tickets[0]!, 'accepted');
    const close = () => world.inTransaction((tx) => closeDay(tx, { festivalId, day, now: world.clock.now() }));
    expect(await close()).toEqual({ uncollected: 1, returned: 3, handedOver: 1 });
    const states = await Promise.all(
      [ready, cooking, placed, unpaid, counter].map(
        async ({ tickets }) => (await readTicket(world, tickets[0]!)).state,
      ),
    );
    expect(states).toEqual(['uncollected', 'refused', 'refused', 'expired', 'handed_over']);
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 90_000, held: 0 });
    expect(await close()).toEqual({ uncollected: 0, returned: 0, handedOver: 0 });
    expect(await tryOrder(world, stalls, { wallet })).toMatchObject({ ok: false, refusal: { code: 'stall_closed' } });
  });

  it('is closed by the worker for every stall, and the festival day with it, but never before its closing time', async () => {
    const world = await engine.world();
    const { stalls, festivalId, day } = await makeOpenFestival(world, [{}, {}]);
    const wallet = await makeWallet(world, { balance: 100_000 });
    const order = await makeOrder(world, stalls, { wallet });
    await cook(world, stalls[0]!, order.tickets[0]!, 'ready');
    await closeFestivalDay(world.app, { festivalId, day });
    expect((await readTicket(world, order.tickets[0]!)).state).toBe('ready');
    world.clock.set((await readFestivalDays(world.db, festivalId))[0]!.closesAt);
    await closeFestivalDay(world.app, { festivalId, day });
    await closeFestivalDay(world.app, { festivalId, day });
    expect((await readTicket(world, order.tickets[0]!)).state).toBe('uncollected');
    expect((await readTicket(world, order.tickets[1]!)).state).toBe('refused');
    const row = await world.db
      .selectFrom('festival_day')
      .select('closed_at')
      .where('festival_id', '=', festivalId)
      .where('day', '=', day)
      .executeTakeFirst();
    expect(row?.closed_at).toBe(world.clock.now());
  });

  it('prints a slip whose every amount is the sum of ledger entries, each deduction with its dated rule and base', async () => {
    const world = await engine.world();
    const { stalls, day } = await makeOpenFestival(world, [{ cookedAtOnce: 20 }]);
    const stall = stalls[0]!;
    const wallet = await makeWallet(world, { balance: 500_000 });
    const byPersonId = null;
    const cash = await makeOrder(world, stalls, { browser: nextBrowser(), quantity: 3 });
    await world.inTransaction((tx) =>
      takeCash(tx, { door: doorOf(stall, cash.tickets[0]!), byPersonId, now: world.clock.now() }),
    );
    await cook(world, stall, cash.tickets[0]!, 'handed_over');
    const first = await makeOrder(world, stalls, { wallet, quantity: 7 });
    const second = await makeOrder(world, stalls, { wallet, quantity: 2 });
    for (const order of [first, second]) await cook(world, stall, order.tickets[0]!, 'handed_over');
    const refund = (amount: number, refundId: string) =>
      world.inTransaction((tx) =>
        refundTicket(tx, {
          door: doorOf(stall, first.tickets[0]!),
          refundId,
          amount,
          byPersonId,
          now: world.clock.now(),
        }),
      );
    expect(await refund(10_000, 'one')).toMatchObject({ ok: true, value: { refunded: 10_000 } });
    expect(await refund(10_000, 'one')).toMatchObject({ ok: true });

    const slip = await readSlip(world.db, { participationId: stall.participationId, day });
    expect(slip?.sold).toEqual([
      { payment: 'wallet', tickets: 2, amount: 90_000 },
      { payment: 'cash', tickets: 1, amount: 30_000 },
    ]);
    expect(slip?.refundedWallet).toBe(10_000);
    expect(slip?.arrives).toBe(await balanceOf(world, stall, 'sales'));
    expect(slip?.owesNow).toBe(await balanceOf(world, stall, 'receivable'));
    expect(slip?.cashInHand).toBe(30_000);
    for (const deduction of slip?.deductions ?? []) {
      const rule = await world.db
        .selectFrom('wallet_rule')
        .selectAll()
        .where('id', '=', deduction.ruleId!)
        .executeTakeFirstOrThrow();
      expect(deduction).toMatchObject({
        basisPoints: rule.basis_points,
        source: rule.source,
        validFrom: rule.valid_from,
      });
    }
    const walletRule = slip?.deductions.find(({ payment }) => payment === 'wallet');
    expect(walletRule?.base).toBe(90_000);
    const entered = await world.db
      .selectFrom('wallet_entry')
      .innerJoin('wallet_account', 'wallet_account.id', 'debit_account_id')
      .select(({ fn }) => fn.sum<number>('amount').as('amount'))
      .where('purpose', '=', 'commission')
      .where('wallet_account.owner_id', '=', stall.merchantId)
      .executeTakeFirst();
    expect((slip?.deductions ?? []).reduce((sum, { amount }) => sum + amount, 0)).toBe(Number(entered?.amount));
    expect(await readSlipDays(world.db, stall.merchantId)).toMatchObject([{ day, sold: 120_000, tickets: 3 }]);
    expect(await readSlip(world.db, { participationId: stall.participationId, day: '2020-01-01' })).toBeNull();
  });

  it('gives back after the sale, but never more than was paid, and the commission comes back with it', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const stall = stalls[0]!;
    const wallet = await makeWallet(world, { balance: 100_000 });
    const { tickets } = await makeOrder(world, stalls, { wallet, quantity: 3 });
    const refund = (amount: number, refundId: string) =>
      world.inTransaction((tx) =>
        refundTicket(tx, {
          door: doorOf(stall, tickets[0]!),
          refundId,
          amount,
          byPersonId: null,
          now: world.clock.now(),
        }),
      );
    expect(await refund(1, 'early')).toEqual({ ok: false, refusal: { code: 'ticket_moved', state: 'placed' } });
    await cook(world, stall, tickets[0]!, 'handed_over');
    expect(await refund(0, 'none')).toEqual({ ok: false, refusal: { code: 'refund_odd' } });
    expect(await refund(30_001, 'too much')).toEqual({
      ok: false,
      refusal: { code: 'refund_too_large', left: 30_000 },
    });
    for (const [index, amount] of [9_999, 10_001, 10_000].entries())
      expect((await refund(amount, `${index}`)).ok).toBe(true);
    expect(await refund(1, 'more')).toEqual({ ok: false, refusal: { code: 'refund_too_large', left: 0 } });
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 100_000, held: 0 });
    expect(await balanceOf(world, stall, 'sales')).toBe(0);
  });

  it('gives the commission of a cash sale back when the cash was handed back', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const stall = stalls[0]!;
    const { tickets } = await makeOrder(world, stalls, { source: 'counter', quantity: 3 });
    const by = { byPersonId: null, now: world.clock.now() };
    await world.inTransaction((tx) => markReady(tx, { door: doorOf(stall, tickets[0]!), ...by }));
    await world.inTransaction((tx) => handOver(tx, { door: doorOf(stall, tickets[0]!), ...by }));
    const { commission } = await readTicket(world, tickets[0]!);
    expect(await balanceOf(world, stall, 'receivable')).toBe(commission);
    await world.inTransaction((tx) =>
      refundTicket(tx, { door: doorOf(stall, tickets[0]!), refundId: 'all', amount: 30_000, ...by }),
    );
    expect(await balanceOf(world, stall, 'receivable')).toBe(0);
    expect(await readTicket(world, tickets[0]!)).toMatchObject({ refunded: 30_000, cash_returned: 30_000 });
  });
});
