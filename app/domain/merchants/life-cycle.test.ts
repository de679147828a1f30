import { expect, it } from 'vitest';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines } from '../../../test/setup/engines';
import { changeMerchantState } from './change-merchant-state.server';
import { MERCHANT_MOVES, MERCHANT_STATES, type MerchantState } from './merchants';
import { readMerchant, readMerchantState, readPublicMerchant } from './read-merchant.server';
import { submitMerchant } from './submit-merchant.server';

onBothEngines('life cycle', (engine) => {
  it('a complete profile waits until its sections have passed, and who, when and why are kept', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const rows = await world.db
      .selectFrom('merchant_state_change')
      .selectAll()
      .where('merchant_id', '=', merchantId)
      .orderBy('id')
      .execute();
    expect(rows.map(({ from_state, to_state }) => [from_state, to_state])).toEqual([
      ['draft', 'submitted'],
      ['submitted', 'active'],
    ]);
    const [handedIn, activated] = rows.map(({ by_person_id }) => by_person_id);
    expect(handedIn).toBe(ownerId);
    expect(activated).toMatch(/^psn_/);
    expect(activated).not.toBe(ownerId);
    expect(rows.every((row) => row.why !== '' && row.at === world.clock.now())).toBe(true);
    expect((await readMerchant(world.db, merchantId))?.submittedAt).toBe(world.clock.now());
  });

  it('an incomplete profile comes back with everything that is missing', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'draft', consent: false });
    const submitted = await world.inTransaction((tx) => submitMerchant(tx, { merchantId, by: ownerId, now: 1 }));
    expect(submitted).toEqual({
      ok: false,
      refusal: { code: 'profile_incomplete', missing: ['owner_name', 'category', 'district', 'consent'] },
    });
    expect(await readMerchantState(world.db, merchantId)).toBe('draft');
  });

  it('every move outside the graph is refused, every move inside it happens', async () => {
    const world = await engine.world();
    const { merchantId } = await makeActiveMerchant(world);
    const setState = (state: MerchantState) =>
      world.inTransaction((tx) =>
        tx.updateTable('merchant_profile').set({ state }).where('id', '=', merchantId).execute(),
      );
    for (const from of MERCHANT_STATES) {
      for (const to of MERCHANT_STATES) {
        await setState(from);
        const moved = await world.inTransaction((tx) =>
          changeMerchantState(tx, { merchantId, to, by: null, why: 'test', now: 1 }),
        );
        const allowed = MERCHANT_MOVES[from].includes(to);
        expect(moved, `${from} -> ${to}`).toEqual(
          allowed
            ? { ok: true, value: undefined }
            : { ok: false, refusal: { code: 'merchant_moved', state: from, to } },
        );
        expect(await readMerchantState(world.db, merchantId)).toBe(allowed ? to : from);
      }
    }
  });

  it('of ten taps on "Tutup sementara" one moves the business and leaves one row', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const moved = await Promise.all(
      Array.from({ length: 10 }, () =>
        world.inTransaction((tx) =>
          changeMerchantState(tx, { merchantId, to: 'paused', by: ownerId, why: 'owner', now: 1 }),
        ),
      ),
    );
    expect(moved.filter((each) => each.ok)).toHaveLength(1);
    const rows = await world.db
      .selectFrom('merchant_state_change')
      .selectAll()
      .where('to_state', '=', 'paused')
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('an owner opens what she paused, and cannot lift a suspension', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const move = (to: MerchantState, from?: MerchantState) =>
      world.inTransaction((tx) => changeMerchantState(tx, { merchantId, from, to, by: ownerId, why: 'owner', now: 1 }));
    accepted(await move('paused', 'active'));
    accepted(await move('active', 'paused'));
    accepted(await move('suspended'));
    expect(await move('active', 'paused')).toEqual({
      ok: false,
      refusal: { code: 'merchant_moved', state: 'suspended', to: 'active' },
    });
  });

  it('a suspended or closed business has no public page', async () => {
    const world = await engine.world();
    const { merchantId, slug } = await makeActiveMerchant(world);
    const move = (to: MerchantState) =>
      world.inTransaction((tx) => changeMerchantState(tx, { merchantId, to, by: null, why: 'operator', now: 1 }));
    expect(await readPublicMerchant(world.db, slug)).not.toBeNull();
    await move('paused');
    expect(await readPublicMerchant(world.db, slug)).not.toBeNull();
    await move('suspended');
    expect(await readPublicMerchant(world.db, slug)).toBeNull();
    await move('closed');
    expect(await readPublicMerchant(world.db, slug)).toBeNull();
  });
});
