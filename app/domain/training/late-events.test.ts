import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Id, newId, newSecretId } from '~/shared/ids';
import { LATE_EVENTS_MAX } from '~/shared/late-events';
import { DAY_MS } from '~/shared/time';
import { makeActiveMerchant } from '../../../test/factories/merchants';
import { choicesOf, takeQuiz } from '../../../test/factories/training';
import { onBothEngines } from '../../../test/setup/engines';
import { type LateEvent, lateEventsBody, readLateEvents } from './late-events-form';
import { deriveProgress, type TrainingEvent } from './progress';
import { readQuiz } from './read-lesson.server';
import { readLessonStanding, readProgress } from './read-progress.server';
import { recordLateEvents } from './record-late-events.server';
import { LESSONS, type LessonSlug } from './training';

const first = LESSONS[0];

/** What one phone keeps of one attempt at a lesson: read, answered, finished. */
function attemptOf(
  { slug, version }: { slug: LessonSlug; version: number },
  answers: 'right' | 'wrong',
  age: number,
  attempt: Id<'att'> = newSecretId('att'),
): LateEvent[] {
  const common = { lesson: slug, version, age };
  return [
    { ...common, id: newSecretId('evt'), kind: 'lesson_opened' },
    ...Object.entries(choicesOf(slug, answers)).map(([question, choice]) => ({
      ...common,
      id: newSecretId('evt'),
      kind: 'quiz_answered' as const,
      attempt,
      question,
      choice,
    })),
    { ...common, id: newSecretId('evt'), kind: 'quiz_finished', attempt },
  ];
}

onBothEngines('events that waited on a phone', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    const merchant = await makeActiveMerchant(world);
    const { merchantId, ownerId: personId } = merchant;
    const send = (events: readonly LateEvent[], now = world.clock.now()) =>
      world.inTransaction((tx) => recordLateEvents(tx, { merchantId, personId, events, now }));
    const standing = () => readLessonStanding(world.db, { merchantId, lesson: first.slug, now: world.clock.now() });
    return { world, ...merchant, send, standing };
  };

  it('are judged by the answers and the rule of the lesson, as if they had been sent at once', async () => {
    const { world, send, standing } = await begin();
    const now = world.clock.now();
    await send(attemptOf(first, 'wrong', 9_000));
    expect(await standing()).toMatchObject({ passed: false, openedAt: now - 9_000, attempts: [{ right: 0 }] });
    await send(attemptOf(first, 'right', 5_000));
    expect(await standing()).toMatchObject({ passed: true, openedAt: now - 9_000 });
    expect((await standing()).attempts[1]).toMatchObject({
      finishedAt: now - 5_000,
      rule: readQuiz(first.slug, first.version)?.rule,
    });
  });

  it('about a lesson, question or answer that never existed are dropped', async () => {
    const { world, send } = await begin();
    const attempt = newSecretId('att');
    const common = { lesson: first.slug, version: first.version, age: 0, attempt, kind: 'quiz_answered' as const };
    await send([
      { ...common, id: newSecretId('evt'), lesson: 'tidak-ada', question: 'a', choice: 'a' },
      { ...common, id: newSecretId('evt'), version: 999, question: 'a', choice: 'a' },
      { ...common, id: newSecretId('evt'), question: 'tidak-ada', choice: 'a' },
      {
        ...common,
        id: newSecretId('evt'),
        question: Object.keys(choicesOf(first.slug, 'right'))[0] ?? '',
        choice: 'z',
      },
    ]);
    expect(await world.db.selectFrom('training_event').select('id').execute()).toEqual([]);
  });

  it('cannot mend an answer once it was given: of one question in one attempt the first that came stays', async () => {
    const { send, standing } = await begin();
    const attempt = newSecretId('att');
    await send(attemptOf(first, 'wrong', 1_000, attempt));
    await send(attemptOf(first, 'right', 2_000, attempt));
    expect(await standing()).toMatchObject({ passed: false, attempts: [{ right: 0 }] });
  });

  it('of an attempt whose form came through as well are the same attempt', async () => {
    const { world, merchantId, ownerId, standing } = await begin();
    await takeQuiz(world, { merchantId, ownerId }, { lesson: first.slug, answers: 'right' });
    const { attempts } = await standing();
    const events = attemptOf(first, 'wrong', 0, attempts[0]?.id as Id<'att'>);
    await world.inTransaction((tx) =>
      recordLateEvents(tx, { merchantId, personId: ownerId, events, now: world.clock.now() }),
    );
    expect((await standing()).attempts).toEqual(attempts);
  });

  it("silence nobody else's: another business may use the same ids", async () => {
    const { world, send, standing } = await begin();
    const other = await makeActiveMerchant(world);
    const events = attemptOf(first, 'right', 0);
    const now = world.clock.now();
    const theirs = { merchantId: other.merchantId, personId: other.ownerId, events, now };
    await world.inTransaction((tx) => recordLateEvents(tx, theirs));
    await send(events);
    expect((await standing()).passed).toBe(true);
  });

  it('two phones of one business merge without loss, in whatever order and however often each sends', async () => {
    const { world, merchantId, send } = await begin();
    // One phone does every other lesson and fails the first of the rest; the second phone does the rest.
    const phones = [0, 1].map((phone) =>
      LESSONS.flatMap((lesson, i) => {
        if (i % 2 === phone) return attemptOf(lesson, 'right', 1_000 * (i + 1));
        return i === 1 ? attemptOf(lesson, 'wrong', 500) : [];
      }),
    );
    const [one = [], two = []] = phones;
    const batches = [two.slice(5), one, two.slice(0, 9), one.slice().reverse(), two];
    for (const batch of batches) if (batch.length > 0) await send(batch);
    await Promise.all(batches.filter((batch) => batch.length > 0).map((batch) => send(batch)));
    const standings = await readProgress(world.db, { merchantId, now: world.clock.now() });
    expect(standings.map(({ slug, passed }) => [slug, passed])).toEqual(LESSONS.map(({ slug }) => [slug, true]));
    const once = new Set([...one, ...two].map(({ id }) => id));
    expect(await world.db.selectFrom('training_event').select('id').execute()).toHaveLength(once.size);
  });
});

