import { DAY_MS } from '~/shared/time';
import type { LessonProgress } from './progress';
import type { LessonSlug } from './training';

/** Why somebody should talk to a merchant; safe in the browser. */

export type CoachReasonKind = 'failed_thrice' | 'idle';

export const COACH_REASON_KINDS = ['failed_thrice', 'idle'] as const satisfies readonly CoachReasonKind[];

const FAILURES = 3;
const IDLE_DAYS = 7;
export const IDLE_MS = IDLE_DAYS * DAY_MS;
export const NOTE_MAX = 500;

export interface CoachReason {
  kind: CoachReasonKind;
  /** The quiz that was failed; for an idle course the first lesson that is not finished. */
  lesson: LessonSlug;
  /** Since when it holds, epoch ms. */
  openedAt: number;
}

/** A talk that closed a reason. */
export interface ClosedReason {
  kind: CoachReasonKind;
  lesson: string;
  closedAt: number;
}

export interface CoachedLesson extends Pick<LessonProgress, 'attempts' | 'passed'> {
  slug: LessonSlug;
}

/**
 * What a merchant is stuck with, derived: a quiz failed three times and never passed, counted anew after each talk
 * about it; or seven days without an event since the last one or the last talk, while the course is unfinished.
 * `unfinished` is the first lesson that is not complete, null when all are; `lastEventAt` null before she began.
 */
export function deriveCoachReasons(
  course: { lessons: readonly CoachedLesson[]; unfinished: LessonSlug | null; lastEventAt: number | null },
  closed: readonly ClosedReason[],
  now: number,
): CoachReason[] {
  const failed = course.lessons.flatMap((lesson) => failedThrice(lesson, closed) ?? []);
  const idle = idleFor(course, closed, now);
  return idle ? [...failed, idle] : failed;
}

function failedThrice({ slug, attempts, passed }: CoachedLesson, closed: readonly ClosedReason[]): CoachReason | null {
  if (passed) return null;
  const talkedAt = lastTalk(closed.filter(({ kind, lesson }) => kind === 'failed_thrice' && lesson === slug));
  const third = attempts.filter(({ finishedAt }) => finishedAt > talkedAt)[FAILURES - 1];
  return third ? { kind: 'failed_thrice', lesson: slug, openedAt: third.finishedAt } : null;
}

function idleFor(
  { unfinished, lastEventAt }: { unfinished: LessonSlug | null; lastEventAt: number | null },
  closed: readonly ClosedReason[],
  now: number,
): CoachReason | null {
  if (unfinished === null || lastEventAt === null) return null;
  const talkedAt = lastTalk(closed.filter(({ kind }) => kind === 'idle'));
  const openedAt = Math.max(lastEventAt, talkedAt) + IDLE_MS;
  return openedAt <= now ? { kind: 'idle', lesson: unfinished, openedAt } : null;
}

function lastTalk(closed: readonly ClosedReason[]): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...closed.map(({ closedAt }) => closedAt));
}
