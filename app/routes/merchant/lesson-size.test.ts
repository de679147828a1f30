import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LESSON_BYTES_MAX, LESSONS } from '~/domain/training/training';
import { wordsFor } from '~/i18n';
import { lessonBytes, renderLesson } from './lesson-size.server';

const pages = LESSONS.flatMap(({ slug, version }) =>
  (['id', 'en'] as const).map((language) => ({ slug, version, language })),
);

it.each(pages)('lesson $slug stays in its budget, text and drawing and quiz together ($language)', (page) => {
  expect(lessonBytes(page.slug, page.version, page.language)).toBeLessThanOrEqual(LESSON_BYTES_MAX);
});

it.each(pages)('lesson $slug has a drawing that says in words what it shows ($language)', (page) => {
  const drawing = /<svg[\s\S]*?<\/svg>/.exec(renderLesson(page.slug, page.version, page.language))?.[0] ?? '';
  expect(/<title[^>]*>([^<]+)</.exec(drawing)?.[1]).toBeTruthy();
  expect(/<desc[^>]*>([^<]{30,})</.exec(drawing)?.[1]).toBeTruthy();
  expect(drawing).toContain('role="img"');
  expect(drawing).not.toMatch(/#[0-9a-f]{6}/i);
});

it.each(pages)('the drawing of $slug shows no figure that the facts do not hold ($language)', (page) => {
  const { facts } = JSON.parse(readFileSync(`app/domain/training/lessons/${page.slug}/facts.json`, 'utf8')) as {
    facts: { figures: string[] }[];
  };
  const listed = new Set(facts.flatMap(({ figures }) => figures));
  const drawing = /<svg[\s\S]*?<\/svg>/.exec(renderLesson(page.slug, page.version, page.language))?.[0] ?? '';
  const words = drawing.replace(/<[^>]+>|&#x27;/g, ' ');
  // Steps and portions are counted in the drawing, not asserted.
  const counted =
    page.slug === 'keluhan-dan-keamanan'
      ? ['1', '2', '3', '4']
      : page.slug === 'jam-buka-dan-stok'
        ? ['1', '2', '3', '4', '5', '6']
        : [];
  const figures = words.match(/\d[\d.,]*\d|\d/g) ?? [];
  expect(figures.filter((figure) => !listed.has(figure) && !counted.includes(figure))).toEqual([]);
});

it('the budget is near what the longest lesson weighs, so that a lesson twice as long does not pass', () => {
  const heaviest = Math.max(...pages.map(({ slug, version, language }) => lessonBytes(slug, version, language)));
  expect(heaviest * 2).toBeGreaterThan(LESSON_BYTES_MAX);
});

it.each(['id', 'en'] as const)(
  'the lesson about payouts says what their pages say: nothing is sent to banks yet (%s)',
  (language) => {
    const { notYet } = wordsFor(language).wallet.payoutHour;
    const said = notYet.slice(0, notYet.indexOf('.') + 1);
    expect(renderLesson('qris-dan-pencairan', 2, language)).toContain(said);
  },
);