/** Several attempts at every lesson there is, some right, some wrong, some cut off, as the list would hold them. */
const anyHistory = fc
  .array(
    fc.record({
      lesson: fc.constantFrom(...LESSONS),
      answers: fc.constantFrom('right' as const, 'wrong' as const),
      at: fc.nat({ max: 50 }),
      cut: fc.nat({ max: 7 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((tries) =>
    tries.flatMap(({ lesson, answers, at, cut }, i): TrainingEvent[] =>
      attemptOf(lesson, answers, 0)
        .slice(cut)
        .map((event) => {
          const common = { id: `${i}:${event.id}`, lesson: event.lesson, lessonVersion: event.version, happenedAt: at };
          if (event.kind === 'quiz_finished') {
            const rule = readQuiz(event.lesson, event.version)?.rule ?? { questions: 0, rightAtLeast: 0 };
            return { ...common, kind: event.kind, attempt: event.attempt, rule };
          }
          const { kind } = event;
          if (kind === 'lesson_opened') return { ...common, kind };
          return { ...common, kind, attempt: event.attempt, question: event.question, choice: event.choice };
        }),
    ),
  );

it('progress in every lesson is the same for any order of arrival, any duplicates, and any split over phones', () => {
  const standing = (events: readonly TrainingEvent[]) =>
    LESSONS.map(({ slug }) => deriveProgress(events, slug, readQuiz));
  fc.assert(
    fc.property(
      anyHistory.chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
          events.length > 0 ? fc.array(fc.constantFrom(...events), { maxLength: 20 }) : fc.constant([]),
        ),
      ),
      ([events, order, repeats]) => {
        expect(standing([...repeats, ...order])).toEqual(standing(events));
      },
    ),
    { numRuns: 150, seed: 11 },
  );
});

it('too many events are no body; of those that came each counts or falls by itself', () => {
  const event = { id: newSecretId('evt'), kind: 'lesson_opened', lesson: first.slug, version: 1, age: 0 };
  const body = (events: unknown[]) => lateEventsBody.safeParse({ events });
  const read = (events: unknown[]) => readLateEvents(lateEventsBody.parse({ events }));
  expect(body(Array.from({ length: LATE_EVENTS_MAX + 1 }, () => event)).success).toBe(false);
  expect(body(Array.from({ length: LATE_EVENTS_MAX }, () => event)).success).toBe(true);
  expect(body([]).success).toBe(false);
  expect(body([{ kind: 'lesson_opened' }]).success, 'nothing could be answered about it').toBe(false);
  const odd = [
    { ...event, age: -1 },
    { ...event, id: newId('att') },
    { ...event, kind: 'quiz_passed' },
  ];
  expect(read([...odd, event])).toEqual([event]);
});

it('an event of a phone whose clock is years behind counts as the oldest we believe, and holds back no other', () => {
  const event = {
    id: newSecretId('evt'),
    kind: 'lesson_opened',
    lesson: first.slug,
    version: 1,
    age: 56 * 365 * DAY_MS,
  };
  const other = { ...event, id: newSecretId('evt'), age: 1_000 };
  expect(readLateEvents(lateEventsBody.parse({ events: [event, other] }))).toEqual([
    { ...event, age: 400 * DAY_MS },
    other,
  ]);
});
