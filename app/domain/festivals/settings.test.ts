import { expect, it } from 'vitest';
import type { FestivalId, PersonId } from '~/shared/ids';
import {
  curate,
  makeApplicant,
  makeFestival,
  makeOrganiser,
  makeRunningFestival,
} from '../../../test/factories/festivals';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { arrangePlan } from './arrange-plan.server';
import { changeFestivalState } from './change-festival-state.server';
import { editFestival } from './edit-festival.server';
import { openCall } from './open-call.server';
import { openFestival } from './open-festival.server';
import { placeInBooth } from './place-in-booth.server';
import { readFestival } from './read-festival.server';
import { recordDayClosed } from './record-day-closed.server';
import { setCaps } from './set-caps.server';
import { setDocumentNeeds } from './set-document-needs.server';
import { setQuestions } from './set-questions.server';
import { startFestivalDay } from './start-festival-day.server';

async function editOf(world: World, { festivalId, organiserId }: { festivalId: FestivalId; organiserId: PersonId }) {
  const festival = (await readFestival(world.db, festivalId))!;
  const { name, place, story, opens, closes, loadInAt, callClosesAt, offerHours, startsOn } = festival;
  return {
    festivalId,
    name,
    place,
    story,
    firstDay: startsOn,
    opens,
    closes,
    loadInAt,
    callClosesAt,
    offerHours,
    by: organiserId,
    now: world.clock.now(),
  };
}

