import { describe, expect, it } from 'vitest';
import { makeFestival, makeRunningFestival } from '../../../test/factories/festivals';
import { onBothEngines } from '../../../test/setup/engines';
import { APPLICATION_GRAPH, APPLICATION_STATES, applicationMayBecome } from './application';
import { changeFestivalState } from './change-festival-state.server';
import { closeCall } from './close-call.server';
import { FESTIVAL_STATES, type FestivalState, festivalMayBecome, offerDeadline, reminderTimes } from './festival';
import { OFFER_OUTCOMES, offerMayBecome } from './offer';
import { openCall } from './open-call.server';
import { publishLineUp } from './publish-line-up.server';

const STEPS: [FestivalState, FestivalState][] = [
  ['draft', 'open'],
  ['open', 'curating'],
  ['curating', 'open'],
  ['curating', 'published'],
  ['published', 'running'],
  ['running', 'finished'],
  ...(['open', 'curating', 'published', 'running'] as const).flatMap((state): [FestivalState, FestivalState][] => [
    [state, 'postponed'],
    ['postponed', state],
  ]),
  ...(['draft', 'open', 'curating', 'published', 'running', 'postponed'] as const).map(
    (state): [FestivalState, FestivalState] => [state, 'cancelled'],
  ),
];

describe('state graphs', () => {
  it('a festival takes exactly the steps of docs/architecture.md', () => {
    const taken = FESTIVAL_STATES.flatMap((from) =>
      FESTIVAL_STATES.filter((to) => festivalMayBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(taken.sort()).toEqual(STEPS.map((step) => step.join(' ')).sort());
  });

  it('nothing leads out of an application that has ended', () => {
    for (const end of ['declined', 'withdrawn', 'expired'] as const) expect(APPLICATION_GRAPH[end]).toEqual([]);
  });

  it('a place is only ever accepted out of an offer', () => {
    expect(APPLICATION_STATES.filter((from) => applicationMayBecome(from, 'accepted'))).toEqual(['offered']);
    expect(OFFER_OUTCOMES.filter((from) => offerMayBecome(from, 'accepted'))).toEqual(['open']);
  });

  it('an offer ends at the earlier of its hours and twelve hours before load-in', () => {
    const hour = 3_600_000;
    expect(offerDeadline({ now: 0, hours: 48, loadInAt: 100 * hour })).toBe(48 * hour);
    expect(offerDeadline({ now: 0, hours: 48, loadInAt: 50 * hour })).toBe(38 * hour);
    expect(offerDeadline({ now: 0, hours: 48, loadInAt: 12 * hour })).toBeNull();
  });

  it('reminders come 24 and 4 hours before a deadline of 48 hours, and none where there is no room', () => {
    const hour = 3_600_000;
    expect(reminderTimes({ offeredAt: 0, expiresAt: 48 * hour }).map(({ hours }) => hours)).toEqual([24, 4]);
    expect(reminderTimes({ offeredAt: 0, expiresAt: 3 * hour })).toEqual([]);
  });
});

onBothEngines('moving a festival by hand', (engine) => {
  const TARGETS = ['running', 'postponed', 'finished', 'cancelled', 'resume'] as const;

  it('from every state each verb does what the graph says and refuses the rest', async () => {
    const world = await engine.world();
    const { festivalId, organiserId: by } = await makeFestival(world, { state: 'draft' });
    const now = world.clock.now();
    for (const from of FESTIVAL_STATES) {
      for (const to of TARGETS) {
        await world.inTransaction((tx) =>
          tx.updateTable('festival_edition').set({ state: from }).where('id', '=', festivalId).execute(),
        );
        if (from === 'postponed') {
          await world.inTransaction((tx) =>
            tx
              .insertInto('festival_state_change')
              .values({
                id: `fsc_${to}`,
                festival_id: festivalId,
                from_state: 'curating',
                to_state: 'postponed',
                at: now + 1,
                by_person_id: null,
                why: null,
              })
              .execute(),
          );
        }
        const moved = await world.inTransaction((tx) =>
          changeFestivalState(tx, { festivalId, to, why: 'hujan', by, now: now + 1 }),
        );
        const allowed =
          to === 'resume'
            ? from === 'postponed'
            : to === 'running'
              ? from === 'published'
              : festivalMayBecome(from, to);
        expect([from, to, moved.ok]).toEqual([from, to, allowed]);
        if (!moved.ok) expect(moved.refusal.code).toBe('festival_state_not_next');
      }
      await world.inTransaction((tx) =>
        tx
          .updateTable('festival_edition')
          .set({ state: from, published_at: null })
          .where('id', '=', festivalId)
          .execute(),
      );
      const opened = await world.inTransaction((tx) => openCall(tx, { festivalId, by, now }));
      expect([from, opened.ok]).toEqual([from, from === 'draft' || from === 'curating']);
      await world.inTransaction((tx) =>
        tx.updateTable('festival_edition').set({ state: from }).where('id', '=', festivalId).execute(),
      );
      const closed = await world.inTransaction((tx) => closeCall(tx, { festivalId, by, now }));
      expect([from, closed.ok]).toEqual([from, from === 'open']);
      await world.inTransaction((tx) =>
        tx.updateTable('festival_edition').set({ state: from }).where('id', '=', festivalId).execute(),
      );
      const published = await world.inTransaction((tx) => publishLineUp(tx, { festivalId, by, now }));
      expect([from, published.ok ? 'published' : published.refusal.code]).toEqual([
        from,
        from === 'curating' ? 'nobody_chosen' : 'not_curating',
      ]);
    }
  });

  it('postponing and cancelling need a reason', async () => {
    const world = await engine.world();
    const { festivalId, organiserId: by } = await makeFestival(world);
    const refused = await world.inTransaction((tx) =>
      changeFestivalState(tx, { festivalId, to: 'postponed', why: ' ', by, now: world.clock.now() }),
    );
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'reason_missing' } });
  });

  it('a postponed festival goes on where it stopped', async () => {
    const world = await engine.world();
    const { festivalId, organiserId: by } = await makeFestival(world, { state: 'curating' });
    await world.inTransaction((tx) =>
      changeFestivalState(tx, { festivalId, to: 'postponed', why: 'hujan', by, now: world.clock.now() }),
    );
    world.clock.advance(1_000);
    const resumed = await world.inTransaction((tx) =>
      changeFestivalState(tx, { festivalId, to: 'resume', by, now: world.clock.now() }),
    );
    expect(resumed).toEqual({ ok: true, value: 'curating' });
  });

  it('a festival that moves tells every open board, the ready board and the control room, once committed', async () => {
    const world = await engine.world();
    const { stalls, festivalId, organiserId: by } = await makeRunningFestival(world, { stalls: [{}, {}] });
    const heard: string[] = [];
    world.app.onLive((topics) => heard.push(...topics));
    const move = { festivalId, to: 'postponed', by, now: world.clock.now() } as const;
    await world.inTransaction((tx) => changeFestivalState(tx, { ...move, why: '' }));
    expect(heard).toEqual([]);
    await world.inTransaction((tx) => changeFestivalState(tx, { ...move, why: 'hujan' }));
    const boards = stalls.map(({ participationId }) => `board:${participationId}`);
    expect(heard.sort()).toEqual([...boards, `control:${festivalId}`, `ready:${festivalId}`].sort());
  });
});
