import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveProgress, type TrainingEvent } from './progress';
import { readQuiz } from './read-lesson.server';

const lesson = 'menu-dan-harga';
const rule = { questions: 5, rightAtLeast: 4 };
const RIGHT: Record<string, string> = { komisi: 'b', modal: 'c', qris: 'b', tetangga: 'a', layar: 'c' };
const WRONG: Record<string, string> = { komisi: 'a', modal: 'a', qris: 'a', tetangga: 'b', layar: 'a' };

function attempt(name: string, at: number, wrong: string[] = [], overrule = rule): TrainingEvent[] {
  const common = { lesson, lessonVersion: 1, happenedAt: at };
  return [
    ...Object.keys(RIGHT).map((question) => ({
      ...common,
      id: `${name}:${question}`,
      kind: 'quiz_answered' as const,
      attempt: name,
      question,
      choice: (wrong.includes(question) ? WRONG : RIGHT)[question] ?? '',
    })),
    { ...common, id: `${name}:finished`, kind: 'quiz_finished' as const, attempt: name, rule: overrule },
  ];
}

const opened: TrainingEvent = { id: 'o', lesson, lessonVersion: 1, happenedAt: 5, kind: 'lesson_opened' };
const derive = (events: TrainingEvent[]) => deriveProgress(events, lesson, readQuiz);

describe('progress in a lesson', () => {
  it('four of five right is a pass, three is not', () => {
    expect(derive(attempt('a', 10, ['komisi'])).passed).toBe(true);
    expect(derive(attempt('a', 10, ['komisi', 'modal']))).toMatchObject({ passed: false, attempts: [{ right: 3 }] });
  });

  it('a pass stays a pass when a later try is worse', () => {
    const progress = derive([...attempt('a', 10), ...attempt('b', 20, ['komisi', 'modal', 'qris'])]);
    expect(progress.passed).toBe(true);
    expect(progress.attempts.map((each) => each.right)).toEqual([5, 2]);
  });

  it('an attempt is judged by the rule it was made under', () => {
    const strict = { questions: 5, rightAtLeast: 5 };
    expect(derive(attempt('a', 10, ['komisi'], strict)).passed).toBe(false);
    expect(derive([...attempt('a', 10, ['komisi'], strict), ...attempt('b', 20, ['komisi'])]).passed).toBe(true);
  });

  it('answers without an end are not an attempt yet', () => {
    expect(derive(attempt('a', 10).slice(0, 5))).toMatchObject({ passed: false, attempts: [] });
  });

  it('of two answers to one question the earlier counts, so nobody corrects herself after seeing the result', () => {
    const later = { ...attempt('a', 99)[0], id: 'late', choice: 'b' } as TrainingEvent;
    const first = attempt('a', 10, ['komisi']);
    expect(derive([later, ...first]).attempts[0]?.choices.komisi).toBe('a');
  });

  it('an answer key that never existed passes nobody', () => {
    const foreign = attempt('a', 10).map((event) => ({ ...event, lessonVersion: 99 }));
    expect(derive(foreign).passed).toBe(false);
  });

  it('is the same in any order of arrival and with any duplicates', () => {
    const all = [opened, ...attempt('a', 10, ['komisi', 'qris']), ...attempt('b', 10, ['layar']), ...attempt('c', 7)];
    const expected = derive(all);
    const arrival = fc.tuple(
      fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      fc.array(fc.constantFrom(...all), { maxLength: 20 }),
    );
    fc.assert(
      fc.property(arrival, ([order, repeats]) => {
        expect(derive([...order, ...repeats])).toEqual(expected);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