onBothEngines('settings of a festival', (engine) => {
  it('six fields are enough: days, booths, questions, papers and quotas are there', async () => {
    const world = await engine.world();
    const { organisationId, organiserId: by } = await makeOrganiser(world);
    const order = {
      organisationId,
      template: 'weekly_market' as const,
      name: 'Pasar Minggu',
      regionCode: '7371',
      place: 'Losari',
      firstDay: '2027-01-03',
      boothCount: 12,
      by,
      now: world.clock.now(),
    };
    const opened = await world.inTransaction((tx) => openFestival(tx, order));
    const again = await world.inTransaction((tx) => openFestival(tx, order));
    const festival = opened.ok ? await readFestival(world.db, opened.value) : null;
    expect(festival).toMatchObject({
      slug: 'pasar-minggu',
      zone: 'Asia/Makassar',
      state: 'draft',
      endsOn: '2027-01-24',
    });
    expect(festival?.days.map(({ day }) => day)).toEqual(['2027-01-03', '2027-01-10', '2027-01-17', '2027-01-24']);
    // 06.00 in Makassar is 22.00 UTC of the day before.
    expect(festival?.days[0]?.opensAt).toBe(Date.UTC(2027, 0, 2, 22));
    expect(again.ok && (await readFestival(world.db, again.value))?.slug).toBe('pasar-minggu-2027');
    expect(await world.inTransaction((tx) => openFestival(tx, { ...order, firstDay: '2026-11-28' }))).toMatchObject({
      refusal: { code: 'festival_first_day_past' },
    });
    expect(await world.inTransaction((tx) => openFestival(tx, { ...order, regionCode: '9999' }))).toMatchObject({
      refusal: { code: 'festival_region_unknown' },
    });
  });

  it('days move together, and stand still once the festival is announced', async () => {
    const world = await engine.world();
    const made = await makeFestival(world);
    const edit = await editOf(world, made);
    const change = (changes: Partial<typeof edit>) =>
      world.inTransaction((tx) => editFestival(tx, { ...edit, ...changes }));
    expect(await change({ firstDay: '2026-12-26', loadInAt: edit.loadInAt + 7 * 864e5 })).toMatchObject({ ok: true });
    expect((await readFestival(world.db, made.festivalId))?.days.map(({ day }) => day)).toEqual([
      '2026-12-26',
      '2026-12-27',
      '2026-12-28',
    ]);
    expect(await change({ firstDay: '2026-11-27' })).toMatchObject({ refusal: { code: 'festival_first_day_past' } });
    expect(await change({ loadInAt: edit.loadInAt + 864e5 })).toMatchObject({
      refusal: { code: 'load_in_after_opening' },
    });
    expect(await change({ callClosesAt: edit.loadInAt })).toMatchObject({
      refusal: { code: 'call_closes_after_load_in' },
    });
    const running = await makeRunningFestival(world);
    const frozen = await editOf(world, running);
    expect(await world.inTransaction((tx) => editFestival(tx, { ...frozen, opens: '09:00' }))).toMatchObject({
      refusal: { code: 'festival_dates_frozen' },
    });
    expect(await world.inTransaction((tx) => editFestival(tx, { ...frozen, name: 'Pesta Baru' }))).toMatchObject({
      ok: true,
    });
    await world.inTransaction((tx) =>
      changeFestivalState(tx, { festivalId: running.festivalId, to: 'cancelled', why: 'x', by: null, now: frozen.now }),
    );
    expect(await world.inTransaction((tx) => editFestival(tx, frozen))).toMatchObject({
      refusal: { code: 'festival_ended' },
    });
    expect(
      await world.inTransaction((tx) =>
        setCaps(tx, { festivalId: running.festivalId, caps: [], by: frozen.by, now: 1 }),
      ),
    ).toMatchObject({ refusal: { code: 'festival_ended' } });
  });

  it('questions are at most six and freeze with the first answer', async () => {
    const world = await engine.world();
    const { festivalId, organiserId: by } = await makeFestival(world);
    const question = { kind: 'text' as const, label: 'Bahan utama?', required: 'yes' as const };
    const ask = (count: number) =>
      world.inTransaction((tx) =>
        setQuestions(tx, { festivalId, questions: Array.from({ length: count }, () => question), by, now: 1 }),
      );
    expect(await ask(7)).toMatchObject({ refusal: { code: 'too_many_questions', most: 6 } });
    expect(await ask(6)).toMatchObject({ ok: true });
    await makeApplicant(world, festivalId);
    expect(await ask(1)).toMatchObject({ refusal: { code: 'questions_frozen', why: 'answered' } });
  });

  it('plan and papers stand still once they are in use or announced', async () => {
    const world = await engine.world();
    const festival = await makeFestival(world);
    const { festivalId, organiserId: by } = festival;
    const arrange = () =>
      world.inTransaction((tx) => arrangePlan(tx, { festivalId, boothCount: 9, columns: 3, by, now: 1 }));
    const { applicationId } = await makeApplicant(world, festivalId);
    await curate(world, { festivalId, by });
    await world.inTransaction((tx) =>
      placeInBooth(tx, { applicationId, boothId: festival.booths[0]!, by, now: world.clock.now() }),
    );
    expect(await arrange()).toMatchObject({ refusal: { code: 'plan_in_use', placed: 1 } });
    await world.inTransaction((tx) => tx.updateTable('festival_decision').set({ booth_id: null }).execute());
    expect(await arrange()).toMatchObject({ ok: true });
    expect(
      await world.inTransaction((tx) =>
        setDocumentNeeds(tx, { festivalId, needs: [{ kind: 'nib', required: 'yes' }], by, now: 1 }),
      ),
    ).toMatchObject({ ok: true });
    await world.inTransaction((tx) =>
      tx.updateTable('festival_edition').set({ state: 'published', published_at: 1 }).execute(),
    );
    expect(await arrange()).toMatchObject({ refusal: { code: 'line_up_announced' } });
    expect(
      await world.inTransaction((tx) => setDocumentNeeds(tx, { festivalId, needs: [], by, now: 1 })),
    ).toMatchObject({ refusal: { code: 'line_up_announced' } });
  });

  it('a call opens only while its end lies ahead', async () => {
    const world = await engine.world();
    const { festivalId, organiserId: by } = await makeFestival(world, { state: 'draft' });
    const { callClosesAt } = (await readFestival(world.db, festivalId))!;
    const open = (now: number) => world.inTransaction((tx) => openCall(tx, { festivalId, by, now }));
    expect(await open(callClosesAt)).toMatchObject({ refusal: { code: 'call_closes_past' } });
    expect(await open(callClosesAt - 1)).toMatchObject({ ok: true });
    expect(await open(callClosesAt - 1)).toMatchObject({ refusal: { code: 'call_not_openable' } });
  });

  it('days begin at their opening and the festival ends with the last evening', async () => {
    const world = await engine.world();
    const { festivalId, day } = await makeRunningFestival(world);
    const { days } = (await readFestival(world.db, festivalId))!;
    const start = (which: string, now: number) =>
      world.inTransaction((tx) => startFestivalDay(tx, { festivalId, day: which, now }));
    expect(await start(days[1]!.day, days[1]!.opensAt - 1)).toEqual({ ok: true, value: 'nothing' });
    expect(await start(days[1]!.day, days[1]!.opensAt)).toEqual({ ok: true, value: 'started' });
    expect(await start('2030-01-01', days[1]!.opensAt)).toEqual({ ok: true, value: 'nothing' });
    const close = (which: string) =>
      world.inTransaction((tx) => recordDayClosed(tx, { festivalId, day: which, now: days[2]!.closesAt }));
    expect(
      [await close(day), await close(day), await close(days[1]!.day), await close(days[2]!.day)].map(
        (one) => one.ok && one.value,
      ),
    ).toEqual(['day', 'nothing', 'day', 'festival']);
    expect((await readFestival(world.db, festivalId))?.state).toBe('finished');
  });
});
