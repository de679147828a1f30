import { expect, it } from 'vitest';
import { accepted } from '../../../test/factories/merchants';
import { doorOf, makeOrder, nextBrowser, readTicket, tryOrder } from '../../../test/factories/orders';
import { makeOpenFestival, type OpenStall } from '../../../test/factories/stalls';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { readLineUp } from '../festivals/read-line-up.server';
import { changeMerchantState } from '../merchants/change-merchant-state.server';
import { setPublishing } from '../merchants/set-publishing.server';
import { readListedDishes } from '../stalls/read-listed-dishes.server';
import { readStallCards } from '../stalls/read-stall-cards.server';
import { readHiddenBooth, readStallOfBoard, readStallPage } from '../stalls/read-stall-page.server';
import { refreshMerchant } from '../stalls/refresh-merchant.server';
import { searchDishes } from '../stalls/search-dishes.server';
import { acceptTicket } from './accept-ticket.server';
import { handOver } from './hand-over.server';
import { markReady } from './mark-ready.server';

const NAME = 'Tekwan Bu Siti';

async function openTwo(world: World) {
  const festival = await makeOpenFestival(world, [{ stallName: NAME, dishes: [{ name: 'Tekwan' }] }, {}]);
  const [siti, other] = festival.stalls as [OpenStall, OpenStall];
  return { ...festival, siti, other };
}

const show = (world: World, { merchantId, ownerId: personId }: OpenStall, consent: boolean) =>
  world.inTransaction((tx) => setPublishing(tx, { merchantId, personId, consent, now: world.clock.now() }));

const suspend = (world: World, { merchantId }: OpenStall) =>
  world.inTransaction(async (tx) =>
    accepted(
      await changeMerchantState(tx, { merchantId, to: 'suspended', by: null, why: 'uji', now: world.clock.now() }),
    ),
  );

/** Where customers meet a stall. */
async function whereShown(world: World, { festivalId, slug, stalls }: Awaited<ReturnType<typeof openTwo>>) {
  const now = world.clock.now();
  const [siti] = stalls as [OpenStall];
  const asked = { festivalId, day: siti.day, now };
  const cards = await readStallCards(world.db, { ...asked, page: 1 });
  const found = await searchDishes(world.db, { ...asked, words: 'tekwan bu', page: 1 });
  return {
    cards: [cards.total, cards.stalls.length],
    page: (await readStallPage(world.db, { ...asked, slug: siti.slug })) !== null,
    lineUp: (await readLineUp(world.db, { slug }))?.stalls.length,
    search: [found.total, found.dishes.length],
    basket: (await readListedDishes(world.db, { ...asked, numbers: siti.listings })).length,
  };
}

onBothEngines('a stall whose business may not be seen', (engine) => {
  it('is gone for customers with the withdrawal itself, and there again with a new consent', async () => {
    const world = await engine.world();
    const festival = await openTwo(world);
    const { siti, festivalId } = festival;
    const all = { cards: [2, 2], page: true, lineUp: 2, search: [1, 1], basket: 1 };
    const none = { cards: [1, 1], page: false, lineUp: 1, search: [0, 0], basket: 0 };
    expect(await whereShown(world, festival)).toEqual(all);
    expect(await readHiddenBooth(world.db, { festivalId, slug: siti.slug })).toBeNull();
    await show(world, siti, false);
    expect(await whereShown(world, festival)).toEqual(none);
    expect(await readHiddenBooth(world.db, { festivalId, slug: siti.slug })).toBe(siti.booth);
    await show(world, siti, true);
    expect(await whereShown(world, festival)).toEqual(all);
    await suspend(world, siti);
    expect(await whereShown(world, festival)).toEqual(none);
  });

  it('takes no order from customers, in any basket; its own counter sells on', async () => {
    const world = await engine.world();
    const { siti, other } = await openTwo(world);
    await show(world, siti, false);
    const hidden = { ok: false, refusal: { code: 'stall_hidden', stalls: [NAME] } };
    expect(await tryOrder(world, [siti], { browser: nextBrowser() })).toEqual(hidden);
    expect(await tryOrder(world, [other, siti], { browser: nextBrowser() })).toEqual(hidden);
    expect((await tryOrder(world, [other], { browser: nextBrowser() })).ok).toBe(true);
    expect((await tryOrder(world, [siti], { source: 'counter' })).ok).toBe(true);
  });

  it('completes what was ordered before: its board works and the money arrives', async () => {
    const world = await engine.world();
    const { siti, festivalId } = await openTwo(world);
    const wallet = await makeWallet(world, { balance: 50_000 });
    const { tickets } = await makeOrder(world, [siti], { wallet });
    await show(world, siti, false);
    const { participationId, day } = siti;
    const now = world.clock.now();
    expect(await readStallOfBoard(world.db, { festivalId, participationId, day, now })).toMatchObject({ name: NAME });
    const act = { door: doorOf(siti, tickets[0]!), byPersonId: siti.ownerId, now };
    await world.inTransaction(async (tx) => {
      accepted(await acceptTicket(tx, { ...act, minutes: 5 }));
      accepted(await markReady(tx, act));
      accepted(await handOver(tx, act));
    });
    expect(await readTicket(world, tickets[0]!)).toMatchObject({ state: 'handed_over' });
  });

  it('is followed into the search under a new name, and its pages are made anew', async () => {
    const world = await engine.world();
    const festival = await openTwo(world);
    const { siti, festivalId } = festival;
    const now = world.clock.now();
    const version = () =>
      world.db
        .selectFrom('platform_topic')
        .select('version')
        .where('topic', '=', `festival:${festivalId}`)
        .executeTakeFirstOrThrow();
    const before = await version();
    await world.database.writer
      .updateTable('merchant_profile')
      .set({ stall_name: 'Burgo Bu Siti' })
      .where('id', '=', siti.merchantId)
      .execute();
    await world.inTransaction((tx) => refreshMerchant(tx, { merchantId: siti.merchantId, now }));
    const found = await searchDishes(world.db, { festivalId, day: siti.day, words: 'burgo', page: 1, now });
    expect(found.total).toBe(1);
    expect((await version()).version).toBeGreaterThan(before.version);
  });
});
