import { expect, it } from 'vitest';
import { doorOf, makeOrder, nextBrowser, readTicket, tryOrder } from '../../../test/factories/orders';
import { makeOpenFestival, type OpenStall } from '../../../test/factories/stalls';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { findSilentStalls } from '../../worker/silent-stalls.server';
import { acceptTicket } from '../orders/accept-ticket.server';
import { readBasketState } from '../orders/read-basket-state.server';
import { checkInStall } from './check-in-stall.server';
import { markSilent } from './mark-silent.server';
import { noteHeartbeat } from './note-heartbeat.server';
import { pauseStall } from './pause-stall.server';
import { readStallCards } from './read-stall-cards.server';
import { searchDishes } from './search-dishes.server';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const beat = (world: World, stall: OpenStall, from: 'script' | 'request' = 'script') =>
  noteHeartbeat(world.app, { ...stall, from, now: world.clock.now() });
const mark = (world: World) => world.inTransaction((tx) => markSilent(tx, { now: world.clock.now() }));
const standings = async (world: World, { festivalId, day }: OpenStall) => {
  const { stalls } = await readStallCards(world.db, { festivalId, day, page: 1, now: world.clock.now() });
  return stalls.sort((one, other) => one.booth - other.booth).map(({ standing }) => standing);
};
const rowOf = (world: World, { participationId }: OpenStall) =>
  world.db
    .selectFrom('stall_heartbeat')
    .select(['seen_at', 'silent_at'])
    .where('participation_id', '=', participationId)
    .executeTakeFirst();
const versions = async (world: World) =>
  Object.fromEntries(
    (await world.db.selectFrom('platform_topic').select(['topic', 'version']).execute()).map((row) => [
      row.topic,
      row.version,
    ]),
  );

