import type { Tx } from '~/platform/app-context';
import type { Id } from '~/shared/ids';

/** Remembers under which name the rail knows a top-up. */
export async function linkTopUp(
  tx: Tx,
  { topUpId, externalId }: { topUpId: Id<'top'>; externalId: string },
): Promise<void> {
  await tx
    .updateTable('wallet_top_up')
    .set({ external_id: externalId })
    .where('id', '=', topUpId)
    .where('external_id', 'is', null)
    .execute();
}

/** Ends a top-up that brought no money; nothing happens to one that has ended. */
export async function failTopUp(
  tx: Tx,
  { topUpId, failure, now }: { topUpId: Id<'top'>; failure: string; now: number },
): Promise<boolean> {
  const changed = await tx
    .updateTable('wallet_top_up')
    .set({ state: 'failed', failure, ended_at: now })
    .where('id', '=', topUpId)
    .where('state', '=', 'created')
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}
