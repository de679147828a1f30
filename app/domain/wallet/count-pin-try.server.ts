import type { Tx } from '~/platform/app-context';
import { countedTry, isUnlocked } from '~/platform/pin-tries.server';
import type { AccountId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { PIN_LOCK_MS, PIN_TRIES_MAX } from './wallet';

export interface PinTry {
  accountId: AccountId;
  pinHash: string;
  triesLeft: number;
  /** Set by the last try of a window, before anybody knows whether it fits. */
  lockedUntil: number | null;
}

/**
 * Counts a try before the PIN is looked at, in a unit of work of its own: a refusal rolls back, and a wrong try must stay.
 * However many come at once, five a window get through.
 */
export async function countPinTry(
  tx: Tx,
  { personId, now }: { personId: PersonId; now: number },
): Promise<Result<PinTry, { code: 'pin_locked'; until: number } | { code: 'pin_not_set' }>> {
  const row = await tx
    .updateTable('wallet_account')
    .set(countedTry({ triesMax: PIN_TRIES_MAX, lockFor: PIN_LOCK_MS }, now))
    .where('owner_kind', '=', 'person')
    .where('owner_id', '=', personId)
    .where('kind', '=', 'spending')
    .where('pin_hash', 'is not', null)
    .where(isUnlocked(now))
    .returning(['id', 'pin_hash', 'pin_failures', 'pin_locked_until'])
    .executeTakeFirst();
  if (row?.pin_hash) {
    return accept({
      accountId: row.id,
      pinHash: row.pin_hash,
      triesLeft: PIN_TRIES_MAX - row.pin_failures,
      lockedUntil: row.pin_locked_until,
    });
  }
  const account = await tx
    .selectFrom('wallet_account')
    .select('pin_locked_until')
    .where('owner_kind', '=', 'person')
    .where('owner_id', '=', personId)
    .where('kind', '=', 'spending')
    .where('pin_hash', 'is not', null)
    .executeTakeFirst();
  return account
    ? refuse({ code: 'pin_locked', until: account.pin_locked_until ?? now })
    : refuse({ code: 'pin_not_set' });
}
