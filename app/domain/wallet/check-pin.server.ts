import type { AppContext, Tx } from '~/platform/app-context';
import type { AccountId, Id, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { countPinTry } from './count-pin-try.server';
import { PIN_PASS_MS, type PinRefusal } from './wallet';

export type PinApp = Pick<AppContext, 'inTransaction' | 'ports' | 'clock'>;

export interface PinFits {
  accountId: AccountId;
  /** The hash that fitted, so that a change can be conditional on it. */
  pinHash: string;
}

/**
 * Whether a PIN fits a person's wallet. Three steps, since a refusal rolls back and hashing is slow: count the try,
 * compare outside any unit of work, forget the tries when it fits. Guards spending only; money comes in regardless.
 * With `rememberOn` a PIN that fits need not be typed again on that session for a while.
 */
export async function checkPin(
  app: PinApp,
  { personId, pin, rememberOn }: { personId: PersonId; pin: string; rememberOn?: Id<'ses'> | null },
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
  await app.inTransaction(async (tx) => {
    const forgotten = await tx
      .updateTable('wallet_account')
      .set({ pin_failures: 0, pin_locked_until: null })
      .where('id', '=', accountId)
      .where('pin_hash', '=', pinHash)
      .executeTakeFirst();
    // This unit holds the account's row now: a change of PIN comes wholly before (nothing to remember) or after (it ends the pass).
    if (rememberOn && forgotten.numUpdatedRows === 1n) await keepPinPass(tx, { sessionId: rememberOn, accountId, now });
  });
  return accept({ accountId, pinHash });
}

async function keepPinPass(
  tx: Tx,
  { sessionId, accountId, now }: { sessionId: Id<'ses'>; accountId: AccountId; now: number },
): Promise<void> {
  // Passes of phones that were used long ago go with the next one.
  await tx.deleteFrom('wallet_pin_pass').where('account_id', '=', accountId).where('until_at', '<=', now).execute();
  const kept = { made_at: now, until_at: now + PIN_PASS_MS };
  await tx
    .insertInto('wallet_pin_pass')
    .values({ session_id: sessionId, account_id: accountId, ...kept })
    .onConflict((conflict) => conflict.columns(['session_id', 'account_id']).doUpdateSet(kept))
    .execute();
}
