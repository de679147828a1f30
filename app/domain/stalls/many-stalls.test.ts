import { expect, it } from 'vitest';
import type { ParticipationId } from '~/shared/ids';
import { copyId } from '../../../test/factories/copied-rows';
import { growStalls } from '../../../test/factories/many-rows';
import { makeOpenFestival, type OpenFestival } from '../../../test/factories/stalls';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { closeStallDays } from './close-stall-days.server';
import { pauseStall } from './pause-stall.server';
import { readStallCards } from './read-stall-cards.server';
import { HITS_MAX, searchDishes } from './search-dishes.server';
import { DISHES_A_PAGE, PAUSE_MILLISECONDS, STALLS_A_PAGE, STALLS_COUNTED_MAX } from './stalls';

const STALLS = STALLS_A_PAGE + 6;

/** Thirty stalls that sell the same two dishes. */
async function openStalls(world: World): Promise<OpenFestival & { all: ParticipationId[] }> {
  const dishes = [
    { name: 'Nasi goreng', price: 30_000 },
    { name: 'Es teh', price: 5_000 },
  ];
  const festival = await makeOpenFestival(world, [{ category: 'grilled', dishes }]);
  const [pattern] = festival.stalls;
  if (!pattern) throw new Error('a stall is needed');
  await growStalls(world, pattern, STALLS);
  const { participationId } = pattern;
  const all = numbers(1, STALLS).map((booth) => (booth === 1 ? participationId : copyId(participationId, booth)));
  return { ...festival, all };
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

onBothEngines('a festival of more stalls than fit on a page', (engine) => {
  it('shows open stalls first and every stall once; a pause and an evening move them behind', async () => {
    const world = await engine.world();
    const { festivalId, day, all } = await openStalls(world);
    const now = world.clock.now();
    const read = async (page: number, at = now, category?: string) => {
      const { stalls: cards, total } = await readStallCards(world.db, { festivalId, day, page, category, now: at });
      return { booths: cards.map(({ booth }) => booth), total, cards };
    };
    expect(await read(1)).toMatchObject({ booths: numbers(1, 24), total: STALLS });
    expect(await read(2)).toMatchObject({ booths: numbers(25, 30), total: STALLS });
    expect(await read(3)).toMatchObject({ booths: [], total: STALLS });

    const [first, second] = all;
    if (!first || !second) throw new Error('two stalls are needed');
    await world.inTransaction((tx) => pauseStall(tx, { festivalId, participationId: first, day, reason: 'busy', now }));
    await world.inTransaction((tx) => closeStallDays(tx, { festivalId, day, participationId: second, now }));
    expect((await read(1)).booths).toEqual(numbers(3, 26));
    expect((await read(2)).booths).toEqual([...numbers(27, 30), 1, 2]);
    expect((await read(2)).cards.map(({ standing }) => standing).slice(-2)).toEqual(['paused', 'closed']);
    expect((await read(1, now + PAUSE_MILLISECONDS)).booths).toEqual([1, ...numbers(3, 25)]);

    expect(await read(1, now, 'soups')).toMatchObject({ booths: [7, 12, 17, 22, 27, 2], total: 6 });
    expect(await read(1, now, 'coffee_tea')).toMatchObject({ booths: [], total: 0 });
    expect((await read(1)).cards[0]).toMatchObject({
      dishCount: 2,
      cheapest: 5_000,
      dearest: 30_000,
      halal: 'no',
      taste: ['Nasi goreng asam', 'Es teh asam'],
    });
  });

  it('counts no further than anybody wants to know, and still shows the stalls behind', async () => {
    const world = await engine.world();
    const { festivalId, day, stalls } = await openStalls(world);
    const [pattern] = stalls;
    if (!pattern) throw new Error('a stall is needed');
    await growStalls(world, pattern, STALLS_COUNTED_MAX, STALLS + 1);
    const now = world.clock.now();
    const read = (page: number) => readStallCards(world.db, { festivalId, day, page, now });
    expect(await read(1)).toMatchObject({ total: STALLS_COUNTED_MAX, more: 'no' });
    await growStalls(world, pattern, STALLS_COUNTED_MAX + 20, STALLS_COUNTED_MAX + 1);
    expect(await read(1)).toMatchObject({ total: STALLS_COUNTED_MAX, more: 'yes' });
    expect((await read(14)).stalls.map(({ booth }) => booth)).toEqual(numbers(313, STALLS_COUNTED_MAX + 20));
  });

  it('is searched a page at a time: what can be ordered first, cheapest first', async () => {
    const world = await engine.world();
    const { festivalId, day, all } = await openStalls(world);
    const now = world.clock.now();
    const search = async (words: string, page = 1, filters = {}) => {
      const { dishes, ...counts } = await searchDishes(world.db, { festivalId, day, words, page, filters, now });
      return { ...counts, found: dishes.map(({ dish, stall }) => `${dish.name.slice(0, 4)} ${stall.booth}`) };
    };
    const rice = (from: number, to: number) => numbers(from, to).map((booth) => `Nasi ${booth}`);
    expect(await search('nasi')).toEqual({ total: STALLS, more: 'no', found: rice(1, DISHES_A_PAGE) });
    expect(await search('nasi', 2)).toEqual({ total: STALLS, more: 'no', found: rice(DISHES_A_PAGE + 1, STALLS) });
    expect(await search('pedas')).toMatchObject({
      total: 6,
      found: ['Es t 10', 'Es t 20', 'Es t 30', ...tens('Nasi')],
    });
    expect(await search('pedas nasi')).toMatchObject({ total: 3, found: tens('Nasi') });
    expect(await search('lapak')).toMatchObject({ total: 2 * STALLS });

    const [first] = all;
    if (!first) throw new Error('a stall is needed');
    await world.inTransaction((tx) => pauseStall(tx, { festivalId, participationId: first, day, reason: 'busy', now }));
    expect((await search('nasi')).found[0]).toBe('Nasi 2');
    expect((await search('nasi', 2)).found.at(-1)).toBe('Nasi 1');
    expect(await search('nasi', 1, { open: 'only' })).toMatchObject({ total: STALLS - 1 });
    expect(await search('', 1, { priceMax: 5_000 })).toMatchObject({ total: STALLS });
    expect(await search('')).toMatchObject({ total: 2 * STALLS, more: 'no' });
  });

  it('says so where a search finds more than is ever listed, and still lists the cheapest', async () => {
    const world = await engine.world();
    const { festivalId, day, stalls } = await openStalls(world);
    const [pattern] = stalls;
    if (!pattern) throw new Error('a stall is needed');
    await growStalls(world, pattern, HITS_MAX + 20, STALLS + 1);
    const found = await searchDishes(world.db, { festivalId, day, words: 'lapak', now: world.clock.now() });
    expect(found).toMatchObject({ total: HITS_MAX, more: 'yes' });
    expect(new Set(found.dishes.map(({ festivalPrice }) => festivalPrice))).toEqual(new Set([5_000]));
  });
});

function tens(dish: string): string[] {
  return [10, 20, 30].map((booth) => `${dish} ${booth}`);
}
