import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines } from '../../../test/setup/engines';
import { openTip } from './open-tip.server';
import { readTips } from './read-tips.server';
import { TIPS, tipOfDay } from './tips';
import { isLessonSlug } from './training';

it.each(TIPS)('$slug is two sentences in both languages, of a lesson that is there', ({ text, lesson, fact }) => {
  for (const said of [text.id, text.en]) expect(said.match(/[^.]\.(?= |$)/g)).toHaveLength(2);
  expect(isLessonSlug(lesson)).toBe(true);
  expect(fact).toMatch(/^F\d+\.\d+$/);
});

it.each(TIPS)('$slug prints no figure that the facts of its lesson do not hold', ({ lesson, text }) => {
  const file = readFileSync(`app/domain/training/lessons/${lesson}/facts.json`, 'utf8');
  const { facts } = JSON.parse(file) as { facts: { figures: string[] }[] };
  const listed = new Set(facts.flatMap(({ figures }) => figures));
  const found = `${text.id} ${text.en}`.match(/\d[\d.,]*\d|\d/g) ?? [];
  expect(found.filter((figure) => !listed.has(figure))).toEqual([]);
});

it('each day has its tip, and thirty days have thirty', () => {
  const days = Array.from({ length: TIPS.length }, (_, i) =>
    new Date(Date.UTC(2026, 10, 1 + i)).toISOString().slice(0, 10),
  );
  expect(new Set(days.map((day) => tipOfDay(day).slug)).size).toBe(TIPS.length);
});

onBothEngines('tips', (engine) => {
  it('count a business once a day however often it taps, and show how many businesses, not taps', async () => {
    const world = await engine.world();
    const one = await makeActiveMerchant(world);
    const two = await makeActiveMerchant(world);
    const now = world.clock.now();
    const open = ({ merchantId, ownerId: personId }: typeof one, at = now) =>
      world.inTransaction((tx) => openTip(tx, { tip: 'dua-jam', merchantId, personId, now: at }));
    await Promise.all([open(one), open(one), open(one)]);
    expect(await world.db.selectFrom('training_tip_view').selectAll().execute()).toHaveLength(1);
    await open(one, now + 26 * 3_600_000);
    await open(two);
    const tipFor = async (merchantId: typeof one.merchantId) =>
      (await readTips(world.db, { merchantId })).find(({ slug }) => slug === 'dua-jam');
    expect(await tipFor(one.merchantId)).toMatchObject({ businesses: 2, isOpened: true });
    const third = await makeActiveMerchant(world);
    expect(await tipFor(third.merchantId)).toMatchObject({ businesses: 2, isOpened: false });
  });
});
