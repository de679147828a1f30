import { expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import { fillWallet, makeHold, makeMerchantAccounts, makeWallet } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { captureHold } from './capture-hold.server';
import { chargeCashCommission } from './charge-cash-commission.server';
import { openMerchantAccounts } from './open-merchant-accounts.server';
import { readEntriesOf } from './read-entries-of.server';
import { readMerchantWallet } from './read-merchant-wallet.server';
import { readRuleInForce, readRules } from './read-rule-in-force.server';
import { readSpendingAccount } from './read-spending-account.server';
import { readStatement } from './read-statement.server';

onBothEngines('money rules', (engine) => {
  it('are the newest dated row of their kind that holds on the day, with a source', async () => {
    const world = await engine.world();
    const wallet = await readRuleInForce(world.db, { kind: 'commission', scope: 'wallet', day: '2026-11-28' });
    expect(wallet).toMatchObject({
      basisPoints: 500,
      fixedAmount: 0,
      validFrom: '2026-01-01',
      source: expect.stringContaining('Pestarasa'),
    });
    const cash = await readRuleInForce(world.db, { kind: 'commission', scope: 'cash', day: '2026-11-28' });
    expect(cash.basisPoints).toBe(300);
    await world.inTransaction((tx) =>
      tx
        .insertInto('wallet_rule')
        .values({
          id: newId('rul'),
          kind: 'commission',
          scope: 'wallet',
          basis_points: 400,
          fixed_amount: 0,
          title_id: 'x',
          title_en: 'x',
          source: 'x',
          valid_from: '2026-12-01',
          valid_until: null,
          created_at: 1,
        })
        .execute(),
    );
    expect(
      (await readRuleInForce(world.db, { kind: 'commission', scope: 'wallet', day: '2026-11-30' })).basisPoints,
    ).toBe(500);
    expect(
      (await readRuleInForce(world.db, { kind: 'commission', scope: 'wallet', day: '2026-12-01' })).basisPoints,
    ).toBe(400);
    expect((await readRules(world.db, [wallet.id, cash.id])).map(({ id }) => id).sort()).toEqual(
      [wallet.id, cash.id].sort(),
    );
    expect(await readRules(world.db, [])).toEqual([]);
    await expect(readRuleInForce(world.db, { kind: 'commission', scope: 'moon', day: '2026-12-01' })).rejects.toThrow(
      'no commission rule',
    );
  });
});

onBothEngines('what people see of their money', (engine) => {
  it('a statement pages through every line once, newest first', async () => {
    const world = await engine.world();
    const { accountId, personId } = await makeWallet(world);
    for (let round = 1; round <= 7; round++) await fillWallet(world, accountId, 10_000 * round);
    const seen: number[] = [];
    for (let from: number | null | undefined; from !== null; ) {
      const page = await readStatement(world.db, { accountId, from, count: 3 });
      seen.push(...page.lines.map(({ amount }) => amount));
      from = page.olderFrom;
    }
    expect(seen).toEqual([70_000, 60_000, 50_000, 40_000, 30_000, 20_000, 10_000]);
    expect(await readSpendingAccount(world.db, personId)).toMatchObject({
      balance: 280_000,
      available: 280_000,
      version: 7,
      hasPin: false,
    });
    expect(await readSpendingAccount(world.db, newId('psn'))).toBeNull();
  });

  it('a slip reads the lines of its tickets: sale, commission with its rule, netting', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 100_000 });
    const merchant = await makeMerchantAccounts(world);
    const { merchantId } = merchant;
    const rule = await readRuleInForce(world.db, { kind: 'commission', scope: 'wallet', day: '2026-11-28' });
    const cashTicket = newId('tkt', now);
    await world.inTransaction((tx) =>
      chargeCashCommission(tx, { merchantId, ticketId: cashTicket, amount: 900, ruleId: rule.id, key: 'c', now }),
    );
    const { holdId, ticketId } = await makeHold(world, accountId, 40_000);
    await world.inTransaction((tx) =>
      captureHold(tx, { holdId, merchantId, commission: 2_000, ruleId: rule.id, key: 's', now }),
    );
    const lines = await readEntriesOf(world.db, { accountId: merchant.sales, referenceIds: [ticketId, cashTicket] });
    expect(lines.map(({ purpose, direction, amount, ruleId }) => [purpose, direction, amount, ruleId])).toEqual([
      ['sale', 'in', 40_000, null],
      ['commission', 'out', 2_000, rule.id],
      ['netting', 'out', 900, null],
    ]);
    const owed = await readEntriesOf(world.db, { accountId: merchant.receivable, referenceIds: [cashTicket] });
    expect(owed).toMatchObject([{ purpose: 'commission', direction: 'out', amount: 900, referenceId: cashTicket }]);
    expect(await readEntriesOf(world.db, { accountId, referenceIds: [] })).toEqual([]);
    expect(await readMerchantWallet(world.db, merchantId)).toMatchObject({ salesBalance: 37_100, owed: 0 });
    expect(await readMerchantWallet(world.db, newId('mrc'))).toBeNull();
    const again = await world.inTransaction((tx) => openMerchantAccounts(tx, { merchantId, now }));
    expect(again).toEqual({ sales: merchant.sales, receivable: merchant.receivable });
  });
});
