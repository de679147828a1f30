import { expect, it } from 'vitest';
import { curate, type MadeApplicant, makeApplicant, makeFestival } from '../../../test/factories/festivals';
import { accepted } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import type { Cap } from './caps';
import { decideApplication } from './decide-application.server';
import { declineOffer } from './decline-offer.server';
import { placeInBooth } from './place-in-booth.server';
import { publishLineUp } from './publish-line-up.server';
import { setCaps } from './set-caps.server';

/** Chosen ones in booths 1, 2 …; the others on the waiting list in order. */
async function announced(
  world: World,
  { chosen, reserve, caps = [] }: { chosen: object[]; reserve: object[]; caps?: Cap[] },
) {
  const festival = await makeFestival(world);
  const { festivalId, organiserId: by } = festival;
  const made: MadeApplicant[] = [];
  for (const [index, wishes] of [...chosen, ...reserve].entries())
    made.push(await makeApplicant(world, festivalId, { stallName: `Lapak ${index}`, ...wishes }));
  await curate(world, { festivalId, by });
  const now = world.clock.now();
  await world.inTransaction(async (tx) => {
    for (const [index, { applicationId }] of made.entries()) {
      if (index < chosen.length)
        accepted(await placeInBooth(tx, { applicationId, boothId: festival.booths[index]!, by, now }));
      else accepted(await decideApplication(tx, { applicationId, outcome: 'reserve', by, now }));
    }
    await setCaps(tx, { festivalId, caps, by, now });
    return accepted(await publishLineUp(tx, { festivalId, emptyBooths: 'yes', by, now }));
  });
  return { festival, made };
}

const openOffer = (world: World, { applicationId }: MadeApplicant) =>
  world.db
    .selectFrom('festival_offer')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('outcome', '=', 'open')
    .executeTakeFirstOrThrow();

onBothEngines('the waiting list', (engine) => {
  it('a booth goes down the waiting list, past whoever would break a quota for it', async () => {
    const world = await engine.world();
    const caps: Cap[] = [{ kind: 'dish', value: '', limit: 1 }];
    const tekwan = { dishes: [{ name: 'Tekwan' }] };
    const {
      made: [a, , c, d],
    } = await announced(world, {
      chosen: [{ dishes: [{ name: 'Model' }] }, tekwan],
      reserve: [tekwan, { dishes: [{ name: 'Burgo' }] }],
      caps,
    });
    const decline = async (one: MadeApplicant) => {
      const { id: offerId } = await openOffer(world, one);
      return world.inTransaction((tx) =>
        declineOffer(tx, { offerId, merchantId: one.merchantId, by: one.ownerId, now: world.clock.now() }),
      );
    };
    expect(await decline(a!)).toMatchObject({ value: { to: d!.merchantId } });
    // The tekwan in booth 2 still stands, so nobody is left for booth 1; when it leaves, the one passed over is next.
    expect(await decline(d!)).toMatchObject({ value: { to: null, because: 'caps' } });
    const [, b] = await world.db.selectFrom('festival_application').selectAll().orderBy('id').execute();
    const second = await world.db
      .selectFrom('festival_offer')
      .selectAll()
      .where('application_id', '=', b!.id)
      .executeTakeFirstOrThrow();
    expect(
      await world.inTransaction((tx) =>
        declineOffer(tx, { offerId: second.id, merchantId: b!.merchant_id, by: null, now: world.clock.now() }),
      ),
    ).toMatchObject({ value: { to: c!.merchantId } });
  });

  it('two booths freed at once go to two merchants, and break no quota between them', async () => {
    const world = await engine.world();
    const caps: Cap[] = [{ kind: 'dish', value: '', limit: 1 }];
    const tekwan = { dishes: [{ name: 'Tekwan' }] };
    const {
      made: [a, b],
    } = await announced(world, {
      chosen: [{ dishes: [{ name: 'Model' }] }, { dishes: [{ name: 'Burgo' }] }],
      reserve: [tekwan, tekwan, { dishes: [{ name: 'Laksan' }] }],
      caps,
    });
    const offers = await Promise.all([a!, b!].map((one) => openOffer(world, one)));
    const moved = await Promise.all(
      [a!, b!].map((one, index) =>
        world.inTransaction((tx) =>
          declineOffer(tx, {
            offerId: offers[index]!.id,
            merchantId: one.merchantId,
            by: null,
            now: world.clock.now(),
          }),
        ),
      ),
    );
    const next = moved.map((one) => one.ok && one.value.to);
    expect(new Set(next).size).toBe(2);
    const open = await world.db
      .selectFrom('festival_offer')
      .innerJoin('festival_application as a', 'a.id', 'application_id')
      .innerJoin('menu_dish', 'menu_dish.merchant_id', 'a.merchant_id')
      .select('menu_dish.name')
      .where('outcome', '=', 'open')
      .execute();
    expect(open.map(({ name }) => name).sort()).toEqual(['Laksan', 'Tekwan']);
  });
});
