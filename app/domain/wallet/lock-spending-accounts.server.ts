import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { AccountId } from '~/shared/ids';
import { lockRows } from '~db/engine.server';
import { idList } from './internal/batch.server';
import type { Account, Tier } from './wallet';

/**
 * Reads accounts with a balance and keeps them until the unit of work ends; ids ascending, so that two units never
 * wait for each other. House accounts and unknown ids are left out.
 */
export async function lockSpendingAccounts(
  tx: Tx,
  accountIds: readonly AccountId[],
  fences: Fences = ALL_FENCES,
): Promise<Account[]> {
  if (accountIds.length === 0) return [];
  const query = tx
    .selectFrom('wallet_account')
    .select(['id', 'balance', 'held', 'version', 'tier'])
    .where('id', 'in', idList(tx, accountIds))
    .where('balance', 'is not', null)
    .orderBy(sql`id`);
  const rows = await (fences.lock ? lockRows(query) : query).execute();
  return rows.map((row) => ({
    id: row.id,
    balance: row.balance ?? 0,
    held: row.held,
    version: row.version ?? 0,
    tier: row.tier as Tier | null,
  }));
}
