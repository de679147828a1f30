import { expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import { ledgerBytes, makeHold, makeMerchantAccounts, makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { captureHold } from './capture-hold.server';
import { placeHolds } from './place-holds.server';
import { voidHold } from './void-hold.server';

onBothEngines('money set aside for an order', (engine) => {
  it('stays in the wallet and cannot be spent twice', async () => {
    const world = await engine.world();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    await makeHold(world, accountId, 30_000);
    expect(await readAccount(world, accountId)).toEqual({ balance: 50_000, held: 30_000, version: 1 });
    await expect(makeHold(world, accountId, 20_001)).rejects.toThrow('too low');
    await makeHold(world, accountId, 20_000);
    expect(await readAccount(world, accountId)).toMatchObject({ held: 50_000 });
  });

  it('is judged per wallet over the whole batch: one that lacks a rupiah gets none, its neighbour all', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const rich = await makeWallet(world, { balance: 100_000 });
    const poor = await makeWallet(world, { balance: 10_000 });
    const hold = (accountId: typeof rich.accountId, amount: number) => ({
      id: newId('hld', now),
      accountId,
      amount,
      reference: newId('tkt', now),
    });
    const batch = [
      hold(poor.accountId, 6_000),
      hold(rich.accountId, 60_000),
      hold(poor.accountId, 4_001),
      hold(rich.accountId, 40_000),
    ];
    const placed = await world.inTransaction((tx) => placeHolds(tx, batch, now));
    expect(placed).toBe(2);
    expect(await readAccount(world, poor.accountId)).toMatchObject({ held: 0 });
    expect(await readAccount(world, rich.accountId)).toMatchObject({ held: 100_000 });
  });

  it('can be a batch of a thousand holds in two statements', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 1_000_000 });
    const batch = Array.from({ length: 1_000 }, () => ({
      id: newId('hld', now),
      accountId,
      amount: 1_000,
      reference: newId('tkt', now),
    }));
    expect(await world.inTransaction((tx) => placeHolds(tx, batch, now))).toBe(1_000);
    expect(await readAccount(world, accountId)).toMatchObject({ held: 1_000_000 });
    expect(await world.inTransaction((tx) => placeHolds(tx, [], now))).toBe(0);
  });

  it('is free again when voided or expired, once', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const { holdId } = await makeHold(world, accountId, 30_000);
    expect(await world.inTransaction((tx) => voidHold(tx, { holdId, as: 'expired', now }))).toEqual({
      ok: true,
      value: 30_000,
    });
    const before = await ledgerBytes(world);
    const again = await world.inTransaction((tx) => voidHold(tx, { holdId, as: 'voided', now }));
    expect(again).toEqual({ ok: false, refusal: { code: 'hold_ended', state: 'expired' } });
    const unknown = await world.inTransaction((tx) => voidHold(tx, { holdId: newId('hld'), as: 'voided', now }));
    expect(unknown).toEqual({ ok: false, refusal: { code: 'hold_ended', state: 'unknown' } });
    expect(await ledgerBytes(world)).toBe(before);
    expect(await readAccount(world, accountId)).toEqual({ balance: 50_000, held: 0, version: 1 });
  });
});

onBothEngines('paying at hand-over', (engine) => {
  it('moves the sale to the merchant and the commission to the house', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const merchant = await makeMerchantAccounts(world);
    const { holdId } = await makeHold(world, accountId, 30_000);
    const order = { holdId, merchantId: merchant.merchantId, commission: 1_500, ruleId: null, key: 'hand-over-1', now };
    const paid = await world.inTransaction((tx) => captureHold(tx, order));
    expect(paid).toMatchObject({ ok: true, value: { repeated: false, netted: 0 } });
    expect(await readAccount(world, accountId)).toEqual({ balance: 20_000, held: 0, version: 2 });
    expect(await readAccount(world, merchant.sales)).toEqual({ balance: 28_500, held: 0, version: 2 });
  });

  it('answers the same key with the same answer, and refuses it for anything else', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const { merchantId, sales } = await makeMerchantAccounts(world);
    const { holdId } = await makeHold(world, accountId, 30_000);
    const order = { holdId, merchantId, commission: 1_500, ruleId: null, key: 'hand-over-1', now };
    const first = await world.inTransaction((tx) => captureHold(tx, order));
    const before = await ledgerBytes(world);
    const second = await world.inTransaction((tx) => captureHold(tx, { ...order, now: now + 1 }));
    expect(first.ok && second.ok && second.value).toEqual({ ...(first.ok ? first.value : {}), repeated: true });
    const other = await world.inTransaction((tx) => captureHold(tx, { ...order, commission: 1_000 }));
    expect(other).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    const ended = await world.inTransaction((tx) => captureHold(tx, { ...order, key: 'hand-over-2' }));
    expect(ended).toEqual({ ok: false, refusal: { code: 'hold_ended', state: 'captured' } });
    expect(await ledgerBytes(world)).toBe(before);
    expect(await readAccount(world, sales)).toMatchObject({ balance: 28_500 });
  });

  it('can take a part and sets the rest free', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const { merchantId, sales } = await makeMerchantAccounts(world);
    const { holdId } = await makeHold(world, accountId, 30_000);
    await world.inTransaction((tx) =>
      captureHold(tx, { holdId, merchantId, amount: 12_000, commission: 600, ruleId: null, key: 'part', now }),
    );
    expect(await readAccount(world, accountId)).toEqual({ balance: 38_000, held: 0, version: 2 });
    expect(await readAccount(world, sales)).toMatchObject({ balance: 11_400 });
  });

  it("opens a merchant's accounts where they are missing: nothing stops money coming in", async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const { holdId } = await makeHold(world, accountId, 30_000);
    const merchantId = newId('mrc', now);
    const paid = await world.inTransaction((tx) =>
      captureHold(tx, { holdId, merchantId, commission: 0, ruleId: null, key: 'first', now }),
    );
    expect(paid.ok).toBe(true);
    const merchant = await makeMerchantAccounts(world, merchantId);
    expect(await readAccount(world, merchant.sales)).toMatchObject({ balance: 30_000 });
  });

  it('refuses a hold that was voided, and one that never was', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const { holdId } = await makeHold(world, accountId, 30_000);
    await world.inTransaction((tx) => voidHold(tx, { holdId, as: 'voided', now }));
    const order = { holdId, merchantId: newId('mrc'), commission: 0, ruleId: null, key: 'late', now };
    expect(await world.inTransaction((tx) => captureHold(tx, order))).toEqual({
      ok: false,
      refusal: { code: 'hold_ended', state: 'voided' },
    });
    const unknown = await world.inTransaction((tx) => captureHold(tx, { ...order, holdId: newId('hld') }));
    expect(unknown).toEqual({ ok: false, refusal: { code: 'hold_ended', state: 'unknown' } });
  });
});
