import type { ReadDb } from '~/platform/app-context';
import type { AccountId, MerchantId } from '~/shared/ids';
import type { DataSubject } from '~/shared/personal-data';
import type { ExportList } from '~/shared/personal-export';
import { accountLabel } from './payout-account';

/** Her wallet and those of her businesses, with every movement. The PIN is nowhere but as a hash, which stays here. */
export async function exportWallet(db: ReadDb, { personId, merchantIds }: DataSubject): Promise<ExportList[]> {
  const accounts = await db
    .selectFrom('wallet_account')
    .selectAll()
    .where('owner_id', 'in', [personId, ...merchantIds])
    .orderBy('id')
    .execute();
  const ids = accounts.map(({ id }) => id);
  const outsideSales = await exportOutsideSales(db, merchantIds);
  if (ids.length === 0) return [outsideSales];
  const own = new Set(ids);
  const entries = await db
    .selectFrom('wallet_entry')
    .selectAll()
    .where((either) => either.or([either('debit_account_id', 'in', ids), either('credit_account_id', 'in', ids)]))
    .orderBy('at')
    .orderBy('transfer_id')
    .orderBy('line')
    .execute();
  const topUps = await db
    .selectFrom('wallet_top_up')
    .selectAll()
    .where('account_id', 'in', ids)
    .orderBy('id')
    .execute();
  return [
    await exportPayoutAccounts(db, ids),
    outsideSales,
    {
      name: 'wallet',
      rows: accounts.map((row) => ({
        kind: row.kind,
        balance: row.balance,
        held: row.held,
        tier: row.tier,
        since: row.created_at,
      })),
    },
    {
      name: 'movements',
      rows: entries.map((row) => ({
        at: row.at,
        purpose: row.purpose,
        amount: own.has(row.credit_account_id) ? row.amount : -row.amount,
        id: row.transfer_id,
      })),
    },
    {
      name: 'topUps',
      rows: topUps.map((row) => ({
        at: row.created_at,
        amount: row.amount,
        kind: row.rail,
        state: row.state,
        id: row.external_id,
      })),
    },
  ];
}

/** Numbers by their end, as on her own page. */
async function exportPayoutAccounts(db: ReadDb, ids: readonly AccountId[]): Promise<ExportList> {
  const accounts = await db
    .selectFrom('wallet_payout_account')
    .selectAll()
    .where('account_id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return {
    name: 'payoutAccounts',
    rows: accounts.map((row) => ({
      name: accountLabel({ bank: row.bank, numberEnd: row.number_end }),
      owner: row.holder,
      state: row.state,
      since: row.proposed_at,
      at: row.in_force_at,
      reason: row.refused_why,
      text: row.fix,
    })),
  };
}

/** What she told us she sold elsewhere, by month. */
async function exportOutsideSales(db: ReadDb, merchantIds: readonly MerchantId[]): Promise<ExportList> {
  if (merchantIds.length === 0) return { name: 'outsideSales', rows: [] };
  const months = await db
    .selectFrom('wallet_outside_sales')
    .selectAll()
    .where('merchant_id', 'in', merchantIds)
    .orderBy('merchant_id')
    .orderBy('month')
    .execute();
  return {
    name: 'outsideSales',
    rows: months.map((row) => ({ scope: row.merchant_id, day: row.month, amount: row.amount, at: row.entered_at })),
  };
}
