import { describe, expect, it } from 'vitest';
import { changeMerchantState } from '~/domain/merchants/change-merchant-state.server';
import { type Id, newId } from '~/shared/ids';
import { DAY_MS } from '~/shared/time';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { takeQuiz } from '../../../test/factories/training';
import { onBothEngines } from '../../../test/setup/engines';
import { closeCoaching } from './close-coaching.server';
import { type ClosedReason, type CoachedLesson, deriveCoachReasons, IDLE_MS } from './coach';
import { readCoachList } from './read-coach-list.server';
import { LESSONS } from './training';

const lesson = LESSONS[0].slug;

function tries(...at: number[]): CoachedLesson {
  const rule = { questions: 5, rightAtLeast: 4 };
  const attempts = at.map((finishedAt) => ({
    id: `a${finishedAt}`,
    version: 1,
    finishedAt,
    right: 0,
    rule,
    passed: false,
    choices: {},
  }));
  return { slug: lesson, passed: false, attempts };
}

describe('why somebody should be talked to', () => {
  const reasons = (tried: CoachedLesson, closed: ClosedReason[] = [], now = 10) =>
    deriveCoachReasons({ lessons: [tried], unfinished: lesson, lastEventAt: now }, closed, now);

  it('the third failure of one quiz, not the second, and never after a pass', () => {
    expect(reasons(tries(1, 2))).toEqual([]);
    expect(reasons(tries(1, 2, 3))).toEqual([{ kind: 'failed_thrice', lesson, openedAt: 3 }]);
    expect(reasons(tries(1, 2, 3, 4, 5))).toEqual([{ kind: 'failed_thrice', lesson, openedAt: 3 }]);
    expect(reasons({ ...tries(1, 2, 3), passed: true })).toEqual([]);
  });

  it('after a talk three more failures are counted', () => {
    const closed: ClosedReason[] = [{ kind: 'failed_thrice', lesson, closedAt: 3 }];
    expect(reasons(tries(1, 2, 3, 4, 5), closed)).toEqual([]);
    expect(reasons(tries(1, 2, 3, 4, 5, 6), closed)).toEqual([{ kind: 'failed_thrice', lesson, openedAt: 6 }]);
    expect(reasons(tries(1, 2, 3), [{ kind: 'failed_thrice', lesson: 'another', closedAt: 3 }])).toHaveLength(1);
    expect(reasons(tries(1, 2, 3), [{ kind: 'idle', lesson, closedAt: 3 }])).toHaveLength(1);
  });

  it('seven days without an event in an unfinished course, counted anew after a talk', () => {
    const idle = (now: number, closed: ClosedReason[] = [], unfinished: typeof lesson | null = lesson) =>
      deriveCoachReasons({ lessons: [tries()], unfinished, lastEventAt: 100 }, closed, now);
    expect(idle(100 + IDLE_MS - 1)).toEqual([]);
    expect(idle(100 + IDLE_MS)).toEqual([{ kind: 'idle', lesson, openedAt: 100 + IDLE_MS }]);
    expect(idle(100 + IDLE_MS, [], null)).toEqual([]);
    const talked: ClosedReason[] = [{ kind: 'idle', lesson: 'another', closedAt: 500 + IDLE_MS }];
    expect(idle(500 + IDLE_MS + 1, talked)).toEqual([]);
    expect(idle(500 + 2 * IDLE_MS, talked)).toEqual([{ kind: 'idle', lesson, openedAt: 500 + 2 * IDLE_MS }]);
  });

  it('who never began is not idle', () => {
    expect(deriveCoachReasons({ lessons: [tries()], unfinished: lesson, lastEventAt: null }, [], 1e15)).toEqual([]);
  });
});

