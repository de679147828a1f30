/** Words and rules of the online-selling course; safe in the browser. */

/** Lessons in the order of the course, each with the version that is read now. Minutes: 150 words each, and the quiz. */
export const LESSONS = [
  { slug: 'akun-dan-dokumen', version: 1, minutes: 4 },
  { slug: 'menu-dan-harga', version: 2, minutes: 4 },
  { slug: 'foto-makanan', version: 1, minutes: 4 },
  { slug: 'kemasan-dan-kebersihan', version: 1, minutes: 4 },
  { slug: 'jam-buka-dan-stok', version: 1, minutes: 4 },
  { slug: 'promo', version: 1, minutes: 4 },
  { slug: 'qris-dan-pencairan', version: 2, minutes: 4 },
  { slug: 'buku-harian-dan-pajak', version: 1, minutes: 5 },
  { slug: 'keluhan-dan-keamanan', version: 1, minutes: 4 },
  { slug: 'stan-di-festival', version: 1, minutes: 4 },
] as const;
/** Budget of one lesson, compressed: text, drawing and quiz. A test of the build fails above it. */
export const LESSON_BYTES_MAX = 4_500;

export type LessonSlug = (typeof LESSONS)[number]['slug'];

/** How many right answers of how many make a pass; written into the attempt, so a later rule never changes an old one. */
export interface MasteryRule {
  questions: number;
  rightAtLeast: number;
}

export interface Bilingual {
  id: string;
  en: string;
}

export interface QuizOption {
  id: string;
  text: Bilingual;
  /** Present on the right one only. */
  right?: 'yes';
  /** Why a wrong one is wrong, and the paragraph to read again. */
  why?: Bilingual;
  paragraph?: string;
}

export interface QuizQuestion {
  id: string;
  text: Bilingual;
  options: QuizOption[];
}

export interface Quiz {
  lesson: string;
  version: number;
  rule: MasteryRule;
  questions: QuizQuestion[];
}

export function isLessonSlug(text: unknown): text is LessonSlug {
  return LESSONS.some((lesson) => lesson.slug === text);
}

/** Whether the choice is the right one of its question; an unknown question or choice is not. */
export function isRightChoice(quiz: Quiz, questionId: string, choice: string): boolean {
  const question = quiz.questions.find((each) => each.id === questionId);
  return question?.options.find((option) => option.id === choice)?.right === 'yes';
}
