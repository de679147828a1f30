import { captureHold } from '~/domain/wallet/capture-hold.server';
import { chargeCashCommission } from '~/domain/wallet/charge-cash-commission.server';
import { placeHolds } from '~/domain/wallet/place-holds.server';
import { refundSale } from '~/domain/wallet/refund-sale.server';
import { returnCashCommission } from '~/domain/wallet/return-cash-commission.server';
import { reverseTransfer } from '~/domain/wallet/reverse-transfer.server';
import { settleTopUp } from '~/domain/wallet/settle-top-up.server';
import { startTopUp } from '~/domain/wallet/start-top-up.server';
import { voidHold } from '~/domain/wallet/void-hold.server';
import { newId, type TransferId } from '~/shared/ids';
import type { World } from '../setup/engines';
import type { Answer, Dice, Merchant, Model, Operation, Wallet } from './ledger-model';

const BALANCE_LIMIT = 2_000_000;
const INCOMING_LIMIT = 20_000_000;

function topUp(model: Model, dice: Dice, now: number): Operation {
  const wallet = dice.oneOf(model.wallets) as Wallet;
  const amount = dice.next() < 0.2 ? dice.upTo(15_000) : dice.upTo(60) * 10_000;
  const topUpId = newId('top', now);
  const room = BALANCE_LIMIT - wallet.balance;
  const left = INCOMING_LIMIT - wallet.incoming;
  const expected =
    amount < 10_000
      ? 'top_up_too_small'
      : amount > room
        ? 'tier_balance_limit'
        : amount > left
          ? 'tier_incoming_limit'
          : null;
  const says = { state: 'succeeded', amount, currency: 'idr' } as const;
  const notice = { eventId: `sim_${topUpId}`, kind: 'paid', bodySha256: '', topUpId, says };
  return {
    name: 'top-up',
    expected,
    run: (world) =>
      world.inTransaction(async (tx) => {
        const started = await startTopUp(tx, {
          topUpId,
          accountId: wallet.accountId,
          amount,
          rail: 'simulator',
          railsOn: ['simulator'],
          now,
        });
        return started.ok ? settleTopUp(tx, { rail: 'simulator', notice, now }) : started;
      }),
    apply: () => {
      wallet.balance += amount;
      wallet.incoming += amount;
      wallet.lastTopUp = { transferKey: `top_up:${topUpId}`, amount, reversed: false };
      const again = (value: number) => (world: World) =>
        world.inTransaction((tx) =>
          startTopUp(tx, {
            topUpId,
            accountId: wallet.accountId,
            amount: value,
            rail: 'simulator',
            railsOn: ['simulator'],
            now,
          }),
        );
      model.keys.push({ repeat: again(amount), clash: again(amount + 1) });
    },
  };
}

function hold(model: Model, dice: Dice, now: number): Operation {
  const wallet = dice.oneOf(model.wallets) as Wallet;
  const parts = Array.from({ length: dice.upTo(3) }, () => ({
    id: newId('hld', now),
    amount: dice.upTo(40_000),
    ticketId: newId('tkt', now),
  }));
  const total = parts.reduce((sum, { amount }) => sum + amount, 0);
  const expected = total > wallet.balance - wallet.held ? 'balance_too_low' : null;
  const orders = parts.map(({ id, amount, ticketId }) => ({
    id,
    accountId: wallet.accountId,
    amount,
    reference: ticketId,
  }));
  return {
    name: 'hold',
    expected,
    run: (world) =>
      world.inTransaction(async (tx): Promise<Answer> => {
        const placed = await placeHolds(tx, orders, now);
        return placed === orders.length ? { ok: true } : { ok: false, refusal: { code: 'balance_too_low' } };
      }),
    apply: () => {
      wallet.held += total;
      for (const { id, amount, ticketId } of parts) {
        model.holds.push({
          id,
          wallet,
          ticketId,
          amount,
          state: 'open',
          captured: 0,
          commission: 0,
          refunded: 0,
          returned: 0,
        });
      }
    },
  };
}

function capture(model: Model, dice: Dice, now: number): Operation | null {
  const held = dice.oneOf(dice.next() < 0.9 ? model.holds.filter(({ state }) => state === 'open') : model.holds);
  const merchant = dice.oneOf(model.merchants) as Merchant;
  if (!held) return null;
  const amount = dice.next() < 0.8 ? held.amount : dice.upTo(held.amount);
  const commission = Math.floor(dice.next() * amount * 0.2);
  const key = `capture:${newId('trf', now)}`;
  const order = { holdId: held.id, merchantId: merchant.merchantId, amount, commission, ruleId: null, key, now };
  return {
    name: 'capture',
    expected: held.state === 'open' ? null : 'hold_ended',
    run: (world) => world.inTransaction((tx) => captureHold(tx, order)),
    apply: () => {
      const netted = Math.min(merchant.owed, amount - commission);
      held.wallet.held -= held.amount;
      held.wallet.balance -= amount;
      merchant.sales += amount - commission - netted;
      merchant.owed -= netted;
      Object.assign(held, { state: 'captured', merchant, captured: amount, commission });
      model.keys.push({
        repeat: (world) => world.inTransaction((tx) => captureHold(tx, order)),
        clash: (world) =>
          world.inTransaction((tx) => captureHold(tx, { ...order, commission: commission === 0 ? 1 : commission - 1 })),
      });
    },
  };
}

