import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LessonText, paragraphIds, readLessonText } from './lesson-text';
import { readLesson } from './read-lesson.server';
import { LESSONS, type Quiz } from './training';

/** Every version ever published, the ones read no more included: their answer keys still judge old attempts. */
const versions = LESSONS.flatMap(({ slug, version }) =>
  Array.from({ length: version }, (_, i) => ({ slug, version: i + 1 })),
);
const folder = 'app/domain/training/lessons';

describe.each(versions)('lesson $slug, version $version', ({ slug, version }) => {
  const id = readLesson(slug, version, 'id');
  const en = readLesson(slug, version, 'en');
  if (!id || !en) throw new Error(`${slug} v${version} is not written in both languages`);

  it.each([
    ['id', id],
    ['en', en],
  ] as const)('is short enough to read at the stall (%s: 400 to 650 words)', (_, lesson) => {
    const words = lesson.blocks.flatMap((block) =>
      block.kind === 'drawing' ? [] : wordsOf({ title: '', blocks: [block] }).split(/\s+/),
    );
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

  it('prints no figure, in text or quiz, that does not stand in its facts with a source and a date', () => {
    const { facts } = JSON.parse(readFileSync(`${folder}/${slug}/facts.json`, 'utf8')) as FactFile;
    for (const fact of facts) {
      expect(fact.source, fact.id).toMatch(/\S{4,}/);
      expect(fact.date, fact.id).toMatch(/^(20\d\d|not dated)$/);
    }
    const listed = new Set(facts.flatMap((fact) => fact.figures));
    expect(unlisted([wordsOf(id), wordsOf(en), ...quizTexts(id.quiz)].join(' '), listed)).toEqual([]);
  });

  it('lists no figure that it does not print', () => {
    const { facts } = JSON.parse(readFileSync(`${folder}/${slug}/facts.json`, 'utf8')) as FactFile;
    const printed = new Set(figuresIn([wordsOf(id), wordsOf(en), ...quizTexts(id.quiz)].join(' ')));
    const idle = facts.filter(({ figures }) => !figures.some((figure) => printed.has(figure)));
    expect(idle.map((fact) => fact.id)).toEqual([]);
  });
});

interface FactFile {
  facts: { id: string; figures: string[]; source: string; date: string }[];
}

const figuresIn = (text: string): string[] => text.match(/\d[\d.,]*\d|\d/g) ?? [];
const unlisted = (text: string, listed: ReadonlySet<string>) => figuresIn(text).filter((figure) => !listed.has(figure));

function wordsOf(lesson: LessonText): string {
  const spans = lesson.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.spans.map((span) => span.text);
    if (block.kind === 'list') return block.items.flat().map((span) => span.text);
    return [block.kind === 'heading' ? block.text : block.caption];
  });
  return [lesson.title, ...spans].join(' ');
}

function quizTexts({ questions }: Quiz): string[] {
  return questions.flatMap(({ text, options }) =>
    [text, ...options.flatMap((option) => [option.text, option.why])].flatMap((both) =>
      both ? [both.id, both.en] : [],
    ),
  );
}

it('a figure that is in no facts file is found', () => {
  expect(unlisted('Rp9.000 dan 61 persen', new Set(['9.000']))).toEqual(['61']);
});

it('the sums of the lessons are right', () => {
  // 1, 2: papers, price
  expect(10_000 + 20_000 + 15_000).toBe(45_000);
  expect(18_000 / 0.9).toBe(20_000);
  expect(19_800 - 1_980).toBe(17_820);
  expect((18_000 - 17_820) * 40).toBe(7_200);
  expect(36_000 / 0.75).toBe(48_000);
  expect(6_500 + 1_500 + 1_000).toBe(9_000);
  // 3, 4, 5: photos, packaging, stock
  expect(9_000 + 7_000 + 6_000 + 5_000 + 3_000 + 4_000 + 6_000).toBe(40_000);
  expect(8 * 9_000 - 2 * 9_000).toBe(54_000);
  expect(Math.ceil(1_500 / 0.9)).toBe(1_667);
  expect((2 * 10) / 4).toBe(5);
  expect(100 * 9_000 - 30 * 9_000).toBe(630_000);
  // 6, 7: promotion, QRIS
  expect(20_000 - 2_000 - 15_000 * 0.1).toBe(16_500);
  expect(Math.ceil((40 * 9_000) / (16_000 - 9_000))).toBe(52);
  expect(12 * 20_000 + 620_000 - 86_000 - 620_000 * 0.003).toBe(772_140);
  expect(860_000 * 0.007).toBeCloseTo(6_020);
  // 8, 9, 10: daily book, complaints, stall
  expect(1_000_000 - (420_000 + 80_000 + 40_000 + 60_000 + 20_000)).toBe(380_000);
  expect((480_000_000 + 60_000_000 - 500_000_000) * 0.005).toBe(200_000);
  expect(55_000_000 * 0.005).toBe(275_000);
  expect(54_000 - 4 * 9_000).toBe(18_000);
  expect(10 * 10_000 + 20 * 5_000 + 50 * 2_000).toBe(300_000);
  expect(1_080_000 - 300_000).toBe(39 * 20_000);
  expect(Math.ceil(550_000 / 8 / 9_000)).toBe(8);
});

