import { type CodeRefusal, tryCode } from '~/domain/identity/try-code.server';
import { recordAudit } from '~/platform/audit.server';
import type { PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import type { PinApp } from './check-pin.server';
import { endPinPassesOf } from './end-pin-pass.server';
import { openSpendingAccount } from './open-spending-account.server';
import { pinWeakness } from './pin-strength';
import type { PinSetRefusal } from './wallet';

export type PinResetRefusal = PinSetRefusal | CodeRefusal;

export interface PinReset {
  personId: PersonId;
  phone: E164;
  /** The sign-in code just sent to her own phone. */
  code: string;
  newPin: string;
}

/** A forgotten PIN is replaced by who holds the phone: a fresh code, tries counted, any lock ended. */
export async function resetPin(
  app: PinApp,
  { personId, phone, code, newPin }: PinReset,
): Promise<Result<undefined, PinResetRefusal>> {
  const why = pinWeakness(newPin, phone);
  if (why) return refuse({ code: 'pin_weak', pin: newPin, why });
  const now = app.clock.now();
  const tried = await tryCode(app, { phone, code, now });
  if (!tried.ok) return tried;
  const pinHash = await app.ports.passwords.hash(newPin);
  return app.inTransaction(async (tx): Promise<Result<undefined, PinResetRefusal>> => {
    const used = await tried.value(tx);
    if (!used.ok) return used;
    const accountId = await openSpendingAccount(tx, { personId, now });
    await tx
      .updateTable('wallet_account')
      .set({ pin_hash: pinHash, pin_failures: 0, pin_locked_until: null })
      .where('id', '=', accountId)
      .execute();
    await endPinPassesOf(tx, accountId);
    await recordAudit(tx, {
      actorId: personId,
      action: 'wallet.reset_pin',
      subjectKind: 'account',
      subjectId: accountId,
      now,
    });
    return accept();
  });
}
