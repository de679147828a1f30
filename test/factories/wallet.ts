import { openMerchantAccounts } from '~/domain/wallet/open-merchant-accounts.server';
import { openSpendingAccount } from '~/domain/wallet/open-spending-account.server';
import { placeHolds } from '~/domain/wallet/place-holds.server';
import { settleTopUp } from '~/domain/wallet/settle-top-up.server';
import { startTopUp } from '~/domain/wallet/start-top-up.server';
import type { Tier } from '~/domain/wallet/wallet';
import { type AccountId, type HoldId, type MerchantId, newId, type PersonId, type TicketId } from '~/shared/ids';
import type { World } from '../setup/engines';

export interface TestWallet {
  personId: PersonId;
  accountId: AccountId;
}

/** A person's wallet with money in it, filled through the simulator rail in steps that fit its limits. */
export async function makeWallet(
  world: World,
  { balance = 0, tier, personId }: { balance?: number; tier?: Tier; personId?: PersonId } = {},
): Promise<TestWallet> {
  const now = world.clock.now();
  const person = personId ?? newId('psn', now);
  const accountId = await world.inTransaction(async (tx) => {
    const id = await openSpendingAccount(tx, { personId: person, now });
    if (tier) await tx.updateTable('wallet_account').set({ tier }).where('id', '=', id).execute();
    return id;
  });
  if (balance > 0) await fillWallet(world, accountId, balance);
  return { personId: person, accountId };
}

/** One top-up on the simulator rail; throws where the wallet refuses it. */
export async function fillWallet(world: World, accountId: AccountId, amount: number): Promise<void> {
  const now = world.clock.now();
  const topUpId = newId('top', now);
  const filled = await world.inTransaction(async (tx) => {
    const started = await startTopUp(tx, {
      topUpId,
      accountId,
      amount,
      rail: 'simulator',
      railsOn: ['simulator'],
      now,
    });
    if (!started.ok) return started;
    const says = { state: 'succeeded', amount, currency: 'idr' } as const;
    const notice = { eventId: `sim_${topUpId}`, kind: 'simulator.paid', bodySha256: '', topUpId, says };
    return settleTopUp(tx, { rail: 'simulator', notice, now });
  });
  if (!filled.ok) throw new Error(`the wallet refused: ${filled.refusal.code}`);
}

/** Money set aside for a ticket; throws where the balance is too low. */
export async function makeHold(
  world: World,
  accountId: AccountId,
  amount: number,
): Promise<{ holdId: HoldId; ticketId: TicketId }> {
  const now = world.clock.now();
  const holdId = newId('hld', now);
  const ticketId = newId('tkt', now);
  const placed = await world.inTransaction((tx) =>
    placeHolds(tx, [{ id: holdId, accountId, amount, reference: ticketId }], now),
  );
  if (placed !== 1) throw new Error('the balance is too low for this hold');
  return { holdId, ticketId };
}

/** A merchant's two accounts. */
export async function makeMerchantAccounts(world: World, merchantId: MerchantId = newId('mrc', world.clock.now())) {
  const now = world.clock.now();
  const accounts = await world.inTransaction((tx) => openMerchantAccounts(tx, { merchantId, now }));
  return { merchantId, ...accounts };
}

/** Balance, held and version as stored. */
export async function readAccount(world: World, accountId: AccountId) {
  return world.db
    .selectFrom('wallet_account')
    .select(['balance', 'held', 'version'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
}

/** Everything of the ledger as one text, to show that a refusal changed no byte. */
export async function ledgerBytes(world: World): Promise<string> {
  const tables = [
    'wallet_account',
    'wallet_transfer',
    'wallet_entry',
    'wallet_hold',
    'wallet_incoming',
    'wallet_top_up',
    'wallet_external_event',
  ] as const;
  const rows = await Promise.all(tables.map((table) => world.db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows.map((some) => some.map((row) => JSON.stringify(row)).sort()));
}
