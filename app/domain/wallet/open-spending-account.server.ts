import type { Tx } from '~/platform/app-context';
import type { AccountId, PersonId } from '~/shared/ids';
import { openAccount } from './internal/open-account.server';

/** Opens a person's wallet at tier Basic without a PIN; the same wallet when she has one. */
export async function openSpendingAccount(
  tx: Tx,
  { personId, now }: { personId: PersonId; now: number },
): Promise<AccountId> {
  return openAccount(tx, { ownerKind: 'person', ownerId: personId, kind: 'spending', tier: 'basic', now });
}
