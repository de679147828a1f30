import { expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import type { RailNotice } from '~/shared/top-up-rail';
import { begin, houseBalance, paid, settle, withCard } from '../../../test/factories/card-rail';
import { makeHold, makeMerchantAccounts, makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { endTopUp } from './ask-rail.server';
import { captureHold } from './capture-hold.server';
import { HOUSE } from './internal/house-accounts';
import { readTopUp } from './read-top-up.server';
import { refundSale } from './refund-sale.server';
import { returnMoney } from './return-money.server';

onBothEngines('money the rail took and we may not keep', (engine) => {
  it('goes back when the sum is not ours, and the clearing account comes to zero', async () => {
    const world = await engine.world();
    const rail = withCard(world);
    const { accountId } = await makeWallet(world);
    const { topUpId } = await begin(world, accountId, 50_000);
    expect(await settle(world, paid(topUpId, 49_999))).toBe('to_return');
    expect(await readTopUp(world.db, topUpId)).toMatchObject({ state: 'failed', failure: 'amount_differs' });
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 0 });
    expect(await houseBalance(world, HOUSE.card_clearing)).toBe(-49_999);
    await returnMoney(world.app, { topUpId, amount: 49_999 });
    await returnMoney(world.app, { topUpId, amount: 49_999 });
    expect(rail.given).toEqual([49_999, 49_999]);
    expect(await houseBalance(world, HOUSE.card_clearing)).toBe(0);
    expect(await houseBalance(world, HOUSE.money_to_return)).toBe(0);
  });

  it('goes back when a refund filled the wallet meanwhile, or the top-up was closed before', async () => {
    const world = await engine.world();
    withCard(world);
    const { accountId } = await makeWallet(world, { balance: 2_000_000 });
    const merchant = await makeMerchantAccounts(world);
    const { holdId, ticketId } = await makeHold(world, accountId, 500_000);
    const { merchantId } = merchant;
    const now = world.clock.now();
    await world.inTransaction((tx) =>
      captureHold(tx, { holdId, merchantId, commission: 0, ruleId: null, key: 's', now }),
    );
    const { topUpId } = await begin(world, accountId, 500_000);
    await world.inTransaction((tx) =>
      refundSale(tx, {
        ticketId,
        personAccountId: accountId,
        merchantId,
        amount: 500_000,
        commissionBack: 0,
        key: 'r',
        now,
      }),
    );
    expect(await settle(world, paid(topUpId, 500_000))).toBe('to_return');
    expect(await readTopUp(world.db, topUpId)).toMatchObject({ state: 'failed', failure: 'over_limit' });
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 2_000_000 });
    const other = await makeWallet(world);
    const late = await begin(world, other.accountId, 50_000);
    await endTopUp(world.app, late.topUpId);
    expect(await settle(world, paid(late.topUpId, 50_000))).toBe('to_return');
    expect(await houseBalance(world, HOUSE.money_to_return)).toBe(550_000);
  });

  it('of another currency, of an unknown top-up or of no meaning changes no balance', async () => {
    const world = await engine.world();
    withCard(world);
    const { accountId } = await makeWallet(world);
    const { topUpId } = await begin(world, accountId, 50_000);
    expect(await settle(world, paid(newId('top'), 50_000))).toBe('ignored');
    expect(await settle(world, { ...paid(topUpId, 0), eventId: 'evt_x', says: { state: 'nothing' } })).toBe('ignored');
    const dollars = {
      ...paid(topUpId, 50_000),
      eventId: 'evt_usd',
      says: { state: 'succeeded', amount: 50_000, currency: 'usd' } as const,
    };
    expect(await settle(world, dollars)).toBe('failed');
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 0 });
    expect(await world.db.selectFrom('wallet_transfer').selectAll().execute()).toEqual([]);
  });

  it('however the notices are shuffled and repeated, each has one effect (R12, small)', async () => {
    const world = await engine.world();
    withCard(world);
    const wallets = await Promise.all(Array.from({ length: 20 }, () => makeWallet(world)));
    const notices: RailNotice[] = [];
    for (const { accountId } of wallets) {
      const { topUpId } = await begin(world, accountId, 50_000);
      notices.push(paid(topUpId, 50_000), {
        ...paid(topUpId, 0),
        eventId: `evt_other_${topUpId}`,
        says: { state: 'nothing' },
      });
    }
    const shuffled = Array.from({ length: 5 }, () => notices)
      .flat()
      .sort(() => Math.random() - 0.5);
    const outcomes = await Promise.all(shuffled.map((notice) => settle(world, notice)));
    expect(outcomes.filter((outcome) => outcome === 'succeeded')).toHaveLength(20);
    for (const { accountId } of wallets)
      expect(await readAccount(world, accountId)).toMatchObject({ balance: 50_000, version: 1 });
    expect(await houseBalance(world, HOUSE.card_clearing)).toBe(-1_000_000);
  });
});
