import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows, lockOf } from '~/platform/json-rows.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { AccountId } from '~/shared/ids';
import type { Account } from './wallet';

const ID = { id: 'text' } as const;

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
  const ids = accountIds.map((id) => ({ id }));
  const { rows } = await sql<Account>`
    select a.id, a.balance, a.held, coalesce(a.version, 0) as version, a.tier from wallet_account as a
    where a.id in (select given.id from ${jsonRows(tx, ID, ids)} as given) and a.balance is not null
    order by a.id ${fences.lock ? lockOf(tx, 'a') : sql``}`.execute(tx);
  return rows;
}
