import { expect, it } from 'vitest';
import type { Tx } from '~/platform/app-context';
import { curate, makeApplicant, makeFestival, publishWith } from '../../../test/factories/festivals';
import { accepted } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import type { Outcome } from './application';
import { decideApplication } from './decide-application.server';
import { placeInBooth } from './place-in-booth.server';
import { publishLineUp } from './publish-line-up.server';
import { readCall } from './read-call.server';
import { readLineUp } from './read-line-up.server';
import { readMerchantFestivals } from './read-merchant-festivals.server';
import { readMerchantApplication } from './read-own-application.server';
import { readParticipations } from './read-participation.server';
import { setCaps } from './set-caps.server';

async function threeApplicants(world: World) {
  const festival = await makeFestival(world);
  const [a, b, c] = [
    await makeApplicant(world, festival.festivalId, { stallName: 'Tekwan Ani' }),
    await makeApplicant(world, festival.festivalId, { stallName: 'Model Beti' }),
    await makeApplicant(world, festival.festivalId, { stallName: 'Burgo Cici' }),
  ];
  await curate(world, { festivalId: festival.festivalId, by: festival.organiserId });
  return { festival, a, b, c, by: festival.organiserId, now: world.clock.now() };
}

onBothEngines('announcing a line-up', (engine) => {
  it('tells everybody at once: offers with a deadline, the waiting list, and the others', async () => {
    const world = await engine.world();
    const { festival, a, b, c, by, now } = await threeApplicants(world);
    const published = await world.inTransaction(async (tx) => {
      accepted(await placeInBooth(tx, { applicationId: a.applicationId, boothId: festival.booths[3]!, by, now }));
      accepted(await decideApplication(tx, { applicationId: b.applicationId, outcome: 'reserve', by, now }));
      accepted(
        await decideApplication(tx, {
          applicationId: c.applicationId,
          outcome: 'not_chosen',
          reason: 'Sudah ada burgo.',
          by,
          now,
        }),
      );
      return publishLineUp(tx, { festivalId: festival.festivalId, emptyBooths: 'yes', by, now });
    });
    expect(published).toMatchObject({
      ok: true,
      value: { chosen: 1, reserve: 1, notChosen: 1, expiresAt: now + 48 * 3_600_000 },
    });
    const view = (merchantId: string) => readMerchantApplication(world.db, { merchantId, slug: festival.slug, now });
    expect(await view(a.merchantId)).toMatchObject({
      application: { state: 'offered' },
      offer: { booth: 4, outcome: 'open' },
    });
    expect(await view(b.merchantId)).toMatchObject({ application: { state: 'waitlisted' }, position: 1, offer: null });
    expect(await view(c.merchantId)).toMatchObject({ application: { state: 'declined' }, reason: 'Sudah ada burgo.' });
    const sent = await world.db
      .selectFrom('platform_outbox')
      .select('payload')
      .where('kind', '=', 'message.send')
      .execute();
    const told = sent.map(({ payload }) => JSON.parse(payload)).map(({ template, to }) => [template, to.phone]);
    expect(told.sort()).toEqual(
      [
        ['festival_not_chosen', c.phone],
        ['festival_offer', a.phone],
        ['festival_waitlisted', b.phone],
      ].sort(),
    );
  });

  it('before that no page and no read of a merchant tells her decision', async () => {
    const world = await engine.world();
    const { festival, a, by } = await threeApplicants(world);
    const { merchantId } = a;
    const look = async () => {
      const now = world.clock.now();
      const messages = await world.db
        .selectFrom('platform_outbox')
        .select('kind')
        .where('kind', 'in', ['message.send', 'festivals.expire_offer', 'festivals.remind_offer'])
        .execute();
      const topics = await world.db.selectFrom('platform_topic').selectAll().orderBy('topic').execute();
      const own = await readMerchantApplication(world.db, { merchantId, slug: festival.slug, now });
      const list = await readMerchantFestivals(world.db, { merchantId, now });
      const call = await readCall(world.db, { slug: festival.slug, now });
      const participants = await readParticipations(world.db, festival.festivalId);
      return JSON.stringify([
        messages,
        topics,
        own,
        list,
        call,
        await readLineUp(world.db, { slug: festival.slug }),
        participants,
      ]);
    };
    const before = await look();
    for (const outcome of ['not_chosen', 'reserve', 'chosen'] satisfies Outcome[]) {
      await world.inTransaction(async (tx) =>
        accepted(
          await decideApplication(tx, {
            applicationId: a.applicationId,
            outcome,
            reason: 'x',
            by,
            now: world.clock.now(),
          }),
        ),
      );
      expect(await look()).toBe(before);
    }
    await world.inTransaction(async (tx) =>
      accepted(
        await placeInBooth(tx, {
          applicationId: a.applicationId,
          boothId: festival.booths[0]!,
          by,
          now: world.clock.now(),
        }),
      ),
    );
    expect(await look()).toBe(before);
  });

  it('a crash at any point in the middle announces nothing', async () => {
    const world = await engine.world();
    const { festival, a, b, c, by, now } = await threeApplicants(world);
    await world.inTransaction(async (tx) => {
      accepted(await placeInBooth(tx, { applicationId: a.applicationId, boothId: festival.booths[0]!, by, now }));
      accepted(await placeInBooth(tx, { applicationId: b.applicationId, boothId: festival.booths[1]!, by, now }));
      accepted(await decideApplication(tx, { applicationId: c.applicationId, outcome: 'reserve', by, now }));
      return null;
    });
    const everything = async () => {
      const tables = [
        'festival_edition',
        'festival_application',
        'festival_offer',
        'festival_state_change',
        'platform_outbox',
        'platform_topic',
      ] as const;
      return JSON.stringify(
        await Promise.all(
          tables.map((table) =>
            world.db
              .selectFrom(table)
              .selectAll()
              .execute()
              .then((rows) => rows.map((row) => JSON.stringify(row)).sort()),
          ),
        ),
      );
    };
    const before = await everything();
    let crashed = 0;
    for (let at = 1; at <= 40; at++) {
      let writes = 0;
      const failing = (tx: Tx) =>
        new Proxy(tx, {
          get(target, name) {
            if ((name === 'insertInto' || name === 'updateTable') && ++writes === at)
              throw new Error('the power went out');
            const value = Reflect.get(target, name, target);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
      const order = { festivalId: festival.festivalId, emptyBooths: 'yes' as const, by, now };
      const done = await world
        .inTransaction((tx) => publishLineUp(failing(tx), order))
        .catch((error: Error) => error.message);
      if (typeof done !== 'string') break;
      expect(done).toBe('the power went out');
      expect(await everything()).toBe(before);
      crashed = at;
    }
    // The last round got through: every write before it was tried.
    expect(crashed).toBeGreaterThan(10);
    expect(await everything()).not.toBe(before);
  });

  it('refuses with nobody chosen, with undecided ones, without a booth, with empty booths unseen, twice', async () => {
    const world = await engine.world();
    const { festival, a, b, c, by, now } = await threeApplicants(world);
    const publish = (emptyBooths: 'yes' | 'no' = 'yes') =>
      world.inTransaction((tx) => publishLineUp(tx, { festivalId: festival.festivalId, emptyBooths, by, now }));
    const decide = (applicationId: typeof a.applicationId, outcome: Outcome) =>
      world.inTransaction(async (tx) =>
        accepted(await decideApplication(tx, { applicationId, outcome, reason: 'x', by, now })),
      );
    expect(await publish()).toMatchObject({ refusal: { code: 'nobody_chosen' } });
    await decide(a.applicationId, 'chosen');
    expect(await publish()).toMatchObject({ refusal: { code: 'undecided', count: 2 } });
    await decide(b.applicationId, 'not_chosen');
    await decide(c.applicationId, 'not_chosen');
    expect(await publish()).toMatchObject({ refusal: { code: 'chosen_without_booth', count: 1 } });
    await world.inTransaction(async (tx) =>
      accepted(await placeInBooth(tx, { applicationId: a.applicationId, boothId: festival.booths[0]!, by, now })),
    );
    expect(await publish('no')).toMatchObject({ refusal: { code: 'booths_empty_confirm', count: 5 } });
    await world.inTransaction((tx) =>
      tx.updateTable('merchant_document').set({ answer: 'none_yet' }).where('merchant_id', '=', a.merchantId).execute(),
    );
    expect(await publish()).toMatchObject({ refusal: { code: 'chosen_incomplete', names: ['Tekwan Ani'] } });
    await world.inTransaction((tx) => tx.updateTable('merchant_document').set({ answer: 'have' }).execute());
    await world.inTransaction((tx) =>
      setCaps(tx, { festivalId: festival.festivalId, caps: [{ kind: 'halal_share', value: '', limit: 50 }], by, now }),
    );
    expect(await publish()).toMatchObject({
      refusal: { code: 'caps_broken', caps: [{ kind: 'halal_share', count: 0 }] },
    });
    await world.inTransaction((tx) => setCaps(tx, { festivalId: festival.festivalId, caps: [], by, now }));
    expect(await publish()).toMatchObject({ ok: true });
    expect(await publish()).toMatchObject({ refusal: { code: 'already_published' } });
  });

  it('refuses when load-in is too near for an answer', async () => {
    const world = await engine.world();
    const { festival, a, b, c, by } = await threeApplicants(world);
    await world.inTransaction((tx) =>
      tx
        .updateTable('festival_edition')
        .set({ load_in_at: world.clock.now() + 11 * 3_600_000 })
        .execute(),
    );
    await world.inTransaction(async (tx) => {
      for (const one of [b, c])
        accepted(
          await decideApplication(tx, {
            applicationId: one.applicationId,
            outcome: 'not_chosen',
            reason: 'x',
            by,
            now: world.clock.now(),
          }),
        );
      return null;
    });
    await expect(publishWith(world, festival, [a])).rejects.toThrow('too_late_to_offer');
  });
});
