import { expect, it } from 'vitest';
import { archiveDish } from '~/domain/menus/archive-dish.server';
import { changeDish } from '~/domain/menus/change-dish.server';
import { setDishCost } from '~/domain/menus/set-dish-cost.server';
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
    const standing = () => readLessonStanding(world.db, { merchantId: merchant.merchantId, lesson, now });
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
      refusal: {
        code: 'quiz_unanswered',
        questions: [
          { id: 'modal', n: 2 },
          { id: 'qris', n: 3 },
        ],
      },
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

  it('a lesson is complete with quiz and practice, and open again as soon as the shop undoes it', async () => {
    const { world, merchantId, ownerId, now, finish, standing } = await begin();
    accepted(await finish(RIGHT, undefined, 2));
    expect(await standing()).toMatchObject({ passed: true, complete: false, act: { gaps: [{ need: 'no_dish' }] } });
    const dishId = await makeDish(world, { merchantId, price: 20_000, description: 'Ikan dan sagu, kuah hangat' });
    const cost = { dishId, merchantId, cost: 9_000, floorPrice: null, by: ownerId, now };
    accepted(await world.inTransaction((tx) => setDishCost(tx, cost)));
    expect(await standing()).toMatchObject({ complete: true, act: { done: true } });
    const cheaper = { dishId, merchantId, changes: { price: 9_000 }, by: ownerId, now };
    accepted(await world.inTransaction((tx) => changeDish(tx, cheaper)));
    expect(await standing()).toMatchObject({ passed: true, complete: false });
    accepted(await world.inTransaction((tx) => archiveDish(tx, { dishId, merchantId, by: ownerId, now })));
    expect(await standing()).toMatchObject({ passed: true, complete: false });
  });

  it('a quiz passed in an older version of a lesson stays passed', async () => {
    const { finish, standing } = await begin();
    accepted(await finish(RIGHT, undefined, 1));
    expect(await standing()).toMatchObject({ passed: true, version: 2, attempts: [{ version: 1 }] });
  });
});
