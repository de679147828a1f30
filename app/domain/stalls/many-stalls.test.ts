import { expect, it } from 'vitest';
import { makeOpenFestival, type OpenStallWishes } from '../../../test/factories/stalls';
import { onBothEngines } from '../../../test/setup/engines';
import { closeStallDays } from './close-stall-days.server';
import { pauseStall } from './pause-stall.server';
import { readStallCards } from './read-stall-cards.server';
import { HITS_MAX, searchDishes } from './search-dishes.server';
import { DISHES_A_PAGE, PAUSE_MILLISECONDS, STALLS_A_PAGE } from './stalls';

const STALLS = STALLS_A_PAGE + 6;

/** Thirty stalls; the third one sells soup, the others rice; every stall has the same two dishes. */
const WISHES: OpenStallWishes[] = Array.from({ length: STALLS }, (_, at) => ({
  category: at === 2 ? 'soups' : 'rice_meals',
  dishes: [
    { name: `Nasi goreng ${at + 1}`, price: 30_000 - at * 100, halal: at === 0 ? 'certified' : 'unknown' },
    { name: 'Es teh', price: 5_000 },
  ],
}));

onBothEngines('a festival of more stalls than fit on a page', (engine) => {
  it('shows open stalls first and every stall once; a pause and an evening move them behind', async () => {
    const world = await engine.world();
    const { festivalId, day, stalls } = await makeOpenFestival(world, WISHES);
    const now = world.clock.now();
    const read = async (page: number, at = now, category?: string) => {
      const { stalls: cards, total } = await readStallCards(world.db, { festivalId, day, page, category, now: at });
      return { booths: cards.map(({ booth }) => booth), total, cards };
    };
    const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
    expect(await read(1)).toMatchObject({ booths: numbers(1, 24), total: STALLS });
    expect(await read(2)).toMatchObject({ booths: numbers(25, 30), total: STALLS });
    expect(await read(3)).toMatchObject({ booths: [], total: STALLS });

    const [first, second] = stalls;
    if (!first || !second) throw new Error('two stalls are needed');
    await world.inTransaction((tx) =>
      pauseStall(tx, { festivalId, participationId: first.participationId, day, reason: 'busy', now }),
    );
    await world.inTransaction((tx) =>
      closeStallDays(tx, { festivalId, day, participationId: second.participationId, now }),
    );
    expect((await read(1)).booths).toEqual(numbers(3, 26));
    expect((await read(2)).booths).toEqual([...numbers(27, 30), 1, 2]);
    expect((await read(2)).cards.map(({ standing }) => standing).slice(-2)).toEqual(['paused', 'closed']);
    expect((await read(1, now + PAUSE_MILLISECONDS)).booths).toEqual([1, ...numbers(3, 25)]);

    expect(await read(1, now, 'soups')).toMatchObject({ booths: [3], total: 1 });
    expect((await read(1)).cards[0]).toMatchObject({
      dishCount: 2,
      cheapest: 5_000,
      dearest: 29_800,
      halal: 'no',
      taste: ['Nasi goreng 3', 'Es teh'],
    });
  });

  it('is searched a page at a time: what can be ordered first, what is called so before its neighbours, cheapest first', async () => {
    const world = await engine.world();
    const { festivalId, day, stalls } = await makeOpenFestival(world, WISHES);
    const now = world.clock.now();
    const search = (words: string, page = 1, filters = {}) =>
      searchDishes(world.db, { festivalId, day, words, page, filters, now });
    const rice = await search('nasi');
    expect(rice).toMatchObject({ total: STALLS, more: 'no' });
    expect(rice.dishes).toHaveLength(DISHES_A_PAGE);
    expect(rice.dishes[0]?.dish.name).toBe('Nasi goreng 30');
    const rest = await search('nasi', 2);
    expect(rest.dishes.map(({ dish }) => dish.name)).toEqual(numbersDown(6, 1).map((at) => `Nasi goreng ${at}`));

    const [paused] = stalls.slice(-1);
    if (!paused) throw new Error('a stall is needed');
    await world.inTransaction((tx) =>
      pauseStall(tx, { festivalId, participationId: paused.participationId, day, reason: 'busy', now }),
    );
    expect((await search('nasi')).dishes[0]?.dish.name).toBe('Nasi goreng 29');
    expect((await search('nasi', 2)).dishes.at(-1)?.dish.name).toBe('Nasi goreng 30');
    expect(await search('nasi', 1, { open: 'only' })).toMatchObject({ total: STALLS - 1 });
    expect(await search('', 1, { halal: 'certified' })).toMatchObject({ total: 1 });
    expect(await search('')).toMatchObject({ total: 2 * STALLS });
    expect(HITS_MAX).toBeGreaterThan(2 * STALLS);
  });
});

function numbersDown(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, at) => from - at);
}
