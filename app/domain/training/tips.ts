import { DAY_MS } from '~/shared/time';
import tips from './tips/tips.json';
import type { Bilingual, LessonSlug } from './training';

/** Two sentences to take along, from the facts of a lesson. */
export interface Tip {
  slug: string;
  /** The lesson that says more. */
  lesson: LessonSlug;
  /** Number of its fact in the fact base. */
  fact: string;
  title: Bilingual;
  text: Bilingual;
}

export const TIPS = tips as readonly Tip[];

export function findTip(slug: unknown): Tip | null {
  return TIPS.find((tip) => tip.slug === slug) ?? null;
}

/** The tip of a day (`YYYY-MM-DD`), the same for everybody: each comes once a month or so, in turn. */
export function tipOfDay(day: string): Tip {
  const number = Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
  return TIPS[number % TIPS.length]!;
}
