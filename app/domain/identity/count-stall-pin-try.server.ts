import type { Tx } from '~/platform/app-context';
import { countedTry, isUnlocked } from '~/platform/pin-tries.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { Id, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { MINUTE_MS } from '~/shared/time';
import { STALL_PIN_LOCK_MINUTES, STALL_PIN_TRIES } from './identity';

export type StallTryRefusal = { code: 'stall_phone_gone' } | { code: 'stall_pin_locked'; until: number };

export interface StallPinTry {
  stallPhoneId: Id<'stp'>;
  personId: PersonId;
  pinHash: string;
  triesLeft: number;
  /** Set by the last try of a window, before anybody knows whether it fits. */
  lockedUntil: number | null;
}

const WINDOW = { triesMax: STALL_PIN_TRIES, lockFor: STALL_PIN_LOCK_MINUTES * MINUTE_MS };

/**
 * Counts a try at a stall's phone before its PIN is looked at, in a unit of work of its own. Counted on the phone alone,
 * whatever the network: a copied cookie guesses five times a window from a thousand addresses, and nobody else waits.
 */
export async function countStallPinTry(
  tx: Tx,
  { secretHash, now, fences = ALL_FENCES }: { secretHash: string; now: number; fences?: Fences },
): Promise<Result<StallPinTry, StallTryRefusal>> {
  let counting = tx
    .updateTable('identity_stall_phone')
    .set(countedTry(WINDOW, now))
    .where('secret_hash', '=', secretHash)
    .where('revoked_at', 'is', null)
    .where('pin_hash', 'is not', null);
  if (fences.guard) counting = counting.where(isUnlocked(now));
  const row = await counting
    .returning(['id', 'person_id', 'pin_hash', 'pin_failures', 'pin_locked_until'])
    .executeTakeFirst();
  if (row?.pin_hash) {
    return accept({
      stallPhoneId: row.id,
      personId: row.person_id,
      pinHash: row.pin_hash,
      triesLeft: STALL_PIN_TRIES - row.pin_failures,
      lockedUntil: row.pin_locked_until,
    });
  }
  const phone = await tx
    .selectFrom('identity_stall_phone')
    .select('pin_locked_until')
    .where('secret_hash', '=', secretHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return phone
    ? refuse({ code: 'stall_pin_locked', until: phone.pin_locked_until ?? now })
    : refuse({ code: 'stall_phone_gone' });
}
