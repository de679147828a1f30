import { expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import { asked, begin, paid, settle, withCard } from '../../../test/factories/card-rail';
import { ledgerBytes, makeHold, makeMerchantAccounts, makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { askRail, endTopUp } from './ask-rail.server';
import { beginTopUp, railsOn } from './begin-top-up.server';
import { captureHold } from './capture-hold.server';
import { readLimits } from './read-limits.server';
import { readTopUp } from './read-top-up.server';

onBothEngines('filling a wallet', (engine) => {
  it('on the simulator rail is there at once, once however often the form is sent', async () => {
    const world = await engine.world();
    const { accountId } = await makeWallet(world);
    const { topUpId, begun } = await begin(world, accountId, 50_000, 'simulator');
    expect(begun).toEqual({ ok: true, value: 'succeeded' });
    const again = await beginTopUp(world.app, { ...asked, topUpId, accountId, amount: 50_000, rail: 'simulator' });
    expect(again).toEqual({ ok: true, value: 'succeeded' });
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 50_000, version: 1 });
    const other = await beginTopUp(world.app, { ...asked, topUpId, accountId, amount: 60_000, rail: 'simulator' });
    expect(other).toEqual({ ok: false, refusal: { code: 'key_reused' } });
  });

  it('by card credits nothing before the rail says so, and then once', async () => {
    const world = await engine.world();
    const rail = withCard(world);
    const { accountId } = await makeWallet(world);
    const { topUpId, begun } = await begin(world, accountId, 50_000);
    expect(begun).toEqual({ ok: true, value: 'open' });
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 0 });
    expect(await askRail(world.app, topUpId)).toEqual({
      state: 'created',
      address: 'https://pay.example/cs_1',
      isUnreachable: false,
    });
    expect(await settle(world, paid(topUpId, 50_000))).toBe('succeeded');
    expect(await settle(world, paid(topUpId, 50_000))).toBe('repeated');
    expect(await settle(world, paid(topUpId, 50_000, { eventId: 'evt_second' }))).toBe('repeated');
    rail.found = { state: 'succeeded', amount: 50_000, currency: 'idr' };
    expect(await askRail(world.app, topUpId)).toMatchObject({ state: 'succeeded' });
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 50_000, version: 1 });
  });

  it('by card is found by asking when the notice never comes', async () => {
    const world = await engine.world();
    const rail = withCard(world);
    const { accountId } = await makeWallet(world);
    const { topUpId } = await begin(world, accountId, 50_000);
    rail.found = { state: 'unreachable' };
    expect(await askRail(world.app, topUpId)).toMatchObject({ state: 'created', isUnreachable: true });
    await expect(endTopUp(world.app, topUpId)).rejects.toThrow('does not answer');
    rail.found = { state: 'succeeded', amount: 50_000, currency: 'idr' };
    await endTopUp(world.app, topUpId);
    expect(await settle(world, paid(topUpId, 50_000))).toBe('repeated');
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 50_000, version: 1 });
    expect(await askRail(world.app, newId('top'))).toBeNull();
  });

  it('that nobody paid is closed by the worker, and its room is free again', async () => {
    const world = await engine.world();
    const rail = withCard(world);
    const { accountId } = await makeWallet(world);
    const { topUpId } = await begin(world, accountId, 2_000_000);
    expect((await begin(world, accountId, 10_000)).begun).toEqual({
      ok: false,
      refusal: { code: 'tier_balance_limit', room: 0, limit: 2_000_000 },
    });
    rail.closeAnswer = 'too_late';
    await expect(endTopUp(world.app, topUpId)).rejects.toThrow('could not be closed');
    rail.closeAnswer = 'closed';
    await endTopUp(world.app, topUpId);
    await endTopUp(world.app, topUpId);
    expect(await readTopUp(world.db, topUpId)).toMatchObject({ state: 'failed', failure: 'expired' });
    expect((await begin(world, accountId, 10_000)).begun).toEqual({ ok: true, value: 'open' });
  });

  it('whose start got no answer can be started again under the same id, or ends unpaid', async () => {
    const world = await engine.world();
    const rail = withCard(world);
    const { accountId } = await makeWallet(world);
    rail.startAnswer = { state: 'unreachable' };
    const { topUpId, begun } = await begin(world, accountId, 50_000);
    expect(begun).toEqual({ ok: true, value: 'unknown' });
    expect(await askRail(world.app, topUpId)).toMatchObject({ state: 'created', isUnreachable: true });
    rail.startAnswer = { state: 'open', externalId: 'cs_2', address: 'https://pay.example/cs_2' };
    expect(await beginTopUp(world.app, { ...asked, topUpId, accountId, amount: 50_000, rail: 'stripe' })).toEqual({
      ok: true,
      value: 'open',
    });
    rail.startAnswer = { state: 'unreachable' };
    const lost = await begin(world, accountId, 50_000);
    await endTopUp(world.app, lost.topUpId);
    expect(await readTopUp(world.db, lost.topUpId)).toMatchObject({ state: 'failed', failure: 'never_started' });
    rail.startAnswer = { state: 'refused', reason: 'refused' };
    const refused = await begin(world, accountId, 50_000);
    expect(refused.begun).toEqual({ ok: true, value: 'failed' });
  });
});

