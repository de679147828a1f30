import { isRightChoice, type MasteryRule, type Quiz } from './training';

/** An event of the append-only list, as progress needs it. */
export type TrainingEvent = { id: string; lesson: string; lessonVersion: number; happenedAt: number } & (
  | { kind: 'lesson_opened' }
  | { kind: 'quiz_answered'; attempt: string; question: string; choice: string }
  | { kind: 'quiz_finished'; attempt: string; rule: MasteryRule }
);

export interface Attempt {
  id: string;
  version: number;
  finishedAt: number;
  right: number;
  rule: MasteryRule;
  passed: boolean;
  /** Choice per question. */
  choices: Record<string, string>;
}

export interface LessonProgress {
  openedAt: number | null;
  /** Finished attempts, oldest first. */
  attempts: Attempt[];
  passed: boolean;
}

type QuizReader = (lesson: string, version: number) => Quiz | null;
type Answer = Extract<TrainingEvent, { kind: 'quiz_answered' }>;
type Finish = Extract<TrainingEvent, { kind: 'quiz_finished' }>;

/**
 * Progress in one lesson, derived from its events in whatever order they arrived and however often (B2). An attempt is
 * judged by the rule it was finished under and the key of its version; of two answers to one question the earlier counts.
 */
export function deriveProgress(events: readonly TrainingEvent[], lesson: string, readQuiz: QuizReader): LessonProgress {
  const own = inOrder(events.filter((event) => event.lesson === lesson));
  const answers = own.filter((event): event is Answer => event.kind === 'quiz_answered');
  const finished = own.filter((event): event is Finish => event.kind === 'quiz_finished');
  const attempts = firstOfEach(finished).map((finish) =>
    judge(finish, answers, readQuiz(lesson, finish.lessonVersion)),
  );
  const openedAt = own.find((event) => event.kind === 'lesson_opened')?.happenedAt ?? null;
  return { openedAt, attempts, passed: attempts.some((attempt) => attempt.passed) };
}

/** Each event once, by when it happened, then by id: the same list for every order of arrival. */
function inOrder(events: readonly TrainingEvent[]): TrainingEvent[] {
  const once = new Map(events.map((event) => [event.id, event]));
  return [...once.values()].sort((a, b) => a.happenedAt - b.happenedAt || (a.id < b.id ? -1 : 1));
}

function firstOfEach(finished: Finish[]): Finish[] {
  return finished.filter((finish, i) => finished.findIndex((other) => other.attempt === finish.attempt) === i);
}

function judge(finish: Finish, answers: Answer[], quiz: Quiz | null): Attempt {
  const choices: Record<string, string> = {};
  for (const answer of answers) {
    const isOfAttempt = answer.attempt === finish.attempt && answer.lessonVersion === finish.lessonVersion;
    if (isOfAttempt) choices[answer.question] ??= answer.choice;
  }
  const right = quiz ? quiz.questions.filter(({ id }) => isRightChoice(quiz, id, choices[id] ?? '')).length : 0;
  return {
    id: finish.attempt,
    version: finish.lessonVersion,
    finishedAt: finish.happenedAt,
    right,
    rule: finish.rule,
    passed: right >= finish.rule.rightAtLeast,
    choices,
  };
}
