import type { ReadDb, Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { Account, Tier } from './wallet';

export interface SpendingAccount extends Account {
  available: number;
  tier: Tier;
  hasPin: boolean;
  pinLockedUntil: number | null;
}

/** A person's wallet as she may see it; null when she has none. Whole rupiah. */
export async function readSpendingAccount(db: ReadDb | Tx, personId: PersonId): Promise<SpendingAccount | null> {
  const row = await db
    .selectFrom('wallet_account')
    .selectAll()
    .where('owner_kind', '=', 'person')
    .where('owner_id', '=', personId)
    .where('kind', '=', 'spending')
    .executeTakeFirst();
  if (!row) return null;
  const balance = row.balance ?? 0;
  return {
    id: row.id,
    balance,
    held: row.held,
    available: balance - row.held,
    version: row.version ?? 0,
    tier: (row.tier ?? 'basic') as Tier,
    hasPin: row.pin_hash !== null,
    pinLockedUntil: row.pin_locked_until,
  };
}
