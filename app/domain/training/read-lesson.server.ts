import type { Language } from '~/shared/language';
import { type LessonText, readLessonText } from './lesson-text';
import type { LessonSlug, Quiz } from './training';

// Versions are immutable: a changed lesson is a new file and a new number, and the old answer key stays.
const TEXTS = import.meta.glob<string>('./lessons/*/v*.md', { query: '?raw', import: 'default', eager: true });
const QUIZZES = import.meta.glob<Quiz>('./lessons/*/quiz*.json', { import: 'default', eager: true });

export interface Lesson extends LessonText {
  slug: LessonSlug;
  version: number;
  quiz: Quiz;
}

/** One version of a lesson in a language; null for a version that never existed. */
export function readLesson(slug: LessonSlug, version: number, language: Language): Lesson | null {
  const text = TEXTS[`./lessons/${slug}/v${version}.${language}.md`];
  const quiz = readQuiz(slug, version);
  return text && quiz ? { ...readLessonText(text), slug, version, quiz } : null;
}

/** The answer key of an attempt made with some version (`quiz.json` the first, `quiz.v2.json` the second); null when there was none. */
export function readQuiz(lesson: string, version: number): Quiz | null {
  const name = version === 1 ? 'quiz' : `quiz.v${version}`;
  return QUIZZES[`./lessons/${lesson}/${name}.json`] ?? null;
}
