import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { LateEvent } from './late-events-form';
import type { TrainingEvent } from './progress';
import { readQuiz } from './read-lesson.server';
import { recordEvents } from './record-events.server';

/**
 * Takes events that a phone kept while it had no internet. What they are worth is decided here: the rule of a quiz is the
 * one of its version, never the phone's. An event about a lesson, question or answer that never existed is dropped.
 */
export async function recordLateEvents(
  tx: Tx,
  options: { merchantId: MerchantId; personId: PersonId; events: readonly LateEvent[]; now: number },
): Promise<void> {
  const { merchantId, personId, events, now } = options;
  const known = events.flatMap((event) => toTrainingEvent(merchantId, event, now) ?? []);
  await recordEvents(tx, { merchantId, personId, events: known, now });
}

function toTrainingEvent(merchantId: MerchantId, event: LateEvent, now: number): TrainingEvent | null {
  const quiz = readQuiz(event.lesson, event.version);
  if (!quiz) return null;
  const common = { lesson: event.lesson, lessonVersion: event.version, happenedAt: now - event.age };
  if (event.kind === 'lesson_opened') return { ...common, id: `${merchantId}:${event.id}`, kind: event.kind };
  const { attempt } = event;
  // Named as a form's answers are: one question of one attempt is answered once, whichever way it came.
  const idOf = (end: string) => `${merchantId}:${attempt}:${end}`;
  if (event.kind === 'quiz_finished') {
    return { ...common, id: idOf('finished'), kind: event.kind, attempt, rule: quiz.rule };
  }
  const { question, choice, kind } = event;
  const options = quiz.questions.find(({ id }) => id === question)?.options ?? [];
  if (!options.some(({ id }) => id === choice)) return null;
  return { ...common, id: idOf(question), kind, attempt, question, choice };
}
