import { recordAudit } from '~/platform/audit.server';
import type { PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { checkPin, type PinApp } from './check-pin.server';
import { endPinPassesOf } from './end-pin-pass.server';
import { pinWeakness } from './pin-strength';
import type { PinRefusal, PinSetRefusal } from './wallet';

export interface PinChange {
  personId: PersonId;
  phone: string | null;
  pin: string;
  newPin: string;
}

/** Replaces a PIN by one who knows it. A weak new PIN is refused before a try is counted. */
export async function changePin(
  app: PinApp,
  { personId, phone, pin, newPin }: PinChange,
): Promise<Result<undefined, PinRefusal | PinSetRefusal>> {
  const why = pinWeakness(newPin, phone);
  if (why) return refuse({ code: 'pin_weak', pin: newPin, why });
  const checked = await checkPin(app, { personId, pin });
  if (!checked.ok) return checked;
  const newHash = await app.ports.passwords.hash(newPin);
  const now = app.clock.now();
  return app.inTransaction(async (tx): Promise<Result<undefined, PinRefusal>> => {
    const { accountId, pinHash } = checked.value;
    const changed = await tx
      .updateTable('wallet_account')
      .set({ pin_hash: newHash })
      .where('id', '=', accountId)
      .where('pin_hash', '=', pinHash)
      .executeTakeFirst();
    // Somebody else changed it between the check and now: what was checked is no longer the PIN.
    if (Number(changed.numUpdatedRows) === 0) return refuse({ code: 'pin_wrong', triesLeft: 0 });
    await endPinPassesOf(tx, accountId);
    await recordAudit(tx, {
      actorId: personId,
      action: 'wallet.change_pin',
      subjectKind: 'account',
      subjectId: accountId,
      now,
    });
    return accept();
  });
}
