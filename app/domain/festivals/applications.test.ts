import { expect, it } from 'vitest';
import { curate, makeApplicant, makeFestival } from '../../../test/factories/festivals';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { applyToFestival } from './apply-to-festival.server';
import { closeCallWhenDue } from './close-call.server';
import { readApplicants } from './read-applicants.server';
import { returnApplication } from './return-application.server';
import { saveAnswer } from './save-answers.server';
import { submitApplication } from './submit-application.server';

const stateOf = async (world: World, id: string) =>
  (
    await world.db
      .selectFrom('festival_application')
      .select('state')
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow()
  ).state;

onBothEngines('applications', (engine) => {
  it('a complete one is complete as soon as it is sent; one without her KTP waits for it', async () => {
    const world = await engine.world();
    const { festivalId } = await makeFestival(world);
    const full = await makeApplicant(world, festivalId);
    const poor = await makeApplicant(world, festivalId, { ktp: 'no' });
    expect([await stateOf(world, full.applicationId), await stateOf(world, poor.applicationId)]).toEqual([
      'complete',
      'submitted',
    ]);
    const [, shown] = await readApplicants(world.db, { festivalId, now: world.clock.now() });
    expect(shown?.missing).toEqual([{ part: 'document', kind: 'ktp', state: 'not_declared' }]);
  });

  it('a paper that ends before the last day does not count', async () => {
    const world = await engine.world();
    const { festivalId } = await makeFestival(world);
    const { merchantId } = await makeApplicant(world, festivalId);
    await world.inTransaction((tx) =>
      tx
        .updateTable('merchant_document')
        .set({ valid_until: '2026-12-20' })
        .where('merchant_id', '=', merchantId)
        .execute(),
    );
    expect((await readApplicants(world.db, { festivalId, now: world.clock.now() }))[0]?.missing).toEqual([
      { part: 'document', kind: 'ktp', state: 'ends_before_festival' },
    ]);
  });

  it('asks for what is not known, and takes the draft up where she left it', async () => {
    const world = await engine.world();
    const { festivalId } = await makeFestival(world);
    const { merchantId, ownerId: by } = await makeActiveMerchant(world);
    const now = world.clock.now();
    const apply = () => world.inTransaction((tx) => applyToFestival(tx, { festivalId, merchantId, by, now }));
    const applicationId = accepted(await apply());
    expect(accepted(await apply())).toBe(applicationId);
    const [question] = await world.db
      .selectFrom('festival_question')
      .selectAll()
      .where('kind', '=', 'number')
      .orderBy('position')
      .execute();
    const save = (answer: string, questionId = question!.id) =>
      world.inTransaction((tx) => saveAnswer(tx, { applicationId, questionId, answer, now }));
    expect(await save('banyak')).toMatchObject({ refusal: { code: 'answer_unfit', want: 'number' } });
    expect(await save('x', 'qst_00000000000000000000000000')).toMatchObject({ refusal: { code: 'question_unknown' } });
    expect(await save('1.000')).toMatchObject({ ok: true });
    const sent = await world.inTransaction((tx) => submitApplication(tx, { applicationId, by, now }));
    expect(sent).toMatchObject({ refusal: { code: 'answers_missing' } });
  });

  it('the call closes by the clock, whoever comes late', async () => {
    const world = await engine.world();
    const { festivalId } = await makeFestival(world);
    const draft = await makeApplicant(world, festivalId, { sent: 'no' });
    const { merchantId } = await makeActiveMerchant(world);
    const { call_closes_at: end } = await world.db
      .selectFrom('festival_edition')
      .select('call_closes_at')
      .executeTakeFirstOrThrow();
    expect(
      await world.inTransaction((tx) => applyToFestival(tx, { festivalId, merchantId, by: null, now: end })),
    ).toMatchObject({ refusal: { code: 'call_closed' } });
    expect(
      await world.inTransaction((tx) =>
        submitApplication(tx, { applicationId: draft.applicationId, by: null, now: end }),
      ),
    ).toMatchObject({ refusal: { code: 'call_closed' } });
    expect(await world.inTransaction((tx) => closeCallWhenDue(tx, { festivalId, now: end - 1 }))).toEqual({
      ok: true,
      value: 'waiting',
    });
    expect(await world.inTransaction((tx) => closeCallWhenDue(tx, { festivalId, now: end }))).toEqual({
      ok: true,
      value: 'closed',
    });
    expect(await world.inTransaction((tx) => closeCallWhenDue(tx, { festivalId, now: end }))).toEqual({
      ok: true,
      value: 'nothing',
    });
  });

  it('is sent once, by an active business only', async () => {
    const world = await engine.world();
    const { festivalId } = await makeFestival(world);
    const { applicationId, merchantId } = await makeApplicant(world, festivalId);
    const now = world.clock.now();
    expect(await world.inTransaction((tx) => submitApplication(tx, { applicationId, by: null, now }))).toMatchObject({
      refusal: { code: 'already_applied' },
    });
    expect(
      await world.inTransaction((tx) => applyToFestival(tx, { festivalId, merchantId, by: null, now })),
    ).toMatchObject({ refusal: { code: 'already_applied' } });
    const idle = await makeApplicant(world, festivalId, { sent: 'no' });
    await world.inTransaction((tx) =>
      tx.updateTable('merchant_profile').set({ state: 'paused' }).where('id', '=', idle.merchantId).execute(),
    );
    expect(
      await world.inTransaction((tx) => submitApplication(tx, { applicationId: idle.applicationId, by: null, now })),
    ).toMatchObject({ refusal: { code: 'merchant_not_active' } });
  });

  it('comes back with a reason, is mended and sent again even after the call', async () => {
    const world = await engine.world();
    const { festivalId, organiserId: by } = await makeFestival(world);
    const { applicationId } = await makeApplicant(world, festivalId);
    await curate(world, { festivalId, by });
    const now = world.clock.now();
    const giveBack = (why: string) =>
      world.inTransaction((tx) => returnApplication(tx, { applicationId, why, by, now }));
    expect(await giveBack('  ')).toMatchObject({ refusal: { code: 'reason_missing' } });
    expect(await giveBack('Tulis jumlah porsi.')).toMatchObject({ ok: true });
    expect(await giveBack('Lagi')).toMatchObject({ refusal: { code: 'application_not_pending' } });
    expect(await world.inTransaction((tx) => submitApplication(tx, { applicationId, by, now }))).toMatchObject({
      value: { state: 'complete' },
    });
    const [question] = await world.db.selectFrom('festival_question').select('id').execute();
    expect(
      await world.inTransaction((tx) => saveAnswer(tx, { applicationId, questionId: question!.id, answer: '', now })),
    ).toMatchObject({ refusal: { code: 'application_closed' } });
  });
});