onBothEngines('the coach list', (engine) => {
  it('gives no place to a business that is closed, however long it waited', async () => {
    const world = await engine.world();
    const failing = async () => {
      const merchant = await makeActiveMerchant(world);
      for (let n = 0; n < 3; n++) await takeQuiz(world, merchant, { lesson, answers: 'wrong' });
      world.clock.advance(1_000);
      return merchant;
    };
    const { merchantId, ownerId: by } = await failing();
    const waiting = await failing();
    const closing = { merchantId, to: 'closed', by, why: 'pindah', now: world.clock.now() } as const;
    accepted(await world.inTransaction((tx) => changeMerchantState(tx, closing)));
    const list = await readCoachList(world.db, { merchantIds: 'all', now: world.clock.now(), most: 1 });
    expect(list.map((entry) => entry.merchantId)).toEqual([waiting.merchantId]);
  });

  const begin = async () => {
    const world = await engine.world();
    const merchant = await makeActiveMerchant(world, { stallName: 'Tekwan Rani' });
    const learner = { merchantId: merchant.merchantId, ownerId: merchant.ownerId };
    const list = (merchantIds: Parameters<typeof readCoachList>[1]['merchantIds'] = 'all', now = world.clock.now()) =>
      readCoachList(world.db, { merchantIds, now });
    const fail = () => takeQuiz(world, learner, { lesson, answers: 'wrong' });
    return { world, ...merchant, learner, list, fail };
  };

  it('names who failed three times, with who and where, until somebody notes a talk', async () => {
    const { world, merchantId, ownerId, list, fail } = await begin();
    await fail();
    await fail();
    expect(await list()).toEqual([]);
    await fail();
    const [entry] = await list();
    expect(entry).toMatchObject({
      kind: 'failed_thrice',
      lesson,
      merchantId,
      stallName: 'Tekwan Rani',
      regionCode: '1671',
    });
    expect(await list([])).toEqual([]);
    expect(await list([merchantId])).toEqual([entry]);
    if (!entry) throw new Error('nobody on the list');
    const close = (among: Parameters<typeof closeCoaching>[1]['among'], openedAt = entry.openedAt) =>
      world.inTransaction((tx) =>
        closeCoaching(tx, {
          merchantId,
          reason: { kind: 'failed_thrice', lesson, openedAt },
          note: 'Sudah dijelaskan',
          among,
          by: ownerId,
          now: world.clock.now(),
        }),
      );
    const gone = { ok: false, refusal: { code: 'coaching_gone' } };
    expect(await close([])).toEqual(gone);
    expect(await close('all', entry.openedAt + 1)).toEqual(gone);
    const closings = await Promise.all([close('all'), close([merchantId]), close('all')]);
    expect(closings.filter((closing) => closing.ok)).toHaveLength(1);
    expect(await list()).toEqual([]);
    expect(await world.db.selectFrom('training_coaching').selectAll().execute()).toMatchObject([
      { merchant_id: merchantId, reason: 'failed_thrice', lesson, note: 'Sudah dijelaskan', closed_by: ownerId },
    ]);
  });

  it('names who was idle for seven days, oldest first, and a pass with the practice open as such', async () => {
    const { world, learner, list } = await begin();
    const now = world.clock.now();
    const other = await makeActiveMerchant(world, { stallName: 'Model Ani' });
    await world.inTransaction((tx) =>
      tx
        .insertInto('training_event')
        .values({
          id: newId('evt', now) satisfies Id<'evt'>,
          merchant_id: other.merchantId,
          person_id: other.ownerId,
          lesson,
          lesson_version: 1,
          kind: 'lesson_opened',
          data: '{}',
          happened_at: now - DAY_MS,
          received_at: now,
        })
        .execute(),
    );
    await takeQuiz(world, learner, { lesson, answers: 'right' });
    expect(await list('all', now + 6 * DAY_MS - 1)).toEqual([]);
    const later = await list('all', now + IDLE_MS);
    expect(later.map(({ kind, stallName, isQuizPassed }) => [kind, stallName, isQuizPassed])).toEqual([
      ['idle', 'Model Ani', false],
      ['idle', 'Tekwan Rani', later[1]?.lesson === lesson],
    ]);
  });
});
