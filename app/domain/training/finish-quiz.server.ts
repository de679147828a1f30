import type { Tx } from '~/platform/app-context';
import type { Id, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { readQuiz } from './read-lesson.server';
import { recordEvents } from './record-events.server';
import type { LessonSlug } from './training';

export type FinishQuizRefusal =
  | {
      code: 'quiz_unanswered';
      /** With the number each has on the page. */
      questions: { id: string; n: number }[];
    }
  | { code: 'lesson_unknown' };

/**
 * Keeps a whole quiz as one attempt: an event an answer and one that ends it, with the rule of today frozen in it.
 * The attempt's id is made on the form, so the same form sent twice is one attempt.
 */
export async function finishQuiz(
  tx: Tx,
  options: {
    merchantId: MerchantId;
    personId: PersonId;
    lesson: LessonSlug;
    version: number;
    attempt: Id<'att'>;
    /** Choice per question id. */
    choices: Record<string, string>;
    now: number;
  },
): Promise<Result<void, FinishQuizRefusal>> {
  const { merchantId, personId, lesson, version, attempt, choices, now } = options;
  const quiz = readQuiz(lesson, version);
  if (!quiz) return refuse({ code: 'lesson_unknown' });
  const unanswered = quiz.questions.flatMap(({ id, options: known }, index) =>
    known.some((option) => option.id === choices[id]) ? [] : [{ id, n: index + 1 }],
  );
  if (unanswered.length > 0) return refuse({ code: 'quiz_unanswered', questions: unanswered });
  const common = { lesson, lessonVersion: version, happenedAt: now };
  // Ids carry the merchant, so that nobody can take another's attempt id and silence her answers.
  const idOf = (end: string) => `${merchantId}:${attempt}:${end}`;
  await recordEvents(tx, {
    merchantId,
    personId,
    now,
    events: [
      ...quiz.questions.map(({ id }) => ({
        ...common,
        id: idOf(id),
        kind: 'quiz_answered' as const,
        attempt,
        question: id,
        choice: choices[id] ?? '',
      })),
      { ...common, id: idOf('finished'), kind: 'quiz_finished' as const, attempt, rule: quiz.rule },
    ],
  });
  return accept();
}
