import { describe, expect, it } from 'vitest';
import { curate, makeApplicant, makeFestival } from '../../../test/factories/festivals';
import { accepted } from '../../../test/factories/merchants';
import { finishOneLesson } from '../../../test/factories/training';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { openCall } from './open-call.server';
import { readApplicants } from './read-applicants.server';
import { readCall } from './read-call.server';
import { readComposition } from './read-composition.server';
import { readOwnApplication } from './read-own-application.server';
import { setTrainingRule } from './set-training-rule.server';
import { byTraining, type TrainingRule, trainingStanding } from './training-rule';

describe('how lessons count', () => {
  it('as a minimum they are met or open, as points they are multiplied', () => {
    expect(trainingStanding({ kind: 'minimum', amount: 2 }, 1)).toEqual({
      finished: 1,
      counted: 'minimum_open',
      least: 2,
    });
    expect(trainingStanding({ kind: 'minimum', amount: 2 }, 2)).toMatchObject({ counted: 'minimum_met' });
    expect(trainingStanding({ kind: 'weight', amount: 5 }, 3)).toEqual({ finished: 3, counted: 'points', points: 15 });
  });

  it('points put an applicant first, and equal points leave the order in which they came', () => {
    const one = (name: string, finished: number) => ({
      name,
      training: trainingStanding({ kind: 'weight', amount: 2 }, finished),
    });
    const sorted = byTraining([one('a', 0), one('b', 2), one('c', 0), one('d', 1)]);
    expect(sorted.map(({ name }) => name)).toEqual(['b', 'd', 'a', 'c']);
  });
});

onBothEngines('a training rule', (engine) => {
  async function callWith(world: World, rule: TrainingRule | null) {
    const festival = await makeFestival(world, { state: 'draft' });
    const { festivalId, organiserId: by } = festival;
    const now = world.clock.now();
    const set = (wanted: TrainingRule | null) =>
      world.inTransaction((tx) => setTrainingRule(tx, { festivalId, rule: wanted, by, now }));
    accepted(await set(rule));
    accepted(await world.inTransaction((tx) => openCall(tx, { festivalId, by, now })));
    return { ...festival, by, now, set };
  }

  it('as a minimum keeps an application incomplete until the lessons are finished, and says so to both', async () => {
    const world = await engine.world();
    const { festivalId, slug, now } = await callWith(world, { kind: 'minimum', amount: 1 });
    const merchant = await makeApplicant(world, festivalId);
    const { merchantId } = merchant;
    const lacking = { part: 'training', finished: 0, least: 1 };
    expect(await readCall(world.db, { slug, now })).toMatchObject({ training: { kind: 'minimum', amount: 1 } });
    expect(await readOwnApplication(world.db, { merchantId, slug, now })).toMatchObject({
      application: { state: 'submitted' },
      missing: [lacking],
    });
    expect(await readApplicants(world.db, { festivalId, now })).toMatchObject([
      { state: 'submitted', missing: [lacking], training: { finished: 0, counted: 'minimum_open', least: 1 } },
    ]);
    await finishOneLesson(world, merchant);
    expect(await readApplicants(world.db, { festivalId, now })).toMatchObject([
      { state: 'complete', missing: [], training: { finished: 1, counted: 'minimum_met' } },
    ]);
  });

  it('with points puts who learned first beside the plan, though she came last', async () => {
    const world = await engine.world();
    const { festivalId, by, now } = await callWith(world, { kind: 'weight', amount: 5 });
    await makeApplicant(world, festivalId, { stallName: 'Datang dulu' });
    const learner = await makeApplicant(world, festivalId, { stallName: 'Sudah belajar' });
    await finishOneLesson(world, learner);
    await curate(world, { festivalId, by });
    const { tray } = await readComposition(world.db, { festivalId, now });
    expect(tray.map(({ stallName, training }) => [stallName, training])).toEqual([
      ['Sudah belajar', { finished: 1, counted: 'points', points: 5 }],
      ['Datang dulu', { finished: 0, counted: 'points', points: 0 }],
    ]);
  });

  it('is frozen once the call is open, and a festival without one counts nothing', async () => {
    const world = await engine.world();
    const { festivalId, slug, now, set } = await callWith(world, null);
    await makeApplicant(world, festivalId);
    expect(await set({ kind: 'minimum', amount: 3 })).toEqual({ ok: false, refusal: { code: 'training_rule_frozen' } });
    expect((await readCall(world.db, { slug, now }))?.training).toBeNull();
    expect((await readApplicants(world.db, { festivalId, now }))[0]?.training).toBeNull();
  });
});
