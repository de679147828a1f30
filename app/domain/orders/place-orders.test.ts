import { expect, it } from 'vitest';
import { SIZE_AND_TOPPINGS } from '../../../test/factories/menus';
import {
  doorOf,
  makeOrder,
  nextBrowser,
  readTicket,
  readTickets,
  requestFor,
  tryOrder,
} from '../../../test/factories/orders';
import { makeOpenFestival, readSlotRows, readStockRow } from '../../../test/factories/stalls';
import { makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { markSoldOut } from '../stalls/mark-sold-out.server';
import { pauseStall } from '../stalls/pause-stall.server';
import { setFestivalPrice } from '../stalls/set-festival-price.server';
import { withdrawListing } from '../stalls/withdraw-listing.server';
import { placeOrder } from './place-orders.server';
import { takeCash } from './take-cash.server';

const MINUTE = 60_000;

onBothEngines('placing an order', (engine) => {
  it('takes portions, seconds of one common slot and a hold a stall, and gives each stall its own number', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ portions: 20 }, { portions: 20 }]);
    const wallet = await makeWallet(world, { balance: 100_000 });
    const { orderId } = await makeOrder(world, stalls, { wallet, quantity: 2 });
    const tickets = await readTickets(world, orderId);
    expect(tickets.map((ticket) => [ticket.state, ticket.total, ticket.pickup_number, ticket.make_seconds])).toEqual([
      ['placed', 20_000, 1, 600],
      ['placed', 20_000, 1, 600],
    ]);
    expect(new Set(tickets.map((ticket) => ticket.slot_starts_at)).size).toBe(1);
    for (const stall of stalls) {
      expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 18, portions_start: 20 });
      const used = (await readSlotRows(world, stall)).filter((slot) => slot.used_seconds > 0);
      expect(used).toEqual([{ starts_at: tickets[0]?.slot_starts_at, capacity_seconds: 2400, used_seconds: 600 }]);
    }
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 100_000, held: 40_000 });
    expect(
      await world.db.selectFrom('order_line').selectAll().where('ticket_id', '=', tickets[0]!.id).execute(),
    ).toMatchObject([
      {
        dish_name: expect.stringContaining('Tekwan'),
        quantity: 2,
        unit_price: 10_000,
        line_total: 20_000,
        portions_taken: 2,
      },
    ]);
  });

  it('lets a cash order wait ten minutes at most, or until its slot begins', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const { tickets } = await makeOrder(world, stalls, { browser: nextBrowser() });
    const ticket = await readTicket(world, tickets[0]!);
    expect(ticket).toMatchObject({ state: 'awaiting_cash', payment: 'cash', hold_id: null });
    expect(ticket.expires_at).toBe(Math.min(world.clock.now() + 10 * MINUTE, ticket.slot_starts_at));
  });

  it('answers the same order when its id comes again, whatever the basket holds by then', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ portions: 5 }]);
    const wallet = await makeWallet(world, { balance: 100_000 });
    const { orderId } = await makeOrder(world, stalls, { wallet });
    expect(await tryOrder(world, stalls, { wallet, orderId })).toEqual({
      ok: true,
      value: { orderId, existed: 'yes' },
    });
    expect(await tryOrder(world, stalls, { wallet, orderId, quantity: 3 })).toEqual({
      ok: true,
      value: { orderId, existed: 'yes' },
    });
    expect(await readStockRow(world, stalls[0]!)).toMatchObject({ portions_left: 4 });
    expect(await readTickets(world, orderId)).toHaveLength(1);
  });

  it('refuses what is sold out or too few, names the dish and what is left, and takes nothing', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ portions: 2 }]);
    const [stall] = stalls;
    const wallet = await makeWallet(world, { balance: 100_000 });
    expect(await tryOrder(world, stalls, { wallet, quantity: 3 })).toMatchObject({
      ok: false,
      refusal: { code: 'sold_out', dishes: [{ listing: stall!.listings[0], left: 2, wanted: 3 }] },
    });
    const { festivalId, participationId, day, listings } = stall!;
    const now = world.clock.now();
    await world.inTransaction((tx) =>
      markSoldOut(tx, { festivalId, participationId, listing: listings[0]!, day, option: null, now }),
    );
    expect(await tryOrder(world, stalls, { wallet })).toMatchObject({
      ok: false,
      refusal: { code: 'sold_out', dishes: [{ left: 0 }] },
    });
    expect(await readStockRow(world, stall!)).toMatchObject({ portions_left: 2 });
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ held: 0 });
  });

  it('refuses an empty basket, one that is too long, and a dish that is not sold here', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const [stall] = stalls;
    const request = requestFor(world, stalls, { browser: nextBrowser() });
    const place = (changes: Partial<typeof request>) =>
      world.inTransaction((tx) => placeOrder(tx, { ...request, ...changes }, world.clock.now()));
    expect(await place({ lines: [] })).toMatchObject({ ok: false, refusal: { code: 'basket_empty' } });
    expect(await place({ lines: [{ ...request.lines[0]!, quantity: 51 }] })).toMatchObject({
      ok: false,
      refusal: { code: 'basket_too_large' },
    });
    expect(await place({ lines: [{ ...request.lines[0]!, listing: 999 }] })).toMatchObject({
      ok: false,
      refusal: { code: 'dish_not_sold', listings: [999] },
    });
    const { festivalId, participationId, listings } = stall!;
    await world.inTransaction((tx) =>
      withdrawListing(tx, {
        festivalId,
        participationId,
        listing: listings[0]!,
        act: 'withdraw',
        now: world.clock.now(),
      }),
    );
    expect(await place({})).toMatchObject({ ok: false, refusal: { code: 'dish_not_sold' } });
  });

  it('holds the price that was seen for its time, then asks about the new one with both', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const [stall] = stalls;
    const now = world.clock.now();
    const { festivalId, participationId, listings } = stall!;
    await world.inTransaction((tx) =>
      setFestivalPrice(tx, { festivalId, participationId, listing: listings[0]!, price: 12_000, now }),
    );
    const held = await makeOrder(world, stalls, { browser: nextBrowser(), heldUntil: now + MINUTE });
    expect(await readTicket(world, held.tickets[0]!)).toMatchObject({ total: 10_000 });
    expect(await tryOrder(world, stalls, { browser: nextBrowser(), heldUntil: now - 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'price_changed', changes: [{ was: 10_000, now: 12_000 }] },
    });
  });

  it('asks for a choice where one is due and refuses options that are sold out', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ dishes: [{ groups: SIZE_AND_TOPPINGS }] }]);
    const [stall] = stalls;
    const options = await world.db
      .selectFrom('menu_option')
      .select(['number', 'name'])
      .where('dish_id', '=', stall!.dishIds[0]!)
      .orderBy('number')
      .execute();
    const numberOf = (name: string) => options.find((option) => option.name === name)!.number;
    expect(await tryOrder(world, stalls, { browser: nextBrowser() })).toMatchObject({
      ok: false,
      refusal: { code: 'options_wrong', group: 'Ukuran', min: 1, max: 1 },
    });
    expect(
      await tryOrder(world, stalls, { browser: nextBrowser(), options: [numberOf('Biasa'), numberOf('Besar')] }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'options_wrong', group: 'Ukuran' },
    });
    const withEgg = { options: [numberOf('Besar'), numberOf('Telur')], price: 18_000 };
    const { tickets } = await makeOrder(world, stalls, { ...withEgg, browser: nextBrowser() });
    expect(await readTicket(world, tickets[0]!)).toMatchObject({ total: 18_000 });
    const { festivalId, participationId, day, listings } = stall!;
    const now = world.clock.now();
    await world.inTransaction((tx) =>
      markSoldOut(tx, { festivalId, participationId, listing: listings[0]!, day, option: numberOf('Telur'), now }),
    );
    expect(await tryOrder(world, stalls, { ...withEgg, browser: nextBrowser() })).toMatchObject({
      ok: false,
      refusal: { code: 'option_sold_out', name: 'Telur' },
    });
  });

  it('refuses a full slot with the earliest that has room, and moves nothing silently', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ cookedAtOnce: 1 }]);
    const [stall] = stalls;
    const first = await makeOrder(world, stalls, { browser: nextBrowser(), quantity: 2 });
    const { slot_starts_at: startsAt } = await readTicket(world, first.tickets[0]!);
    const slots = [{ participationId: stall!.participationId, startsAt }];
    expect(await tryOrder(world, stalls, { browser: nextBrowser(), slots })).toMatchObject({
      ok: false,
      refusal: { code: 'slot_full', full: [stall!.stallName], earliest: [{ startsAt: startsAt + 10 * MINUTE }] },
    });
    expect(await tryOrder(world, stalls, { browser: nextBrowser(), quantity: 3 })).toMatchObject({
      ok: false,
      refusal: { code: 'too_large_for_slot', seconds: 900, capacitySeconds: 600 },
    });
  });

  it('refuses a stall that pauses or has not opened, and a festival that does not run', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeOpenFestival(world, [{}]);
    const [stall] = stalls;
    const now = world.clock.now();
    await world.inTransaction((tx) => pauseStall(tx, { ...stall!, reason: 'busy', now }));
    expect(await tryOrder(world, stalls, { browser: nextBrowser() })).toMatchObject({
      ok: false,
      refusal: { code: 'stall_paused', until: now + 15 * MINUTE },
    });
    expect((await tryOrder(world, stalls, { source: 'counter' })).ok).toBe(true);
    const tomorrow = { ...requestFor(world, stalls, { browser: nextBrowser() }), day: '2026-11-29' };
    expect(await world.inTransaction((tx) => placeOrder(tx, tomorrow, now))).toMatchObject({
      ok: false,
      refusal: { code: 'stall_closed' },
    });
    await world.database.writer
      .updateTable('festival_edition')
      .set({ state: 'postponed' })
      .where('id', '=', festivalId)
      .execute();
    expect(await tryOrder(world, stalls, { browser: nextBrowser() })).toMatchObject({
      ok: false,
      refusal: { code: 'festival_not_running' },
    });
  });

  it('refuses a wallet without enough money or without a fresh PIN', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const wallet = await makeWallet(world, { balance: 25_000 });
    expect(await tryOrder(world, stalls, { wallet, quantity: 3 })).toMatchObject({
      ok: false,
      refusal: { code: 'balance_too_low', missing: 5_000 },
    });
    const request = requestFor(world, stalls, { wallet });
    const place = (pinCheckedAt: number | null) =>
      world.inTransaction((tx) => placeOrder(tx, { ...request, pinCheckedAt }, world.clock.now()));
    expect(await place(null)).toMatchObject({ ok: false, refusal: { code: 'pin_needed' } });
    expect(await place(world.clock.now() - 3 * MINUTE)).toMatchObject({ ok: false, refusal: { code: 'pin_needed' } });
  });

  it('allows one unpaid order a browser, and another one once it is paid or its time is over', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const browser = nextBrowser();
    const first = await makeOrder(world, stalls, { browser });
    expect(await tryOrder(world, stalls, { browser })).toMatchObject({
      ok: false,
      refusal: { code: 'unpaid_order_open', orderId: first.orderId },
    });
    const door = doorOf(stalls[0]!, first.tickets[0]!);
    await world.inTransaction((tx) => takeCash(tx, { door, byPersonId: null, now: world.clock.now() }));
    await makeOrder(world, stalls, { browser });
    world.clock.advance(11 * MINUTE);
    expect((await tryOrder(world, stalls, { browser })).ok).toBe(true);
  });

  it('stops cash orders at the ceiling of unpaid portions, but no wallet and no counter sale', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeOpenFestival(world, [{ cookedAtOnce: 60 }]);
    await makeOrder(world, stalls, { browser: nextBrowser(), quantity: 3 });
    await world.database.writer
      .updateTable('order_unpaid')
      .set({ ceiling: 4 })
      .where('festival_id', '=', festivalId)
      .execute();
    expect(await tryOrder(world, stalls, { browser: nextBrowser(), quantity: 2 })).toMatchObject({
      ok: false,
      refusal: { code: 'unpaid_ceiling' },
    });
    await makeOrder(world, stalls, { browser: nextBrowser() });
    await makeOrder(world, stalls, { source: 'counter', quantity: 5 });
    await makeOrder(world, stalls, { wallet: await makeWallet(world, { balance: 100_000 }), quantity: 5 });
    expect(await world.db.selectFrom('order_unpaid').select('portions').executeTakeFirst()).toEqual({ portions: 4 });
  });
});
