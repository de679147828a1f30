import type { Tx } from '~/platform/app-context';
import { type AccountId, newId } from '~/shared/ids';
import type { Tier } from '../wallet';

interface NewAccount {
  ownerKind: 'person' | 'merchant';
  ownerId: string;
  kind: 'spending' | 'sales' | 'receivable';
  tier?: Tier;
  now: number;
}

/** One account of a kind for each owner; opening it twice is opening it once. */
export async function openAccount(tx: Tx, { ownerKind, ownerId, kind, tier, now }: NewAccount): Promise<AccountId> {
  const id = newId('acc', now);
  await tx
    .insertInto('wallet_account')
    .values({
      id,
      owner_kind: ownerKind,
      owner_id: ownerId,
      kind,
      balance: 0,
      held: 0,
      version: 0,
      tier: tier ?? null,
      pin_hash: null,
      pin_failures: 0,
      pin_locked_until: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['owner_kind', 'owner_id', 'kind']).doNothing())
    .execute();
  const row = await tx
    .selectFrom('wallet_account')
    .select('id')
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', '=', ownerId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return row.id;
}