onBothEngines('limits of a wallet', (engine) => {
  it('refuse a credit whole, with the room that is left; the very last rupiah fits', async () => {
    const world = await engine.world();
    const { accountId } = await makeWallet(world, { balance: 1_850_000 });
    const before = await ledgerBytes(world);
    const { begun } = await begin(world, accountId, 150_001, 'simulator');
    expect(begun).toEqual({ ok: false, refusal: { code: 'tier_balance_limit', room: 150_000, limit: 2_000_000 } });
    expect(await ledgerBytes(world)).toBe(before);
    expect((await begin(world, accountId, 150_000, 'simulator')).begun.ok).toBe(true);
  });

  it('are higher at Plus, by the dated rule of the day', async () => {
    const world = await engine.world();
    const { accountId } = await makeWallet(world, { balance: 19_900_000, tier: 'plus' });
    const { begun } = await begin(world, accountId, 200_000, 'simulator');
    expect(begun).toEqual({ ok: false, refusal: { code: 'tier_balance_limit', room: 100_000, limit: 20_000_000 } });
    const account = { id: accountId, balance: 19_900_000, tier: 'plus' } as const;
    const before = await readLimits(world.db, account, Date.UTC(2022, 5, 30, 12));
    const after = await readLimits(world.db, account, Date.UTC(2022, 6, 1, 12));
    expect([before.balance.fixedAmount, before.incoming.fixedAmount]).toEqual([10_000_000, 20_000_000]);
    expect([after.balance.fixedAmount, after.incoming.fixedAmount]).toEqual([20_000_000, 40_000_000]);
  });

  it('count what came in this month in Jakarta, and begin anew on day one', async () => {
    const world = await engine.world({ now: Date.UTC(2026, 10, 30, 16, 0) });
    const { accountId } = await makeWallet(world, { tier: 'basic' });
    const merchant = await makeMerchantAccounts(world);
    for (let round = 0; round < 10; round++) {
      expect((await begin(world, accountId, 2_000_000, 'simulator')).begun.ok).toBe(true);
      const { holdId } = await makeHold(world, accountId, 2_000_000);
      const now = world.clock.now();
      await world.inTransaction((tx) =>
        captureHold(tx, {
          holdId,
          merchantId: merchant.merchantId,
          commission: 0,
          ruleId: null,
          key: `spend-${round}`,
          now,
        }),
      );
    }
    const { begun } = await begin(world, accountId, 10_000, 'simulator');
    expect(begun).toEqual({ ok: false, refusal: { code: 'tier_incoming_limit', room: 0, limit: 20_000_000 } });
    // 30 November, 23.59 WIB -> 1 December, 00.00 WIB.
    world.clock.set(Date.UTC(2026, 10, 30, 16, 59));
    expect((await begin(world, accountId, 10_000, 'simulator')).begun.ok).toBe(false);
    world.clock.set(Date.UTC(2026, 10, 30, 17, 0));
    expect((await begin(world, accountId, 10_000, 'simulator')).begun.ok).toBe(true);
    expect(await readAccount(world, merchant.sales)).toMatchObject({ balance: 20_000_000 });
  });

  it('refuse a small top-up and a rail that is switched off', async () => {
    const world = await engine.world({ env: { SIMULATOR_RAIL: 'off' } });
    const { accountId } = await makeWallet(world);
    expect(railsOn(world.app)).toEqual([]);
    expect((await begin(world, accountId, 50_000, 'simulator')).begun).toEqual({
      ok: false,
      refusal: { code: 'rail_off' },
    });
    expect((await begin(world, accountId, 50_000, 'stripe')).begun).toEqual({
      ok: false,
      refusal: { code: 'rail_off' },
    });
    withCard(world);
    expect((await begin(world, accountId, 9_999)).begun).toEqual({
      ok: false,
      refusal: { code: 'top_up_too_small', minimum: 10_000 },
    });
  });

  it('let twenty top-ups at once fill a wallet to its limit and not beyond', async () => {
    const world = await engine.world();
    const { accountId } = await makeWallet(world, { balance: 1_000_000 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => begin(world, accountId, 100_000, 'simulator')));
    expect(answers.filter(({ begun }) => begun.ok)).toHaveLength(10);
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 2_000_000 });
  });
});
