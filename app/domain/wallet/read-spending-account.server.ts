import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { AccountId, PersonId } from '~/shared/ids';
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

const PERSON = { id: 'text' } as const;

/** The wallets of these people, by person; who has none is left out. One statement. */
export async function readSpendingAccountIds(
  db: ReadDb | Tx,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, AccountId>> {
  if (personIds.length === 0) return new Map();
  const ids = personIds.map((id) => ({ id }));
  const { rows } = await sql<{ id: AccountId; owner_id: PersonId }>`
    select a.id, a.owner_id from ${jsonRows(db, PERSON, ids)} as given
    join wallet_account as a on a.owner_kind = 'person' and a.owner_id = given.id and a.kind = 'spending'`.execute(db);
  return new Map(rows.map((row) => [row.owner_id, row.id]));
}
