import { expect, it } from 'vitest';
import { makeRunningFestival } from '../../../test/factories/festivals';
import { makeDish, SIZE_AND_TOPPINGS } from '../../../test/factories/menus';
import { makeOpenFestival, readSlotRows, readStockRow } from '../../../test/factories/stalls';
import { onBothEngines } from '../../../test/setup/engines';
import { archiveDish } from '../menus/archive-dish.server';
import { changeDish } from '../menus/change-dish.server';
import { checkInStall } from './check-in-stall.server';
import { closeStallDays } from './close-stall-days.server';
import { markBack } from './mark-back.server';
import { markSoldOut } from './mark-sold-out.server';
import { pauseStall } from './pause-stall.server';
import { prepareStall } from './prepare-stall.server';
import { readFreeSlots } from './read-free-slots.server';
import { readListedDishes } from './read-listed-dishes.server';
import { readStallCards } from './read-stall-cards.server';
import { readStallPage } from './read-stall-page.server';
import { refreshDish } from './refresh-dish.server';
import { resumeStall } from './resume-stall.server';
import { searchDishes } from './search-dishes.server';
import { setFestivalPrice } from './set-festival-price.server';
import { setStock } from './set-stock.server';
import { slotStartsBetween } from './stalls';
import { withdrawListing } from './withdraw-listing.server';

