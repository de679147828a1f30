import type { AppContext } from '~/platform/app-context';
import type { AccountId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { countPinTry } from './count-pin-try.server';
import type { PinRefusal } from './wallet';

export type PinApp = Pick<AppContext, 'inTransaction' | 'ports' | 'clock'>;

export interface PinFits {
  accountId: AccountId;
  /** The hash that fitted, so that a change can be conditional on it. */
  pinHash: string;
}

/**
 * Whether a PIN fits a person's wallet. Three steps, since a refusal rolls back and hashing is slow: count the try,
 * compare outside any unit of work, forget the tries when it fits. Guards spending only; money comes in regardless.
 */
export async function checkPin(
  app: PinApp,
  { personId, pin }: { personId: PersonId; pin: string },
): Promise<Result<PinFits, PinRefusal>> {
  const now = app.clock.now();
  const counted = await app.inTransaction((tx) => countPinTry(tx, { personId, now }));
  if (!counted.ok) return counted;
  const { accountId, pinHash, triesLeft, lockedUntil } = counted.value;
  if (!(await app.ports.passwords.verify(pinHash, pin))) {
    return lockedUntil === null
      ? refuse({ code: 'pin_wrong', triesLeft })
      : refuse({ code: 'pin_locked', until: lockedUntil });
  }
  await app.inTransaction((tx) =>
    tx
      .updateTable('wallet_account')
      .set({ pin_failures: 0, pin_locked_until: null })
      .where('id', '=', accountId)
      .where('pin_hash', '=', pinHash)
      .execute(),
  );
  return accept({ accountId, pinHash });
}
