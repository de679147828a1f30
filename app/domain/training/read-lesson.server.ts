import type { Language } from '~/shared/language';
import { type LessonText, readLessonText } from './lesson-text';
import priceQuiz from './lessons/menu-dan-harga/quiz.json';
import priceEn from './lessons/menu-dan-harga/v1.en.md?raw';
import priceId from './lessons/menu-dan-harga/v1.id.md?raw';
import type { LessonSlug, Quiz } from './training';

// Versions are immutable: a changed lesson is a new file and a new number, and the old answer key stays.
const SOURCES: Record<LessonSlug, Record<number, { id: string; en: string; quiz: Quiz }>> = {
  'menu-dan-harga': { 1: { id: priceId, en: priceEn, quiz: priceQuiz as Quiz } },
};

export interface Lesson extends LessonText {
  slug: LessonSlug;
  version: number;
  quiz: Quiz;
  /** Size of its text in bytes, for the course page. */
  bytes: number;
}

/** One version of a lesson in a language; null for a version that never existed. */
export function readLesson(slug: LessonSlug, version: number, language: Language): Lesson | null {
  const source = SOURCES[slug][version];
  if (!source) return null;
  const text = source[language];
  return { ...readLessonText(text), slug, version, quiz: source.quiz, bytes: new TextEncoder().encode(text).length };
}

/** The answer key of an attempt made with some version; null when there was none. */
export function readQuiz(lesson: string, version: number): Quiz | null {
  return SOURCES[lesson as LessonSlug]?.[version]?.quiz ?? null;
}
