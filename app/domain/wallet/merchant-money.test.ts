import { expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import { ledgerBytes, makeHold, makeMerchantAccounts, makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { captureHold } from './capture-hold.server';
import { chargeCashCommission } from './charge-cash-commission.server';
import { refundSale } from './refund-sale.server';
import { returnCashCommission } from './return-cash-commission.server';
import { reverseTransfer } from './reverse-transfer.server';

async function sell(world: World, amount: number, commission: number) {
  const now = world.clock.now();
  const { accountId } = await makeWallet(world, { balance: 200_000 });
  const merchant = await makeMerchantAccounts(world);
  const { holdId, ticketId } = await makeHold(world, accountId, amount);
  const { merchantId } = merchant;
  await world.inTransaction((tx) =>
    captureHold(tx, { holdId, merchantId, commission, ruleId: null, key: `sale-${ticketId}`, now }),
  );
  return { accountId, merchant, merchantId, ticketId, now };
}

onBothEngines('commission of cash sales', (engine) => {
  it('is owed by the merchant and taken from her next sale by wallet, never from earlier ones', async () => {
    const world = await engine.world();
    const { merchant, merchantId, accountId, now } = await sell(world, 50_000, 2_500);
    const ticketId = newId('tkt', now);
    const charge = { merchantId, ticketId, amount: 900, ruleId: null, key: 'cash-1', now };
    const charged = await world.inTransaction((tx) => chargeCashCommission(tx, charge));
    expect(charged).toMatchObject({ ok: true, value: { repeated: false } });
    expect(await readAccount(world, merchant.receivable)).toMatchObject({ balance: 900 });
    expect(await readAccount(world, merchant.sales)).toMatchObject({ balance: 47_500 });
    const hold = await makeHold(world, accountId, 10_000);
    const next = await world.inTransaction((tx) =>
      captureHold(tx, { holdId: hold.holdId, merchantId, commission: 500, ruleId: null, key: 'next', now }),
    );
    expect(next).toMatchObject({ ok: true, value: { netted: 900 } });
    expect(await readAccount(world, merchant.receivable)).toMatchObject({ balance: 0 });
    expect(await readAccount(world, merchant.sales)).toMatchObject({ balance: 56_100 });
  });

  it('takes at most what the next sale brings; the rest stays owed', async () => {
    const world = await engine.world();
    const { merchant, merchantId, accountId, now } = await sell(world, 20_000, 1_000);
    const ticketId = newId('tkt', now);
    await world.inTransaction((tx) =>
      chargeCashCommission(tx, { merchantId, ticketId, amount: 30_000, ruleId: null, key: 'cash-big', now }),
    );
    const hold = await makeHold(world, accountId, 10_000);
    const order = { holdId: hold.holdId, merchantId, commission: 500, ruleId: null, key: 'next', now };
    expect(await world.inTransaction((tx) => captureHold(tx, order))).toMatchObject({ value: { netted: 9_500 } });
    expect(await world.inTransaction((tx) => captureHold(tx, order))).toMatchObject({
      value: { netted: 9_500, repeated: true },
    });
    expect(await readAccount(world, merchant.receivable)).toMatchObject({ balance: 20_500 });
    expect(await readAccount(world, merchant.sales)).toMatchObject({ balance: 19_000 });
  });

  it('is charged once under one key, refused under a key used otherwise, and nothing at all when it is zero', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { merchantId, receivable } = await makeMerchantAccounts(world);
    const charge = { merchantId, ticketId: newId('tkt', now), amount: 900, ruleId: null, key: 'cash-1', now };
    await world.inTransaction((tx) => chargeCashCommission(tx, charge));
    expect(await world.inTransaction((tx) => chargeCashCommission(tx, charge))).toMatchObject({
      value: { repeated: true },
    });
    const other = await world.inTransaction((tx) => chargeCashCommission(tx, { ...charge, amount: 901 }));
    expect(other).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    expect(await world.inTransaction((tx) => chargeCashCommission(tx, { ...charge, key: 'zero', amount: 0 }))).toEqual({
      ok: true,
      value: null,
    });
    expect(await readAccount(world, receivable)).toEqual({ balance: 900, held: 0, version: 1 });
  });

  it('comes back when the cash was handed back: off the debt first, the rest to her sales, never more than charged', async () => {
    const world = await engine.world();
    const { merchant, merchantId, accountId, now } = await sell(world, 20_000, 1_000);
    const ticketId = newId('tkt', now);
    await world.inTransaction((tx) =>
      chargeCashCommission(tx, { merchantId, ticketId, amount: 900, ruleId: null, key: 'cash', now }),
    );
    const back = { merchantId, ticketId, now };
    await world.inTransaction((tx) => returnCashCommission(tx, { ...back, amount: 300, key: 'back-1' }));
    expect(await readAccount(world, merchant.receivable)).toMatchObject({ balance: 600 });
    const hold = await makeHold(world, accountId, 10_000);
    await world.inTransaction((tx) =>
      captureHold(tx, { holdId: hold.holdId, merchantId, commission: 500, ruleId: null, key: 'next', now }),
    );
    await world.inTransaction((tx) => returnCashCommission(tx, { ...back, amount: 600, key: 'back-2' }));
    expect(await readAccount(world, merchant.receivable)).toMatchObject({ balance: 0 });
    expect(await readAccount(world, merchant.sales)).toMatchObject({ balance: 19_000 + 9_500 - 600 + 600 });
    const before = await ledgerBytes(world);
    const more = await world.inTransaction((tx) => returnCashCommission(tx, { ...back, amount: 1, key: 'back-3' }));
    expect(more).toEqual({ ok: false, refusal: { code: 'reversal_too_large', left: 0 } });
    const reused = await world.inTransaction((tx) => returnCashCommission(tx, { ...back, amount: 1, key: 'back-1' }));
    expect(reused).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    expect(await world.inTransaction((tx) => returnCashCommission(tx, { ...back, amount: 0, key: 'none' }))).toEqual({
      ok: true,
      value: null,
    });
    expect(await ledgerBytes(world)).toBe(before);
  });
});

onBothEngines('giving a sale back', (engine) => {
  it('returns part after part with its share of commission, and never more than was paid', async () => {
    const world = await engine.world();
    const { accountId, merchant, merchantId, ticketId, now } = await sell(world, 50_000, 2_500);
    const refund = { ticketId, personAccountId: accountId, merchantId, now };
    const part = await world.inTransaction((tx) =>
      refundSale(tx, { ...refund, amount: 20_000, commissionBack: 1_000, key: 'r1' }),
    );
    expect(part).toMatchObject({ ok: true, value: { shortfall: 0, repeated: false } });
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 170_000 });
    expect(await readAccount(world, merchant.sales)).toMatchObject({ balance: 28_500 });
    const before = await ledgerBytes(world);
    const more = await world.inTransaction((tx) =>
      refundSale(tx, { ...refund, amount: 30_001, commissionBack: 0, key: 'r2' }),
    );
    expect(more).toEqual({ ok: false, refusal: { code: 'reversal_too_large', left: 30_000 } });
    const commission = await world.inTransaction((tx) =>
      refundSale(tx, { ...refund, amount: 30_000, commissionBack: 1_501, key: 'r2' }),
    );
    expect(commission).toEqual({ ok: false, refusal: { code: 'reversal_too_large', left: 30_000 } });
    expect(
      await world.inTransaction((tx) =>
        refundSale(tx, { ...refund, amount: 20_000, commissionBack: 1_000, key: 'r1' }),
      ),
    ).toMatchObject({ value: { repeated: true } });
    expect(
      await world.inTransaction((tx) => refundSale(tx, { ...refund, amount: 1, commissionBack: 0, key: 'r1' })),
    ).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    expect(await ledgerBytes(world)).toBe(before);
    await world.inTransaction((tx) => refundSale(tx, { ...refund, amount: 30_000, commissionBack: 1_500, key: 'r3' }));
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 200_000 });
    expect(await readAccount(world, merchant.sales)).toMatchObject({ balance: 0 });
  });

  it('gives the customer all even when the sales are gone: the merchant then owes it', async () => {
    const world = await engine.world();
    const { accountId, merchant, merchantId, ticketId, now } = await sell(world, 50_000, 2_500);
    await world.inTransaction((tx) =>
      chargeCashCommission(tx, {
        merchantId,
        ticketId: newId('tkt', now),
        amount: 40_000,
        ruleId: null,
        key: 'c',
        now,
      }),
    );
    const hold = await makeHold(world, accountId, 10_000);
    await world.inTransaction((tx) =>
      captureHold(tx, { holdId: hold.holdId, merchantId, commission: 0, ruleId: null, key: 'n', now }),
    );
    const first = await world.inTransaction((tx) =>
      refundSale(tx, {
        ticketId,
        personAccountId: accountId,
        merchantId,
        amount: 50_000,
        commissionBack: 2_500,
        key: 'r',
        now,
      }),
    );
    expect(first).toMatchObject({ ok: true, value: { shortfall: 0 } });
    const refund = {
      ticketId: hold.ticketId,
      personAccountId: accountId,
      merchantId,
      amount: 10_000,
      commissionBack: 0,
      key: 'r2',
      now,
    };
    expect(await world.inTransaction((tx) => refundSale(tx, refund))).toMatchObject({
      ok: true,
      value: { shortfall: 10_000 },
    });
    expect(await world.inTransaction((tx) => refundSale(tx, refund))).toMatchObject({
      ok: true,
      value: { shortfall: 10_000, repeated: true },
    });
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 200_000 });
    expect(await readAccount(world, merchant.receivable)).toMatchObject({ balance: 40_000 });
  });

  it('goes past the balance limit of the tier: it is her own money coming back', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 2_000_000 });
    const { merchantId } = await makeMerchantAccounts(world);
    const { holdId, ticketId } = await makeHold(world, accountId, 50_000);
    await world.inTransaction((tx) =>
      captureHold(tx, { holdId, merchantId, commission: 0, ruleId: null, key: 's', now }),
    );
    const { accountId: sameAgain } = await makeWallet(world, {
      balance: 50_000,
      personId: await ownerOf(world, accountId),
    });
    expect(sameAgain).toBe(accountId);
    const refund = {
      ticketId,
      personAccountId: accountId,
      merchantId,
      amount: 50_000,
      commissionBack: 0,
      key: 'r',
      now,
    };
    expect((await world.inTransaction((tx) => refundSale(tx, refund))).ok).toBe(true);
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 2_050_000 });
  });

  it('refuses a ticket that was never paid, and throws where the parties are not those of the sale', async () => {
    const world = await engine.world();
    const { merchantId, ticketId, now } = await sell(world, 50_000, 2_500);
    const other = await makeWallet(world, { balance: 10_000 });
    const refund = {
      ticketId,
      personAccountId: other.accountId,
      merchantId,
      amount: 1_000,
      commissionBack: 0,
      key: 'r',
      now,
    };
    await expect(world.inTransaction((tx) => refundSale(tx, refund))).rejects.toThrow('other accounts');
    const unpaid = await makeHold(world, other.accountId, 5_000);
    const never = await world.inTransaction((tx) => refundSale(tx, { ...refund, ticketId: unpaid.ticketId }));
    expect(never).toEqual({ ok: false, refusal: { code: 'reversal_too_large', left: 0 } });
  });
});

