import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import type { Fences } from '~/shared/fences';
import { ALL_FENCES, NO_FENCES } from '~/shared/fences';
import { newId } from '~/shared/ids';
import { fillWallet, makeHold, makeMerchantAccounts, makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { makeWorld } from '../../../test/setup/world';
import { captureHold } from './capture-hold.server';
import { lockSpendingAccounts } from './lock-spending-accounts.server';
import { placeHolds } from './place-holds.server';
import { readBrokenInvariants } from './read-broken-invariants.server';
import { refundSale } from './refund-sale.server';

/** Takes every CHECK of a table away, as a control needs it. */
async function dropChecks(world: World, table: string): Promise<void> {
  if (world.engine === 'sqlite') {
    await sql`pragma ignore_check_constraints = on`.execute(world.database.writer);
    return;
  }
  const { rows } = await sql<{ conname: string }>`
    select conname from pg_constraint where contype = 'c' and conrelid = cast(${table} as regclass)`.execute(
    world.database.writer,
  );
  for (const { conname } of rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(conname)}`.execute(world.database.writer);
}

/** One spend: lock, then hold where the money suffices. */
async function spend(world: World, accountId: `acc_${string}`, amount: number, fences: Fences): Promise<boolean> {
  const now = world.clock.now();
  const placed = await world.inTransaction(async (tx) => {
    await lockSpendingAccounts(tx, [accountId], fences);
    return placeHolds(tx, [{ id: newId('hld', now), accountId, amount, reference: newId('tkt', now) }], now, fences);
  });
  return placed === 1;
}

/** A hundred side by side at a time: more would only wait for a connection. */
async function atOnce<Answer>(times: number, act: (index: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < times; from += 100) {
    const wave = Array.from({ length: Math.min(100, times - from) }, (_, index) => act(from + index));
    answers.push(...(await Promise.all(wave)));
  }
  return answers;
}

onBothEngines('many spends of one balance at once', (engine) => {
  it.each([20, 1_000])('%i of them take exactly what is there (R7, small)', { timeout: 60_000 }, async (times) => {
    const world = await engine.world();
    const { accountId } = await makeWallet(world, { balance: Math.max(times * 100, 10_000) });
    const balance = (await readAccount(world, accountId)).balance ?? 0;
    const amount = balance / (times / 2);
    const answers = await atOnce(times, () => spend(world, accountId, amount, ALL_FENCES));
    expect(answers.filter(Boolean)).toHaveLength(times / 2);
    expect(await readAccount(world, accountId)).toMatchObject({ held: balance });
  });

  it('one hold captured twenty times at once pays once', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const { merchantId, sales } = await makeMerchantAccounts(world);
    const { holdId } = await makeHold(world, accountId, 10_000);
    const order = { holdId, merchantId, commission: 500, ruleId: null, now };
    const same = await atOnce(20, () => world.inTransaction((tx) => captureHold(tx, { ...order, key: 'same' })));
    expect(same.filter((answer) => answer.ok && !answer.value.repeated)).toHaveLength(1);
    expect(new Set(same.map((answer) => (answer.ok ? answer.value.transferId : 'refused'))).size).toBe(1);
    const others = await atOnce(20, (index) =>
      world.inTransaction((tx) => captureHold(tx, { ...order, key: `other-${index}` })),
    );
    expect(others.every((answer) => !answer.ok && answer.refusal.code === 'hold_ended')).toBe(true);
    expect(await readAccount(world, sales)).toMatchObject({ balance: 9_500 });
  });

  it('twenty refunds of half a sale at once give back two halves', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const { merchantId } = await makeMerchantAccounts(world);
    const { holdId, ticketId } = await makeHold(world, accountId, 10_000);
    await world.inTransaction((tx) =>
      captureHold(tx, { holdId, merchantId, commission: 500, ruleId: null, key: 's', now }),
    );
    const refund = { ticketId, personAccountId: accountId, merchantId, amount: 5_000, commissionBack: 250, now };
    const answers = await atOnce(20, (index) =>
      world.inTransaction((tx) => refundSale(tx, { ...refund, key: `r-${index}` })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 50_000 });
  });

  it('sales of many stalls and top-ups of many wallets go on side by side without a gap', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const wallets = await atOnce(5, () => makeWallet(world, { balance: 200_000 }));
    const merchants = await atOnce(3, () => makeMerchantAccounts(world));
    await atOnce(60, async (index) => {
      const { accountId } = wallets[index % 5] as (typeof wallets)[number];
      const { merchantId } = merchants[index % 3] as (typeof merchants)[number];
      if (index % 6 === 0) return fillWallet(world, accountId, 10_000);
      const { holdId } = await makeHold(world, accountId, 3_000);
      await world.inTransaction((tx) =>
        captureHold(tx, { holdId, merchantId, commission: 150, ruleId: null, key: `k${index}`, now }),
      );
    });
    const sold = await Promise.all(merchants.map(({ sales }) => readAccount(world, sales)));
    expect(sold.reduce((sum, { balance }) => sum + (balance ?? 0), 0)).toBe(50 * 2_850);
  });
});

// Controls: the same verbs with lock, guard and CHECK taken away must go wrong, or the tests above prove nothing.
for (const engine of ['sqlite', 'postgres'] as const) {
  const worlds: World[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.close();
  });

  it(`without fences twenty spends take more than there is (control, ${engine})`, async () => {
    const world = await makeWorld(engine);
    worlds.push(world);
    const { accountId } = await makeWallet(world, { balance: 10_000 });
    await dropChecks(world, 'wallet_account');
    const answers = await atOnce(20, () => spend(world, accountId, 1_000, NO_FENCES));
    expect(answers.filter(Boolean)).toHaveLength(20);
    expect(await readAccount(world, accountId)).toMatchObject({ held: 20_000 });
    expect((await readBrokenInvariants(world.db)).join()).toContain('4 nothing available is below zero');
  });

  it(`without fences a sale is given back more than once (control, ${engine})`, async () => {
    const world = await makeWorld(engine);
    worlds.push(world);
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const { merchantId } = await makeMerchantAccounts(world);
    const { holdId, ticketId } = await makeHold(world, accountId, 10_000);
    await world.inTransaction((tx) =>
      captureHold(tx, { holdId, merchantId, commission: 500, ruleId: null, key: 's', now }),
    );
    for (const table of ['wallet_hold', 'wallet_account']) await dropChecks(world, table);
    const refund = {
      ticketId,
      personAccountId: accountId,
      merchantId,
      amount: 5_000,
      commissionBack: 250,
      now,
      fences: NO_FENCES,
    };
    const answers = await atOnce(20, (index) =>
      world.inTransaction((tx) => refundSale(tx, { ...refund, key: `r-${index}` })),
    );
    expect(answers.filter((answer) => answer.ok).length).toBeGreaterThan(2);
    expect((await readBrokenInvariants(world.db)).join()).toContain(
      '7 refunds of a ticket stay within what was captured',
    );
  });

  it(`the CHECK alone stops what lock and guard let through (${engine})`, async () => {
    const world = await makeWorld(engine);
    worlds.push(world);
    const { accountId } = await makeWallet(world, { balance: 10_000 });
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => spend(world, accountId, 1_000, NO_FENCES)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await readBrokenInvariants(world.db)).toEqual([]);
  });
}

onBothEngines('the ledger itself', (engine) => {
  it.each([
    ['a transfer changed', sql`update wallet_transfer set amount = amount + 1`],
    ['a transfer deleted', sql`delete from wallet_transfer`],
    ['an entry changed', sql`update wallet_entry set amount = amount + 1`],
    ['an entry deleted', sql`delete from wallet_entry`],
    [
      'an entry from an account to itself',
      sql`insert into wallet_entry select transfer_id, 9, debit_account_id, debit_account_id, 1, purpose, null, null, null, at from wallet_entry`,
    ],
    [
      'an entry of nothing',
      sql`insert into wallet_entry select transfer_id, 9, debit_account_id, credit_account_id, 0, purpose, null, null, null, at from wallet_entry`,
    ],
    [
      'an entry without a transfer',
      sql`insert into wallet_entry select 'trf_none', 9, debit_account_id, credit_account_id, 1, purpose, null, null, null, at from wallet_entry`,
    ],
    ['a balance below what is held', sql`update wallet_account set held = balance + 1 where kind = 'spending'`],
    ['a house account with a balance', sql`update wallet_account set balance = 1 where owner_kind = 'house'`],
    [
      'a second account of one kind',
      sql`insert into wallet_account select id || 'x', owner_kind, owner_id, kind, balance, held, version, tier, pin_hash, pin_failures, pin_locked_until, created_at from wallet_account where kind = 'spending'`,
    ],
  ])('refuses %s', async (_, statement) => {
    const world = await engine.world();
    await makeWallet(world, { balance: 50_000 });
    await expect(statement.execute(world.database.writer)).rejects.toThrow();
  });

  it('notices every invariant that is broken behind its back', async () => {
    const world = await makeWorld(engine.name);
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    await sql`update wallet_account set balance = balance + 1 where id = ${accountId}`.execute(world.database.writer);
    expect((await readBrokenInvariants(world.db)).join()).toContain('3 the stored balance is the fold');
    await sql`update wallet_account set balance = balance - 1, version = version + 1 where id = ${accountId}`.execute(
      world.database.writer,
    );
    expect((await readBrokenInvariants(world.db)).join()).toContain('3 versions have no gap');
    await sql`update wallet_account set held = 5, version = version - 1 where id = ${accountId}`.execute(
      world.database.writer,
    );
    expect((await readBrokenInvariants(world.db)).join()).toContain('5 open holds are what is held');
    await sql`update wallet_account set held = 0 where id = ${accountId}`.execute(world.database.writer);
    expect(await readBrokenInvariants(world.db)).toEqual([]);
    await sql`update wallet_top_up set state = 'failed'`.execute(world.database.writer);
    expect((await readBrokenInvariants(world.db)).join()).toContain('10 a top-up that succeeded');
    await world.close();
  });
});