onBothEngines('the heartbeat of a board', (engine) => {
  async function begin(stalls = 2) {
    const world = await engine.world();
    const festival = await makeOpenFestival(
      world,
      Array.from({ length: stalls }, () => ({})),
    );
    // Past the opening, with room for minutes before it closes.
    world.clock.advance(MINUTE);
    return { world, ...festival, stall: festival.stalls[0]!, other: festival.stalls[1]! };
  }

  it('that stops for a minute makes the stall silent; the next beat brings it back', async () => {
    const { world, stall } = await begin();
    await beat(world, stall);
    world.clock.advance(59 * SECOND);
    expect(await mark(world)).toEqual([]);
    world.clock.advance(SECOND);
    expect(await mark(world)).toEqual([{ festivalId: stall.festivalId, participationId: stall.participationId }]);
    expect(await standings(world, stall)).toEqual(['silent', 'open']);
    await beat(world, stall);
    expect(await standings(world, stall)).toEqual(['open', 'open']);
    expect(await mark(world)).toEqual([]);
  });

  it('touches the pages of exactly the stalls that fell silent, once, and again when they are back', async () => {
    const { world, stall, other } = await begin();
    for (const each of [stall, other]) await beat(world, each);
    world.clock.advance(40 * SECOND);
    await beat(world, other);
    world.clock.advance(30 * SECOND);
    const before = await versions(world);
    await findSilentStalls(world.app);
    await findSilentStalls(world.app);
    const silent = await versions(world);
    const mine = [`festival:${stall.festivalId}`, `stall:${stall.participationId}`];
    const moved = Object.keys(silent).filter((topic) => silent[topic] !== before[topic]);
    expect(moved.sort()).toEqual(mine.sort());
    expect(mine.map((topic) => (silent[topic] ?? 0) - (before[topic] ?? 0))).toEqual([1, 1]);
    const heard: string[] = [];
    world.app.onLive((topics) => heard.push(...topics));
    await beat(world, stall);
    const back = await versions(world);
    expect(mine.map((topic) => (back[topic] ?? 0) - (silent[topic] ?? 0))).toEqual([1, 1]);
    // A beat of a stall that was not silent changes no page.
    world.clock.advance(20 * SECOND);
    await beat(world, stall);
    expect(await versions(world)).toEqual(back);
    expect(heard.sort()).toEqual([`board:${stall.participationId}`, `control:${stall.festivalId}`]);
  });

  it('is marked once by many workers at once', async () => {
    const { world, stall, other } = await begin();
    for (const each of [stall, other]) await beat(world, each);
    world.clock.advance(MINUTE);
    const before = await versions(world);
    const marked = await Promise.all(Array.from({ length: 8 }, () => mark(world)));
    expect(marked.flat()).toHaveLength(2);
    const after = await versions(world);
    const topic = `stall:${stall.participationId}`;
    expect((after[topic] ?? 0) - (before[topic] ?? 0)).toBe(1);
  });

  it('of a board without a script never began, so that stall is never silent; afterwards any request counts', async () => {
    const { world, stall } = await begin();
    await beat(world, stall, 'request');
    expect(await rowOf(world, stall)).toBeUndefined();
    world.clock.advance(5 * MINUTE);
    expect(await mark(world)).toEqual([]);
    await beat(world, stall);
    world.clock.advance(50 * SECOND);
    await beat(world, stall, 'request');
    world.clock.advance(50 * SECOND);
    expect(await mark(world)).toEqual([]);
    world.clock.advance(10 * SECOND);
    expect(await mark(world)).toHaveLength(1);
    await beat(world, stall, 'request');
    expect(await standings(world, stall)).toEqual(['open', 'open']);
  });

  it('is not written again while it is young, and one that was overtaken takes nothing back', async () => {
    const { world, stall } = await begin();
    await beat(world, stall);
    const first = await rowOf(world, stall);
    world.clock.advance(9 * SECOND);
    await beat(world, stall);
    expect(await rowOf(world, stall)).toEqual(first);
    world.clock.advance(SECOND);
    await beat(world, stall);
    const second = await rowOf(world, stall);
    expect(second?.seen_at).toBe((first?.seen_at ?? 0) + 10 * SECOND);
    await noteHeartbeat(world.app, { ...stall, from: 'script', now: (first?.seen_at ?? 0) - 20 * SECOND });
    expect(await rowOf(world, stall)).toEqual(second);
  });

  it('does not matter while the stall is paused, before it opens, after it closed, or where the festival does not run', async () => {
    const { world, stall } = await begin();
    await beat(world, stall);
    await world.inTransaction((tx) => pauseStall(tx, { ...stall, reason: 'busy', now: world.clock.now() }));
    world.clock.advance(2 * MINUTE);
    expect(await mark(world)).toEqual([]);
    // The pause ends by itself; nobody is there.
    world.clock.advance(14 * MINUTE);
    expect(await mark(world)).toHaveLength(1);
    await beat(world, stall);
    const state = (to: string) => world.database.writer.updateTable('festival_edition').set({ state: to }).execute();
    world.clock.advance(MINUTE);
    await state('postponed');
    expect(await mark(world)).toEqual([]);
    await state('running');
    const { opens_at, closes_at } = await world.db
      .selectFrom('stall_day')
      .select(['opens_at', 'closes_at'])
      .where('participation_id', '=', stall.participationId)
      .executeTakeFirstOrThrow();
    const at = (now: number) => world.inTransaction((tx) => markSilent(tx, { now }));
    await world.database.writer.updateTable('stall_heartbeat').set({ seen_at: 0 }).execute();
    for (const now of [opens_at - 1, closes_at]) expect(await at(now)).toEqual([]);
    expect(await at(closes_at - 1)).toHaveLength(1);
  });

  it('of yesterday is forgotten when the stall opens again', async () => {
    const { world, stall } = await begin();
    await beat(world, stall);
    await world.inTransaction((tx) => checkInStall(tx, { ...stall, cookedAtOnce: 6, now: world.clock.now() }));
    // The same day again: still known.
    expect(await rowOf(world, stall)).toBeDefined();
    await world.database.writer.deleteFrom('stall_day').where('participation_id', '=', stall.participationId).execute();
    await world.inTransaction((tx) => checkInStall(tx, { ...stall, now: world.clock.now() }));
    expect(await rowOf(world, stall)).toBeUndefined();
  });

  it('gone, online orders are refused with the booth to go to, an order placed before stays, counter sales go on', async () => {
    const { world, stall, other } = await begin();
    const wallet = await makeWallet(world, { balance: 100_000 });
    const placed = await makeOrder(world, [stall], { wallet });
    await beat(world, stall);
    world.clock.advance(MINUTE);
    await mark(world);
    const { booth } = (await readStallCards(world.db, { ...stall, page: 1, now: world.clock.now() })).stalls[0]!;
    const refused = await tryOrder(world, [stall, other], { wallet });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'stall_silent', stalls: [{ booth }] } });
    expect(await tryOrder(world, [stall], { browser: nextBrowser() })).toMatchObject({
      ok: false,
      refusal: { code: 'stall_silent' },
    });
    expect((await tryOrder(world, [other], { wallet })).ok).toBe(true);
    expect((await tryOrder(world, [stall], { source: 'counter' })).ok).toBe(true);
    expect(await readTicket(world, placed.tickets[0]!)).toMatchObject({ state: 'placed' });
    const door = doorOf(stall, placed.tickets[0]!);
    const now = world.clock.now();
    expect((await world.inTransaction((tx) => acceptTicket(tx, { door, minutes: 5, byPersonId: null, now }))).ok).toBe(
      true,
    );
    await beat(world, stall);
    expect((await tryOrder(world, [stall], { wallet })).ok).toBe(true);
  });

  it('gone, search and basket show the stall as silent and the basket cannot be paid', async () => {
    const { world, stall } = await begin();
    await beat(world, stall);
    world.clock.advance(MINUTE);
    await mark(world);
    const now = world.clock.now();
    const { festivalId, day } = stall;
    const found = await searchDishes(world.db, { festivalId, day, words: '', now });
    expect(found.dishes.map((dish) => dish.stall.standing).sort()).toEqual(['open', 'silent']);
    // What can be ordered comes first.
    expect(found.dishes[0]?.stall.standing).toBe('open');
    const line = { listing: stall.listings[0]!, options: [], quantity: 1, price: 10_000, heldUntil: now + MINUTE };
    const basket = await readBasketState(world.db, { festivalId, day, lines: [line], now });
    expect(basket).toMatchObject({ payable: 'no', stalls: [{ stall: { standing: 'silent' } }] });
  });
});
