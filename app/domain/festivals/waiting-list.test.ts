import { expect, it } from 'vitest';
import { announceLineUp, type MadeApplicant, openOfferOf } from '../../../test/factories/festivals';
import { onBothEngines } from '../../../test/setup/engines';
import type { Cap } from './caps';
import { declineOffer } from './decline-offer.server';

onBothEngines('the waiting list', (engine) => {
  it('a booth goes down the waiting list, past whoever would break a quota for it', async () => {
    const world = await engine.world();
    const caps: Cap[] = [{ kind: 'dish', value: '', limit: 1 }];
    const tekwan = { dishes: [{ name: 'Tekwan' }] };
    const {
      made: [a, , c, d],
    } = await announceLineUp(world, {
      chosen: [{ dishes: [{ name: 'Model' }] }, tekwan],
      reserve: [tekwan, { dishes: [{ name: 'Burgo' }] }],
      caps,
    });
    const decline = async (one: MadeApplicant) => {
      const { id: offerId } = await openOfferOf(world, one);
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
    } = await announceLineUp(world, {
      chosen: [{ dishes: [{ name: 'Model' }] }, { dishes: [{ name: 'Burgo' }] }],
      reserve: [tekwan, tekwan, { dishes: [{ name: 'Laksan' }] }],
      caps,
    });
    const offers = await Promise.all([a!, b!].map((one) => openOfferOf(world, one)));
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
