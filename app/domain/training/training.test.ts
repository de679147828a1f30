import { expect, it } from 'vitest';
import { archiveDish } from '~/domain/menus/archive-dish.server';
import { changeDish } from '~/domain/menus/change-dish.server';
import { type Id, newId } from '~/shared/ids';
import { makeDish } from '../../../test/factories/menus';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines } from '../../../test/setup/engines';
import { finishQuiz } from './finish-quiz.server';
import { openLesson } from './open-lesson.server';
import { readLessonStanding } from './read-progress.server';
import { recordEvents } from './record-events.server';

const lesson = 'menu-dan-harga';
const RIGHT = { komisi: 'b', modal: 'c', qris: 'b', tetangga: 'a', layar: 'c' };

onBothEngines('training', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    const merchant = await makeActiveMerchant(world);
    const now = world.clock.now();
    const finish = (choices: Record<string, string>, attempt: Id<'att'> = newId('att', now), version = 1) =>
      world.inTransaction((tx) =>
        finishQuiz(tx, {
          merchantId: merchant.merchantId,
          personId: merchant.ownerId,
          lesson,
          version,
          attempt,
          choices,
          now,
        }),
      );
    const standing = () => readLessonStanding(world.db, { merchantId: merchant.merchantId, lesson });
    return { world, ...merchant, now, finish, standing };
  };

  it('a quiz sent three times is one attempt', async () => {
    const { world, finish, standing } = await begin();
    const attempt = newId('att');
    await Promise.all([finish(RIGHT, attempt), finish(RIGHT, attempt), finish({ ...RIGHT, komisi: 'a' }, attempt)]);
    expect((await standing()).attempts).toHaveLength(1);
    expect(await world.db.selectFrom('training_event').select('id').execute()).toHaveLength(6);
  });

  it('an unfinished quiz comes back with the questions that are left, and nothing is kept', async () => {
    const { finish, standing } = await begin();
    expect(await finish({ ...RIGHT, modal: '', qris: 'z' })).toEqual({
      ok: false,
      refusal: { code: 'quiz_unanswered', questions: ['modal', 'qris'] },
    });
    expect(await finish(RIGHT, undefined, 99)).toEqual({ ok: false, refusal: { code: 'lesson_unknown' } });
    expect((await standing()).attempts).toEqual([]);
  });

  it("nobody's attempt can be silenced by another merchant using its id", async () => {
    const { world, finish, standing, now } = await begin();
    const other = await makeActiveMerchant(world);
    const attempt = newId('att');
    await world.inTransaction((tx) =>
      finishQuiz(tx, {
        merchantId: other.merchantId,
        personId: other.ownerId,
        lesson,
        version: 1,
        attempt,
        choices: RIGHT,
        now,
      }),
    );
    accepted(await finish(RIGHT, attempt));
    expect((await standing()).passed).toBe(true);
  });

  it('opening a lesson twice is one reading', async () => {
    const { world, merchantId, ownerId, now, standing } = await begin();
    const open = (at: number) =>
      world.inTransaction((tx) => openLesson(tx, { merchantId, personId: ownerId, lesson, version: 1, now: at }));
    expect((await standing()).openedAt).toBeNull();
    await open(now);
    await open(now + 5);
    expect((await standing()).openedAt).toBe(now);
  });

  it('events are never changed, only added', async () => {
    const { world, merchantId, ownerId, now, standing } = await begin();
    const event = { id: 'e1', lesson, lessonVersion: 1, happenedAt: now, kind: 'lesson_opened' } as const;
    const record = (happenedAt: number) =>
      world.inTransaction((tx) =>
        recordEvents(tx, { merchantId, personId: ownerId, events: [{ ...event, happenedAt }], now }),
      );
    await record(now);
    await record(now + 99);
    expect((await standing()).openedAt).toBe(now);
    await expect(
      world.inTransaction((tx) => tx.updateTable('training_event').set({ happened_at: 1 }).execute()),
    ).rejects.toThrow();
  });

  it('the practice is done when every dish on sale has a price and minutes, and undone when one has not', async () => {
    const { world, merchantId, ownerId, now, finish, standing } = await begin();
    accepted(await finish(RIGHT));
    expect(await standing()).toMatchObject({
      passed: true,
      complete: false,
      act: { done: false, dishes: 0, open: [] },
    });
    await makeDish(world, { merchantId });
    expect(await standing()).toMatchObject({ complete: true, act: { done: true, dishes: 1 } });
    const dishId = await makeDish(world, { merchantId, name: 'Model', price: null, makeSeconds: null });
    expect(await standing()).toMatchObject({
      complete: false,
      act: { done: false, dishes: 2, open: [{ dishId, name: 'Model', lacks: ['price', 'minutes'] }] },
    });
    const options = { dishId, merchantId, by: ownerId, now };
    accepted(await world.inTransaction((tx) => changeDish(tx, { ...options, changes: { price: 9_000 } })));
    expect((await standing()).act.open).toEqual([{ dishId, name: 'Model', lacks: ['minutes'] }]);
    accepted(await world.inTransaction((tx) => archiveDish(tx, options)));
    expect((await standing()).complete).toBe(true);
  });
});
