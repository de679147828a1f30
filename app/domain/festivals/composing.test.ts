import { expect, it } from 'vitest';
import { curate, makeApplicant, makeFestival } from '../../../test/factories/festivals';
import { makeDish } from '../../../test/factories/menus';
import { makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { clearDecision, decideApplication } from './decide-application.server';
import { placeInBooth } from './place-in-booth.server';
import { rankReserve } from './rank-reserve.server';
import { readApplicants } from './read-applicants.server';
import { readComposition } from './read-composition.server';
import { removeFromBooth } from './remove-from-booth.server';
import { setCaps } from './set-caps.server';
import { swapBooths } from './swap-booths.server';

onBothEngines('composing', (engine) => {
  async function board(world: World) {
    const festival = await makeFestival(world);
    const { festivalId, organiserId: by } = festival;
    const [a, b] = [
      await makeApplicant(world, festivalId, { stallName: 'Tekwan Ani', dishes: [{ name: 'Tekwan' }] }),
      await makeApplicant(world, festivalId, { stallName: 'Tekwan Beti', dishes: [{ name: 'tekwan' }] }),
    ];
    const poor = await makeApplicant(world, festivalId, { ktp: 'no' });
    return { festival, festivalId, by, a, b, poor, now: world.clock.now() };
  }

  it('nothing is decided or placed while the call is open', async () => {
    const world = await engine.world();
    const { festival, a, by, now } = await board(world);
    const { applicationId } = a;
    const boothId = festival.booths[0]!;
    const refusals = [
      await world.inTransaction((tx) => placeInBooth(tx, { applicationId, boothId, by, now })),
      await world.inTransaction((tx) => decideApplication(tx, { applicationId, outcome: 'reserve', by, now })),
      await world.inTransaction((tx) => clearDecision(tx, { applicationId, by, now })),
      await world.inTransaction((tx) => removeFromBooth(tx, { applicationId, by, now })),
      await world.inTransaction((tx) => swapBooths(tx, { applicationId, boothId, by, now })),
      await world.inTransaction((tx) => rankReserve(tx, { applicationId, direction: 'up', by, now })),
    ];
    for (const refused of refusals) expect(refused).toMatchObject({ refusal: { code: 'not_curating' } });
  });

  it('a booth holds one merchant; she moves, is taken out and changes places', async () => {
    const world = await engine.world();
    const { festival, festivalId, by, a, b, now } = await board(world);
    const other = await makeFestival(world);
    await curate(world, { festivalId, by });
    const place = (applicationId: typeof a.applicationId, booth: number) =>
      world.inTransaction((tx) => placeInBooth(tx, { applicationId, boothId: festival.booths[booth - 1]!, by, now }));
    const stands = async () =>
      (await readComposition(world.db, { festivalId, now: world.clock.now() })).booths.flatMap(({ number, stall }) =>
        stall ? [`${number} ${stall.stallName}`] : [],
      );
    await place(a.applicationId, 1);
    expect(await place(b.applicationId, 1)).toMatchObject({
      refusal: { code: 'booth_taken', booth: 1, by: 'Tekwan Ani' },
    });
    await place(a.applicationId, 5);
    await place(b.applicationId, 1);
    expect(await stands()).toEqual(['1 Tekwan Beti', '5 Tekwan Ani']);
    await world.inTransaction((tx) =>
      swapBooths(tx, { applicationId: a.applicationId, boothId: festival.booths[0]!, by, now }),
    );
    expect(await stands()).toEqual(['1 Tekwan Ani', '5 Tekwan Beti']);
    await world.inTransaction((tx) => removeFromBooth(tx, { applicationId: a.applicationId, by, now }));
    expect(await stands()).toEqual(['5 Tekwan Beti']);
    expect(
      await world.inTransaction((tx) =>
        swapBooths(tx, { applicationId: a.applicationId, boothId: festival.booths[4]!, by, now }),
      ),
    ).toMatchObject({ refusal: { code: 'nothing_to_swap' } });
    expect(
      await world.inTransaction((tx) =>
        swapBooths(tx, { applicationId: b.applicationId, boothId: other.booths[0]!, by, now }),
      ),
    ).toMatchObject({ refusal: { code: 'booth_unknown' } });
    expect(
      await world.inTransaction((tx) =>
        placeInBooth(tx, { applicationId: a.applicationId, boothId: other.booths[0]!, by, now }),
      ),
    ).toMatchObject({ refusal: { code: 'booth_unknown' } });
  });

  it('fifty organisers filling one booth at once put one merchant there', async () => {
    const world = await engine.world();
    const { festival, festivalId, by, a, b, now } = await board(world);
    await curate(world, { festivalId, by });
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        world.inTransaction((tx) =>
          placeInBooth(tx, { applicationId: (n % 2 ? a : b).applicationId, boothId: festival.booths[0]!, by, now }),
        ),
      ),
    );
    expect(new Set(tries.map((one) => (one.ok ? 'placed' : one.refusal.code)))).toEqual(
      new Set(['placed', 'booth_taken']),
    );
    expect(
      (await readComposition(world.db, { festivalId, now: world.clock.now() })).booths.filter(({ stall }) => stall),
    ).toHaveLength(1);
  });

  it('a broken quota is a warning that names it, before and after placing', async () => {
    const world = await engine.world();
    const { festival, festivalId, by, a, b, now } = await board(world);
    await curate(world, { festivalId, by });
    await world.inTransaction((tx) =>
      setCaps(tx, { festivalId, caps: [{ kind: 'dish', value: '', limit: 1 }], by, now }),
    );
    const place = (applicationId: typeof a.applicationId, booth: number) =>
      world.inTransaction((tx) => placeInBooth(tx, { applicationId, boothId: festival.booths[booth - 1]!, by, now }));
    expect(await place(a.applicationId, 1)).toMatchObject({ value: { broken: [] } });
    expect(
      (await readComposition(world.db, { festivalId, now: world.clock.now() })).wouldBreak[b.applicationId],
    ).toMatchObject([{ kind: 'dish', group: 'tekwan', count: 2 }]);
    expect(await place(b.applicationId, 2)).toMatchObject({
      value: { broken: [{ kind: 'dish', group: 'tekwan', count: 2, limit: 1 }] },
    });
  });

  it('an incomplete application is not chosen and not put on reserve; saying no needs a reason', async () => {
    const world = await engine.world();
    const { festival, festivalId, by, a, poor, now } = await board(world);
    await curate(world, { festivalId, by });
    const decide = (applicationId: typeof a.applicationId, outcome: 'reserve' | 'not_chosen', reason?: string) =>
      world.inTransaction((tx) => decideApplication(tx, { applicationId, outcome, reason, by, now }));
    expect(await decide(poor.applicationId, 'reserve')).toMatchObject({ refusal: { code: 'application_incomplete' } });
    expect(
      await world.inTransaction((tx) =>
        placeInBooth(tx, { applicationId: poor.applicationId, boothId: festival.booths[0]!, by, now }),
      ),
    ).toMatchObject({ refusal: { code: 'application_incomplete' } });
    expect(await decide(a.applicationId, 'not_chosen')).toMatchObject({ refusal: { code: 'reason_missing' } });
    const draft = await world.db
      .selectFrom('festival_application')
      .select('id')
      .where('id', '=', a.applicationId)
      .executeTakeFirstOrThrow();
    await world.inTransaction((tx) =>
      tx.updateTable('festival_application').set({ state: 'withdrawn' }).where('id', '=', draft.id).execute(),
    );
    expect(await decide(a.applicationId, 'reserve')).toMatchObject({ refusal: { code: 'application_not_pending' } });
    expect(
      await world.inTransaction((tx) =>
        placeInBooth(tx, { applicationId: a.applicationId, boothId: festival.booths[0]!, by, now }),
      ),
    ).toMatchObject({ refusal: { code: 'application_not_pending' } });
  });

  it('the waiting list is put in order by hand', async () => {
    const world = await engine.world();
    const { festivalId, by, a, b, now } = await board(world);
    await curate(world, { festivalId, by });
    const names = async () =>
      (await readComposition(world.db, { festivalId, now: world.clock.now() })).reserve.map(
        ({ stallName }) => stallName,
      );
    const move = (direction: 'up' | 'down') =>
      world.inTransaction((tx) => rankReserve(tx, { applicationId: b.applicationId, direction, by, now }));
    expect(await move('up')).toMatchObject({ refusal: { code: 'not_on_reserve' } });
    for (const one of [a, b])
      await world.inTransaction((tx) =>
        decideApplication(tx, { applicationId: one.applicationId, outcome: 'reserve', by, now }),
      );
    await move('up');
    await move('up');
    expect(await names()).toEqual(['Tekwan Beti', 'Tekwan Ani']);
    await move('down');
    expect(await names()).toEqual(['Tekwan Ani', 'Tekwan Beti']);
  });

  it('her dishes and papers count as they are now, not as they were when she applied', async () => {
    const world = await engine.world();
    const { festivalId, poor } = await board(world);
    const dishless = await makeActiveMerchant(world);
    await makeDish(world, { merchantId: dishless.merchantId });
    await world.inTransaction((tx) =>
      tx
        .insertInto('merchant_document')
        .values({
          merchant_id: poor.merchantId,
          kind: 'ktp',
          answer: 'have',
          number_sealed: null,
          number_hmac: null,
          valid_until: null,
          declared_at: 1,
          declared_by: null,
          source: 'owner',
          revision: 1,
        })
        .execute(),
    );
    expect(
      (await readApplicants(world.db, { festivalId, now: world.clock.now() })).find(
        ({ merchantId }) => merchantId === poor.merchantId,
      ),
    ).toMatchObject({ state: 'complete', missing: [] });
  });
});