it('a version once published is never edited: a change is a new version', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /v\d+\.|quiz/.test(file));
  const sha = (file: string) =>
    createHash('sha256')
      .update(readFileSync(`${folder}/${file}`))
      .digest('hex')
      .slice(0, 16);
  expect(Object.fromEntries(files.sort().map((file) => [file, sha(file)]))).toMatchInlineSnapshot(`
    {
      "akun-dan-dokumen/quiz.json": "6128d4de39d3fff6",
      "akun-dan-dokumen/v1.en.md": "cc925bcaf655bcb1",
      "akun-dan-dokumen/v1.id.md": "f51d35d1cacb79df",
      "buku-harian-dan-pajak/quiz.json": "828c449175899115",
      "buku-harian-dan-pajak/v1.en.md": "ed6f4a6cde906c42",
      "buku-harian-dan-pajak/v1.id.md": "9ab8d36bbaabb7a8",
      "foto-makanan/quiz.json": "0f566e84a8b0fd42",
      "foto-makanan/v1.en.md": "996475e520843a49",
      "foto-makanan/v1.id.md": "2f2d701194058ef5",
      "jam-buka-dan-stok/quiz.json": "52d8005d399b320b",
      "jam-buka-dan-stok/v1.en.md": "a654eaabd6ef8738",
      "jam-buka-dan-stok/v1.id.md": "a3db704b5dffdf40",
      "keluhan-dan-keamanan/quiz.json": "c43fc998ee34d520",
      "keluhan-dan-keamanan/v1.en.md": "519dc56681e57df6",
      "keluhan-dan-keamanan/v1.id.md": "402c47dbabeaacf8",
      "kemasan-dan-kebersihan/quiz.json": "a70c430143f249d9",
      "kemasan-dan-kebersihan/v1.en.md": "1e2e26a51c1299cb",
      "kemasan-dan-kebersihan/v1.id.md": "b4221f156e39ef4f",
      "menu-dan-harga/quiz.json": "55805da3ea8fc1ef",
      "menu-dan-harga/quiz.v2.json": "6d4d6997a24c40fc",
      "menu-dan-harga/v1.en.md": "1ffa59b327305363",
      "menu-dan-harga/v1.id.md": "98ecba7a30921506",
      "menu-dan-harga/v2.en.md": "39a29c8ffd0f7c41",
      "menu-dan-harga/v2.id.md": "0169ea6865b8645f",
      "promo/quiz.json": "dbf0574b47abd49e",
      "promo/v1.en.md": "9a958b95305a235b",
      "promo/v1.id.md": "508a32d37bb51a57",
      "qris-dan-pencairan/quiz.json": "22e90dec9a6bb2c0",
      "qris-dan-pencairan/quiz.v2.json": "c67f52a8bf52937e",
      "qris-dan-pencairan/v1.en.md": "d05e0a58fd0b2bab",
      "qris-dan-pencairan/v1.id.md": "e62178682e8887f1",
      "qris-dan-pencairan/v2.en.md": "4d8bccdc97c8e38b",
      "qris-dan-pencairan/v2.id.md": "2778cbb46ec99186",
      "stan-di-festival/quiz.json": "746f5edb5345f3f2",
      "stan-di-festival/v1.en.md": "8f8e2124693d7a92",
      "stan-di-festival/v1.id.md": "00f7a20a5ffbfbad",
    }
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
