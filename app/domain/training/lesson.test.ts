import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paragraphIds, readLessonText } from './lesson-text';
import { readLesson } from './read-lesson.server';
import { LESSONS } from './training';

const versions = LESSONS.map(({ slug, version }) => ({ slug, version }));

describe.each(versions)('lesson $slug, version $version', ({ slug, version }) => {
  const id = readLesson(slug, version, 'id');
  const en = readLesson(slug, version, 'en');
  if (!id || !en) throw new Error(`${slug} v${version} is not written in both languages`);

  it.each([
    ['id', id],
    ['en', en],
  ] as const)('is short enough to read at the stall (%s: 400 to 650 words)', (_, lesson) => {
    const words = lesson.blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return block.spans.flatMap((span) => span.text.split(/\s+/));
      if (block.kind === 'list') return block.items.flat().flatMap((span) => span.text.split(/\s+/));
      return block.kind === 'heading' ? block.text.split(/\s+/) : [];
    });
    expect(words.filter(Boolean).length).toBeGreaterThanOrEqual(400);
    expect(words.filter(Boolean).length).toBeLessThanOrEqual(650);
  });

  it('says the same paragraphs in both languages, each with its own name', () => {
    expect(paragraphIds(en)).toEqual(paragraphIds(id));
    expect(new Set(paragraphIds(id)).size).toBe(paragraphIds(id).length);
  });

  it('explains every wrong option and points to a paragraph that exists', () => {
    for (const question of id.quiz.questions) {
      expect(question.options.filter((option) => option.right === 'yes')).toHaveLength(1);
      for (const option of question.options.filter((each) => each.right !== 'yes')) {
        expect(option.why?.id.length, `${question.id}/${option.id}`).toBeGreaterThan(20);
        expect(option.why?.en.length, `${question.id}/${option.id}`).toBeGreaterThan(20);
        expect(paragraphIds(id)).toContain(option.paragraph);
      }
    }
  });

  it('asks as many questions as its rule says', () => {
    expect(id.quiz.questions).toHaveLength(id.quiz.rule.questions);
    expect(id.quiz.rule.rightAtLeast).toBeLessThanOrEqual(id.quiz.rule.questions);
    expect(id.quiz.version).toBe(version);
  });

  it('stays under 12 kB, so that it opens on a slow phone', () => {
    expect(id.bytes).toBeLessThan(12_000);
  });
});

/** Figures of the fact base (course-facts.md E0, §2): none other may stand in the lesson. */
const FIGURES = [
  '25',
  '35',
  '10',
  '15',
  '36.000',
  '48.000',
  '6.500',
  '1.500',
  '1.000',
  '9.000',
  '18.000',
  '0,9',
  '0.9',
  '20.000',
  '2.000',
  '19.800',
  '1.980',
  '17.820',
  '180',
  '7.200',
  '40',
  '30',
  '32,5',
  '32.5',
  '500',
  '20',
  '8',
  '1999',
  '23',
  '6',
  '2021',
  '52',
];

it.each(['id', 'en'] as const)(
  'the price lesson prints no figure that the fact base does not hold (%s)',
  (language) => {
    const source = readFileSync(`app/domain/training/lessons/menu-dan-harga/v1.${language}.md`, 'utf8');
    const found = source.match(/\d[\d.,]*\d|\d/g) ?? [];
    expect(found.filter((figure) => !FIGURES.includes(figure))).toEqual([]);
  },
);

it('its sums are right', () => {
  expect(18_000 / 0.9).toBe(20_000);
  expect(18_000 * 1.1).toBeCloseTo(19_800);
  expect(19_800 - 1_980).toBe(17_820);
  expect((18_000 - 17_820) * 40).toBe(7_200);
  expect(36_000 / 0.75).toBe(48_000);
  expect(6_500 + 1_500 + 1_000).toBe(9_000);
});

it('a version once published is never edited: a change is a new version', () => {
  const sha = (file: string) =>
    createHash('sha256')
      .update(readFileSync(`app/domain/training/lessons/menu-dan-harga/${file}`))
      .digest('hex')
      .slice(0, 16);
  expect([sha('v1.id.md'), sha('v1.en.md'), sha('quiz.json')]).toMatchInlineSnapshot(`
    [
      "98ecba7a30921506",
      "1ffa59b327305363",
      "55805da3ea8fc1ef",
    ]
  `);
});

it('lesson text cannot carry HTML: it stays text', () => {
  const lesson = readLessonText('# T\n\n{#a} <b onclick="x()">**tebal**</b>');
  expect(lesson.blocks[0]).toEqual({
    kind: 'paragraph',
    id: 'a',
    spans: [
      { text: '<b onclick="x()">', strong: false },
      { text: 'tebal', strong: true },
      { text: '</b>', strong: false },
    ],
  });
});
