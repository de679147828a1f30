import type { AppContext } from '~/platform/app-context';
import type { Fences } from '~/shared/fences';
import { accept, type Result, refuse } from '~/shared/result';
import { countStallPinTry, type StallTryRefusal } from './count-stall-pin-try.server';
import { hashSecret, type OpenedSession, openSession } from './open-session.server';

export type StallSignInRefusal = StallTryRefusal | { code: 'stall_pin_wrong'; triesLeft: number };

/**
 * Opens a stall's phone by its PIN. Three steps, since a refusal rolls back and hashing is slow: count the try, compare
 * outside any unit of work, then forget the tries and sign in, unless the phone was revoked meanwhile.
 */
export async function signInAtStall(
  app: Pick<AppContext, 'inTransaction' | 'ports' | 'clock'>,
  { secret, pin, device, fences }: { secret: string; pin: string; device: string; fences?: Fences },
): Promise<Result<OpenedSession, StallSignInRefusal>> {
  const now = app.clock.now();
  const secretHash = hashSecret(secret);
  const counted = await app.inTransaction((tx) => countStallPinTry(tx, { secretHash, now, ...(fences && { fences }) }));
  if (!counted.ok) return counted;
  const { stallPhoneId, personId, pinHash, triesLeft, lockedUntil } = counted.value;
  if (!(await app.ports.passwords.verify(pinHash, pin))) {
    return lockedUntil === null
      ? refuse({ code: 'stall_pin_wrong', triesLeft })
      : refuse({ code: 'stall_pin_locked', until: lockedUntil });
  }
  return app.inTransaction(async (tx): Promise<Result<OpenedSession, StallSignInRefusal>> => {
    const opened = await tx
      .updateTable('identity_stall_phone')
      .set({ pin_failures: 0, pin_locked_until: null })
      .where('id', '=', stallPhoneId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (opened.numUpdatedRows === 0n) return refuse({ code: 'stall_phone_gone' });
    return accept(await openSession(tx, { personId, device, how: 'pin', now }));
  });
}