const MINUTE = 60_000;
onBothEngines('a stall', (engine) => {
  it('is prepared from its menu: every priced dish on sale at its normal price, once', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeRunningFestival(world, {
      stalls: [
        { dishes: [{ name: 'Tekwan' }, { name: 'Model', price: 12_000 }, { name: 'Belum ada harga', price: null }] },
        {},
      ],
    });
    const now = world.clock.now();
    for (const { participationId } of stalls) {
      await world.inTransaction((tx) => prepareStall(tx, { participationId, now }));
      expect(await world.inTransaction((tx) => prepareStall(tx, { participationId, now }))).toEqual({
        ok: true,
        value: { listings: 0 },
      });
    }
    const rows = await world.db
      .selectFrom('stall_listing')
      .select(['number', 'festival_price'])
      .where('festival_id', '=', festivalId)
      .orderBy('number')
      .execute();
    expect(rows).toEqual([
      { number: 1, festival_price: 10_000 },
      { number: 2, festival_price: 12_000 },
      { number: 3, festival_price: 10_000 },
    ]);
    const nobody = 'par_00000000000000000000000000' as const;
    expect(await world.inTransaction((tx) => prepareStall(tx, { participationId: nobody, now }))).toEqual({
      ok: false,
      refusal: { code: 'participation_unknown' },
    });
  });

  it('follows its menu: new price, new dish, dish taken away; a festival price of its own stays', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ dishes: [{ name: 'Tekwan' }, { name: 'Model' }] }]);
    const stall = stalls[0]!;
    const { participationId, festivalId, merchantId, ownerId, day } = stall;
    const now = world.clock.now();
    await world.inTransaction((tx) =>
      setFestivalPrice(tx, { festivalId, participationId, listing: stall.listings[1]!, price: 9_000, now }),
    );
    for (const dishId of stall.dishIds) {
      await world.inTransaction((tx) =>
        changeDish(tx, { dishId, merchantId, changes: { price: 15_000 }, by: ownerId, now }),
      );
      await world.inTransaction((tx) => refreshDish(tx, { dishId, now }));
    }
    const added = await makeDish(world, { merchantId, name: 'Laksan', price: 13_000 });
    await world.inTransaction((tx) => refreshDish(tx, { dishId: added, now }));
    const priced = async () =>
      (await readStallPage(world.db, { festivalId, slug: await slugOf(), day, now }))?.dishes.map((dish) => [
        dish.dish.name,
        dish.festivalPrice,
        dish.normalPrice,
      ]);
    const slugOf = async () => (await world.db.selectFrom('stall_setup').select('slug').executeTakeFirstOrThrow()).slug;
    expect(await priced()).toEqual(
      expect.arrayContaining([
        ['Tekwan', 15_000, 15_000],
        ['Model', 9_000, 15_000],
        ['Laksan', 13_000, 13_000],
      ]),
    );
    await world.inTransaction((tx) => archiveDish(tx, { dishId: added, merchantId, by: ownerId, now }));
    await world.inTransaction((tx) => refreshDish(tx, { dishId: added, now }));
    expect(await priced()).toHaveLength(2);
  });

  it('opens with slots on the ten-minute grid; opening again changes their room, never below what is taken', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ cookedAtOnce: 4 }]);
    const stall = stalls[0]!;
    const { participationId, day } = stall;
    const slots = await readSlotRows(world, stall);
    expect(slots).toHaveLength(11 * 6);
    expect(slots.every((slot) => slot.starts_at % (10 * MINUTE) === 0 && slot.capacity_seconds === 2_400)).toBe(true);
    await world.database.writer
      .updateTable('stall_slot')
      .set({ used_seconds: 2_000 })
      .where('starts_at', '=', slots[0]!.starts_at)
      .execute();
    const again = (cookedAtOnce: number) =>
      world.inTransaction((tx) => checkInStall(tx, { participationId, day, cookedAtOnce, now: world.clock.now() }));
    expect((await again(2)).ok).toBe(true);
    expect((await readSlotRows(world, stall)).slice(0, 2).map((slot) => slot.capacity_seconds)).toEqual([2_000, 1_200]);
    expect(await again(0)).toMatchObject({ ok: false, refusal: { code: 'cooked_at_once_odd' } });
  });

  it('does not open on a day that is over or not the festival’s, nor where there is no stall', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const { participationId } = stalls[0]!;
    const open = (id: typeof participationId, day: string) =>
      world.inTransaction((tx) => checkInStall(tx, { participationId: id, day, now: world.clock.now() }));
    expect(await open(participationId, '2026-12-24')).toEqual({ ok: false, refusal: { code: 'festival_day_unknown' } });
    expect(await open('par_00000000000000000000000000', '2026-11-28')).toEqual({
      ok: false,
      refusal: { code: 'stall_unknown' },
    });
    world.clock.advance(12 * 60 * MINUTE);
    expect(await open(participationId, '2026-11-28')).toEqual({ ok: false, refusal: { code: 'festival_day_over' } });
  });

  it('pauses for fifteen minutes by its own timer, resumes before it, and does neither once closed', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const stall = stalls[0]!;
    const { festivalId, participationId, day } = stall;
    const standing = async () =>
      (await readStallCards(world.db, { festivalId, day, page: 1, now: world.clock.now() })).stalls[0]?.standing;
    const pause = () =>
      world.inTransaction((tx) =>
        pauseStall(tx, { festivalId, participationId, day, reason: 'busy', now: world.clock.now() }),
      );
    const resume = () =>
      world.inTransaction((tx) => resumeStall(tx, { festivalId, participationId, day, now: world.clock.now() }));
    expect(await pause()).toMatchObject({ ok: true });
    expect(await standing()).toBe('paused');
    await resume();
    expect(await standing()).toBe('open');
    await pause();
    world.clock.advance(15 * MINUTE);
    expect(await standing()).toBe('open');
    await world.inTransaction((tx) => closeStallDays(tx, { festivalId, day, now: world.clock.now() }));
    expect(await standing()).toBe('closed');
    expect(await pause()).toEqual({ ok: false, refusal: { code: 'stall_not_open' } });
    expect(await resume()).toEqual({ ok: false, refusal: { code: 'stall_not_open' } });
    const open = world.inTransaction((tx) => checkInStall(tx, { participationId, day, now: world.clock.now() }));
    expect(await open).toEqual({ ok: false, refusal: { code: 'festival_day_over' } });
  });

  it('counts portions, marks dishes and options sold out and back, and refuses odd numbers and other stalls’ dishes', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ dishes: [{ groups: SIZE_AND_TOPPINGS }] }, {}]);
    const stall = stalls[0]!;
    const { festivalId, participationId, day, listings } = stall;
    const thing = { festivalId, participationId, listing: listings[0]!, day, now: world.clock.now() };
    const foreign = { ...thing, listing: stalls[1]!.listings[0]! };
    const run = <Value>(verb: (tx: Parameters<Parameters<typeof world.inTransaction>[0]>[0]) => Promise<Value>) =>
      world.inTransaction(verb);
    const dish = async () =>
      (await readListedDishes(world.db, { festivalId, numbers: [thing.listing], day, now: thing.now }))[0];
    await run((tx) => setStock(tx, { ...thing, portions: 3 }));
    expect(await dish()).toMatchObject({ portionsLeft: 3, soldOut: 'no' });
    await run((tx) => setStock(tx, { ...thing, portions: 0 }));
    expect(await dish()).toMatchObject({ portionsLeft: 0, soldOut: 'yes' });
    await run((tx) => setStock(tx, { ...thing, portions: null }));
    await run((tx) => markSoldOut(tx, { ...thing, option: null }));
    await run((tx) => markSoldOut(tx, { ...thing, option: 3 }));
    expect(await dish()).toMatchObject({ portionsLeft: null, soldOut: 'yes', optionsSoldOut: [3] });
    await run((tx) => markBack(tx, { ...thing, option: null }));
    await run((tx) => markBack(tx, { ...thing, option: 3 }));
    expect(await dish()).toMatchObject({ soldOut: 'no', optionsSoldOut: [] });
    expect(await readStockRow(world, stall)).toMatchObject({ portions_start: null });
    const unknown = { ok: false, refusal: { code: 'listing_unknown' } };
    expect(await run((tx) => setStock(tx, { ...foreign, portions: 3 }))).toEqual(unknown);
    expect(await run((tx) => markSoldOut(tx, { ...foreign, option: null }))).toEqual(unknown);
    expect(await run((tx) => markBack(tx, { ...foreign, option: null }))).toEqual(unknown);
    expect(await run((tx) => setFestivalPrice(tx, { ...foreign, price: 1_000 }))).toEqual(unknown);
    expect(await run((tx) => withdrawListing(tx, { ...foreign, act: 'withdraw' }))).toEqual(unknown);
    expect(await run((tx) => setStock(tx, { ...thing, portions: -1 }))).toMatchObject({
      ok: false,
      refusal: { code: 'portions_odd' },
    });
    expect(await run((tx) => setFestivalPrice(tx, { ...thing, price: 0 }))).toMatchObject({
      ok: false,
      refusal: { code: 'festival_price_odd' },
    });
    await run((tx) => setFestivalPrice(tx, { ...thing, price: 9_000 }));
    expect(await dish()).toMatchObject({ festivalPrice: 9_000, normalPrice: 10_000 });
    await run((tx) => setFestivalPrice(tx, { ...thing, price: null }));
    expect(await dish()).toMatchObject({ festivalPrice: 10_000 });
  });

  it('is found by the beginning of any word of dish or stall, and by filters; a withdrawn dish is not', async () => {
    const world = await engine.world();
    const { stalls, festivalId, day } = await makeOpenFestival(world, [
      {
        stallName: 'Warung Cek Yah',
        dishes: [
          {
            name: 'Mie Celor',
            price: 12_000,
            halal: 'certified',
            allergenAnswer: 'listed',
            allergens: ['crustacean'],
          } as never,
        ],
      },
      {
        stallName: 'Pempek Siti',
        dishes: [
          { name: 'Pempek kapal selam', price: 15_000 },
          { name: 'Tekwan kuah', price: 10_000, halal: 'certified', allergenAnswer: 'none' },
        ],
      },
    ]);
    const search = async (words: string, filters = {}) => {
      const { dishes } = await searchDishes(world.db, { festivalId, day, words, filters, now: world.clock.now() });
      return dishes.map((dish) => dish.dish.name).sort();
    };
    expect(await search('tekw')).toEqual(['Tekwan kuah']);
    expect(await search('KUAH siti')).toEqual(['Tekwan kuah']);
    expect(await search('siti')).toEqual(['Pempek kapal selam', 'Tekwan kuah']);
    expect(await search('rujak')).toEqual([]);
    expect(await search('', { halal: 'certified' })).toEqual(['Mie Celor', 'Tekwan kuah']);
    expect(await search('', { priceMax: 12_000 })).toEqual(['Mie Celor', 'Tekwan kuah']);
    expect(await search('', { without: ['crustacean'] })).toEqual(['Tekwan kuah']);
    const { participationId, listings } = stalls[1]!;
    await world.inTransaction((tx) =>
      withdrawListing(tx, {
        festivalId,
        participationId,
        listing: listings[0]!,
        act: 'withdraw',
        now: world.clock.now(),
      }),
    );
    expect(await search('pempek')).toEqual(['Tekwan kuah']);
  });

  it('offers the earliest slot with room at every stall, or each stall’s own', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeOpenFestival(world, [{ cookedAtOnce: 2 }, { cookedAtOnce: 2 }]);
    const now = world.clock.now();
    const needs = stalls.map(({ participationId }) => ({ participationId, seconds: 600 }));
    const fill = (index: number, starts: number[]) =>
      world.database.writer
        .updateTable('stall_slot')
        .set({ used_seconds: 1_200 })
        .where('participation_id', '=', stalls[index]!.participationId)
        .where('starts_at', 'in', starts)
        .execute();
    await fill(0, [now + 10 * MINUTE, now + 20 * MINUTE]);
    await fill(1, [now + 30 * MINUTE]);
    const free = await readFreeSlots(world.db, { festivalId, needs, from: now });
    expect(free.common).toBe(now + 40 * MINUTE);
    expect(free.each.map((each) => each.startsAt)).toEqual([now + 30 * MINUTE, now + 10 * MINUTE]);
    const slots = await readSlotRows(world, stalls[0]!);
    await fill(
      0,
      slots.map((slot) => slot.starts_at),
    );
    expect(await readFreeSlots(world.db, { festivalId, needs, from: now })).toMatchObject({
      common: null,
      each: [{ startsAt: null }, { startsAt: now + 10 * MINUTE }],
    });
  });
});

it('a slot begins on the grid and ends before closing', () => {
  const at = (minutes: number) => minutes * MINUTE;
  expect(slotStartsBetween(at(7), at(35))).toEqual([at(10), at(20)]);
  expect(slotStartsBetween(at(10), at(19))).toEqual([]);
});
