import type { Tx } from '~/platform/app-context';
import type { AccountId, Id, PersonId } from '~/shared/ids';

/** The PIN is asked again on this session. Ending what is not there is as good. */
export async function endPinPass(
  tx: Tx,
  { sessionId, personId }: { sessionId: Id<'ses'>; personId: PersonId },
): Promise<void> {
  await tx
    .deleteFrom('wallet_pin_pass')
    .where('session_id', '=', sessionId)
    .where('account_id', 'in', (query) =>
      query
        .selectFrom('wallet_account')
        .select('id')
        .where('owner_kind', '=', 'person')
        .where('owner_id', '=', personId)
        .where('kind', '=', 'spending'),
    )
    .execute();
}

/** A PIN that was changed is remembered nowhere. Call it in the unit that writes the new one, after that. */
export async function endPinPassesOf(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.deleteFrom('wallet_pin_pass').where('account_id', '=', accountId).execute();
}