onBothEngines('undoing a transfer', (engine) => {
  it('happens once, only while the money is there, and never to a sale', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const { accountId } = await makeWallet(world, { balance: 50_000 });
    const topUp = await world.db
      .selectFrom('wallet_transfer')
      .select('id')
      .where('kind', '=', 'top_up')
      .executeTakeFirstOrThrow();
    const hold = await makeHold(world, accountId, 20_000);
    const before = await ledgerBytes(world);
    const early = await world.inTransaction((tx) => reverseTransfer(tx, { transferId: topUp.id, key: 'undo', now }));
    expect(early).toEqual({ ok: false, refusal: { code: 'balance_too_low', missing: 20_000 } });
    expect(await ledgerBytes(world)).toBe(before);
    const { merchantId } = await makeMerchantAccounts(world);
    await makeWallet(world, { balance: 20_000, personId: await ownerOf(world, accountId) });
    const undone = await world.inTransaction((tx) => reverseTransfer(tx, { transferId: topUp.id, key: 'undo', now }));
    expect(undone).toMatchObject({ ok: true, value: { repeated: false } });
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 20_000, held: 20_000 });
    expect(
      await world.inTransaction((tx) => reverseTransfer(tx, { transferId: topUp.id, key: 'undo', now })),
    ).toMatchObject({ value: { repeated: true } });
    const twice = await world.inTransaction((tx) => reverseTransfer(tx, { transferId: topUp.id, key: 'undo-2', now }));
    expect(twice).toEqual({ ok: false, refusal: { code: 'reversal_too_large', left: 0 } });
    const sale = await world.inTransaction((tx) =>
      captureHold(tx, { holdId: hold.holdId, merchantId, commission: 0, ruleId: null, key: 's', now }),
    );
    const transferId = sale.ok ? sale.value.transferId : newId('trf');
    expect(await world.inTransaction((tx) => reverseTransfer(tx, { transferId, key: 'undo-3', now }))).toMatchObject({
      refusal: { code: 'reversal_too_large' },
    });
  });
});

async function ownerOf(world: World, accountId: string) {
  const row = await world.db
    .selectFrom('wallet_account')
    .select('owner_id')
    .where('id', '=', accountId as never)
    .executeTakeFirstOrThrow();
  return row.owner_id as `psn_${string}`;
}