function release(model: Model, dice: Dice, now: number): Operation | null {
  const held = dice.oneOf(dice.next() < 0.8 ? model.holds.filter(({ state }) => state === 'open') : model.holds);
  if (!held) return null;
  const as = dice.next() < 0.5 ? 'voided' : 'expired';
  return {
    name: as,
    expected: held.state === 'open' ? null : 'hold_ended',
    run: (world) => world.inTransaction((tx) => voidHold(tx, { holdId: held.id, as, now })),
    apply: () => {
      held.wallet.held -= held.amount;
      held.state = 'ended';
    },
  };
}

function refund(model: Model, dice: Dice, now: number): Operation | null {
  const sold = dice.oneOf(model.holds.filter(({ state }) => state === 'captured'));
  if (!sold?.merchant) return null;
  const merchant = sold.merchant;
  const amount = dice.upTo(sold.captured);
  const commissionBack = Math.min(amount, Math.floor(dice.next() * (sold.commission + 1)));
  const fits = sold.refunded + amount <= sold.captured && sold.returned + commissionBack <= sold.commission;
  const { merchantId } = merchant;
  const order = {
    ticketId: sold.ticketId,
    personAccountId: sold.wallet.accountId,
    merchantId,
    amount,
    commissionBack,
    key: `refund:${newId('trf', now)}`,
    now,
  };
  return {
    name: 'refund',
    expected: fits ? null : 'reversal_too_large',
    run: (world) => world.inTransaction((tx) => refundSale(tx, order)),
    apply: () => {
      const fromSales = Math.min(amount, merchant.sales + commissionBack);
      merchant.sales += commissionBack - fromSales;
      merchant.owed += amount - fromSales;
      sold.wallet.balance += amount;
      sold.refunded += amount;
      sold.returned += commissionBack;
      model.keys.push({
        repeat: (world) => world.inTransaction((tx) => refundSale(tx, order)),
        clash: (world) => world.inTransaction((tx) => refundSale(tx, { ...order, amount: amount + 1 })),
      });
    },
  };
}

function chargeCash(model: Model, dice: Dice, now: number): Operation {
  const merchant = dice.oneOf(model.merchants) as Merchant;
  const amount = dice.upTo(3_000);
  const ticketId = newId('tkt', now);
  const order = { merchantId: merchant.merchantId, ticketId, amount, ruleId: null, key: `cash:${ticketId}`, now };
  return {
    name: 'cash commission',
    expected: null,
    run: (world) => world.inTransaction((tx) => chargeCashCommission(tx, order)),
    apply: () => {
      merchant.owed += amount;
      merchant.cash.push({ ticketId, amount, returned: 0 });
      model.keys.push({
        repeat: (world) => world.inTransaction((tx) => chargeCashCommission(tx, order)),
        clash: (world) => world.inTransaction((tx) => chargeCashCommission(tx, { ...order, amount: amount + 1 })),
      });
    },
  };
}

function returnCash(model: Model, dice: Dice, now: number): Operation | null {
  const merchant = dice.oneOf(model.merchants) as Merchant;
  const charged = dice.oneOf(merchant.cash);
  if (!charged) return null;
  const amount = dice.upTo(charged.amount);
  const { ticketId } = charged;
  const order = { merchantId: merchant.merchantId, ticketId, amount, key: `cash-back:${newId('trf', now)}`, now };
  return {
    name: 'cash commission back',
    expected: charged.returned + amount <= charged.amount ? null : 'reversal_too_large',
    run: (world) => world.inTransaction((tx) => returnCashCommission(tx, order)),
    apply: () => {
      const offDebt = Math.min(merchant.owed, amount);
      merchant.owed -= offDebt;
      merchant.sales += amount - offDebt;
      charged.returned += amount;
    },
  };
}

function reverse(model: Model, dice: Dice, now: number): Operation | null {
  const wallet = dice.oneOf(model.wallets.filter(({ lastTopUp }) => lastTopUp));
  const last = wallet?.lastTopUp;
  if (!wallet || !last) return null;
  const expected = last.reversed
    ? 'reversal_too_large'
    : last.amount > wallet.balance - wallet.held
      ? 'balance_too_low'
      : null;
  return {
    name: 'reversal',
    expected,
    run: async (world) => {
      const row = await world.db
        .selectFrom('wallet_transfer')
        .select('id')
        .where('idempotency_key', '=', last.transferKey)
        .executeTakeFirstOrThrow();
      const transferId: TransferId = row.id;
      return world.inTransaction((tx) => reverseTransfer(tx, { transferId, key: `reverse:${newId('trf', now)}`, now }));
    },
    apply: () => {
      wallet.balance -= last.amount;
      last.reversed = true;
    },
  };
}

/** Every verb that moves money; named twice where it should come up more often. */
export const MAKERS = [
  topUp,
  topUp,
  hold,
  hold,
  hold,
  hold,
  capture,
  capture,
  capture,
  release,
  refund,
  chargeCash,
  returnCash,
  reverse,
];
